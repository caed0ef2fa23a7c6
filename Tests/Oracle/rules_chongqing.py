"""Banan, Dianjiang, Kaizhou: separate routes with a ceiling each, no deductible."""
from __future__ import annotations

from datetime import date

from common import LISTED_DISEASES, THREE_TREATMENTS, VIOLENT, Case, Pool, half_up, share

GATE = 30_000_00  # one stay, in-policy amount, more than this
UNREFERRED = ("missing", "missingOther")
SPECIAL, LARGE = "specialDisease", "largeSum"
ORDINARY, VISIT = "ordinaryInpatient", "ordinaryOutpatient"
# Annual ceilings of Dianjiang 3(4)3-5 and Kaizhou 2(3), 2(4)
CAP = {ORDINARY: 6_000_00, SPECIAL: 100_000_00, LARGE: 60_000_00}


def pools(case: Case) -> dict:
    return {b: Pool(case.reading("X-8") == "B") for b in (SPECIAL, LARGE, ORDINARY, VISIT)}


def stay_route(e, special: bool, measure: int) -> str:
    if special:
        return SPECIAL
    return LARGE if e.level >= 2 and measure > GATE else ORDINARY


# ================================================================ Kaizhou

KAIZHOU_ORDER = ("destituteSupport", "minimumLivingAllowance", "orphan",
                 "deFactoUnsupportedChild", "ruralPriorityEntitled", "severelyDisabled",
                 "civilAffairsFiledHardship", "illnessImpoverishedPatient")
KAIZHOU_KEY = KAIZHOU_ORDER[:4]
KAIZHOU_LATER = ("monitoredAtRisk", "relapsedIntoPoverty", "allowanceMarginFamily")  # KZ-26 B


def kaizhou_special_rate(tag: str) -> int:
    """2(4)1, also used for large sums by 2(4)2."""
    if tag == "destituteSupport":
        return 8_000
    return 7_000 if tag in KAIZHOU_KEY or tag == "ruralPriorityEntitled" else 6_000


def kaizhou_ordinary_rate(tag: str, level: int, gap: str, strict: bool) -> int:
    """2(3); `gap` is the option of KZ-6 for the group without a rate at level 3."""
    if level < 3:
        return 8_000 if tag in KAIZHOU_KEY else 7_000
    if tag == "ruralPriorityEntitled":
        return 0 if strict else {"A": 7_000, "B": 6_000, "C": 0}[gap]
    return kaizhou_special_rate(tag)  # the same 80 / 70 / 60


def kaizhou_visit(tag: str, strong: bool, ratio: str, strict: bool):
    """2(2): (rate, ceiling) or None; `ratio` is the option of KZ-4."""
    if tag == "destituteSupport" or (tag == "minimumLivingAllowance" and strong):
        rate, cap = 10_000, 400_00
    elif tag in ("minimumLivingAllowance", "orphan", "deFactoUnsupportedChild",
                 "ruralPriorityEntitled"):
        rate, cap = (10_000 if ratio == "B" else 6_000), 300_00
    else:
        return None
    return (0 if strict or ratio == "C" else rate), cap


def kaizhou_entry(tag, benefit, e, strong, gap, ratio, strict):
    """(rate, annual ceiling) that an identity has in a benefit, or None."""
    if benefit in (SPECIAL, LARGE):
        return kaizhou_special_rate(tag), CAP[benefit]
    if benefit == ORDINARY:
        return kaizhou_ordinary_rate(tag, e.level, gap, strict), CAP[ORDINARY]
    return kaizhou_visit(tag, strong, ratio, strict)


def kaizhou_in_force(d: date) -> bool:
    return d >= date(2017, 7, 4)


def kaizhou_class(case: Case, d: date):
    """(identity reported, identity whose figures apply): the first in order."""
    held = case.held(d)
    order = [(t, t) for t in KAIZHOU_ORDER]
    if case.reading("KZ-26") == "B":
        filed = "civilAffairsFiledHardship"
        at = KAIZHOU_ORDER.index(filed) + 1
        order[at:at] = [(t, filed) for t in KAIZHOU_LATER]
    return next((pair for pair in order if pair[0] in held), (None, None))


def settle_kaizhou(case: Case) -> None:
    pool = pools(case)
    for e in case.episodes:
        e.cls, tag = kaizhou_class(case, e.date)
        if case.dated and not kaizhou_in_force(e.date):
            continue
        if tag is None or not case.insured or not e.designated:  # 3(3)
            continue
        listed = e.disease in LISTED_DISEASES or e.disease == VIOLENT
        if e.inpatient:
            route = stay_route(e, listed, e.in_policy)
        else:  # 2(4)1: outpatient care only with one of three treatments
            route = SPECIAL if listed and e.treatment in THREE_TREATMENTS else VISIT

        def entry(benefit):
            return kaizhou_entry(tag, benefit, e, case.old_or_maintained(e.date),
                                 case.reading("KZ-6"), case.reading("KZ-4"), case.strict)

        if entry(route) is None:
            continue
        if route == LARGE and case.reading("KZ-10") == "B":
            large = pool[LARGE].quote(entry(LARGE)[0], e.base, entry(LARGE)[1])[0]
            plain = pool[ORDINARY].quote(entry(ORDINARY)[0], e.base, entry(ORDINARY)[1])[0]
            route = ORDINARY if plain > large else LARGE
        e.benefit = route
        rate, cap = entry(route)
        e.assistance = pool[route].pay(rate, e.base, cap)


def kaizhou_premium_share(tag: str, more_than_tier1: bool) -> int:
    return 10_000 if more_than_tier1 or tag in KAIZHOU_KEY else 7_000


def premium_kaizhou(case: Case) -> int:
    """2(1), coverage years 2017 to 2020. Share of the tier-1 contribution."""
    if not case.insured or (case.dated and not 2017 <= case.year <= 2020):
        return 0
    _, tag = kaizhou_class(case, case.premium_paid or date(case.year, 1, 1))
    if tag is None:
        return 0
    return kaizhou_premium_share(tag, case.insurance != "residentTier1")


# ================================================================ Banan

BANAN_TOP = ("destituteSupport", "minimumLivingAllowance", "relapsedIntoPoverty")
BANAN_OTHERS = ("monitoredAtRisk", "allowanceMarginFamily", "illnessImpoverishedPatient")
BANAN_EARLIER = ("orphan", "deFactoUnsupportedChild", "ruralPriorityEntitled",
                 "severelyDisabled")  # Art 3 para 2: earlier policy, no figures
BANAN_ORDER = BANAN_TOP + BANAN_OTHERS + BANAN_EARLIER
BANAN_FILED = "civilAffairsFiledHardship"  # Kaizhou knows them: a class under BN-4 B only
BANAN_CAP_LARGE = 60_000_00
BANAN_TILT_FROM, BANAN_TILT_CAP, BANAN_TILT_RATE = 5_000_00, 20_000_00, 6_000


def banan_in_force(d: date) -> bool:
    return d >= date(2023, 5, 1)  # Art 14


def banan_entry(case: Case, tag: str, benefit: str, e):
    """(rate, annual ceiling) or None. Art 7(1); other benefits only by BN-2 C and BN-4 B."""
    earlier = tag in BANAN_EARLIER
    if tag == BANAN_FILED and benefit == LARGE:
        return 0, 0  # the stay belongs to this route by its facts, which grants these persons nothing
    if tag == BANAN_FILED and benefit == SPECIAL:
        return None  # Banan's own benefits do not name these persons
    as_kaizhou = earlier and case.reading("BN-2") == "C"
    if benefit in (SPECIAL, LARGE) and not as_kaizhou:
        if earlier and case.reading("BN-2") == "A":
            return 0, 0  # unquantified
        top = tag in BANAN_TOP
        cap = BANAN_CAP_LARGE if benefit == LARGE else 200_000_00 if top else 100_000_00
        return (9_000 if top else 6_000), cap
    if benefit in (ORDINARY, VISIT):
        if tag not in KAIZHOU_ORDER:
            return None
        if not as_kaizhou and case.reading("BN-4") != "B":
            return None
    entry = kaizhou_entry(tag, benefit, e, case.old_or_maintained(e.date), "A", "A", case.strict)
    if entry is None:
        return None
    return (0 if case.strict else entry[0]), entry[1]  # borrowed figures are proxies


def banan_tilt_rate(case: Case, tag: str) -> int:
    if tag in BANAN_EARLIER and case.reading("BN-2") != "B":
        return 0
    return BANAN_TILT_RATE


def banan_route(case: Case, e) -> str:
    listed = e.disease in LISTED_DISEASES
    if not e.inpatient:
        return SPECIAL if listed else VISIT
    return stay_route(e, listed, e.left if case.reading("BN-9") == "B" else e.in_policy)


def settle_banan(case: Case) -> None:
    pool = pools(case)
    by_benefit = case.reading("BN-2") == "C" or case.reading("BN-4") == "B"
    tilt_paid = residual = 0
    for e in case.episodes:
        held = case.held(e.date)
        order = BANAN_ORDER + ((BANAN_FILED,) if case.reading("BN-4") == "B" else ())
        tags = [t for t in order if t in held]
        e.cls = tags[0] if tags else None
        if case.dated and not banan_in_force(e.date):
            continue
        if not tags or not case.insured or not e.designated:
            continue
        if e.referral in UNREFERRED and (
                e.location == "outside" or case.reading("BN-19") == "B"):  # Art 10
            continue

        # Art 7(1): special disease, or one stay of a large sum
        route = banan_route(case, e)
        candidates = tags if by_benefit else tags[:1]
        entries = [(t, banan_entry(case, t, route, e)) for t in candidates]
        entries = [(t, entry) for t, entry in entries if entry is not None]
        if entries:
            tag, (rate, cap) = max(entries, key=lambda pair: pair[1][0])  # first of the highest
            e.cls, e.benefit = tag, route
            if route == LARGE and case.reading("BN-8") == "B":
                e.assistance = banan_excess(case, pool[LARGE], rate, cap, e)
            else:
                e.assistance = pool[route].pay(rate, e.base, cap)

        # Art 7(2): tilted assistance for one stay
        kind_fits = e.inpatient or (case.reading("BN-15") == "B" and e.benefit == SPECIAL)
        route_fits = case.reading("BN-14") == "A" or e.benefit in (SPECIAL, LARGE)
        if not (kind_fits and route_fits and e.location != "outside"
                and e.referral not in UNREFERRED):
            continue
        entitled = [t for t in candidates if t != BANAN_FILED]
        if not entitled:
            continue
        rate = max(banan_tilt_rate(case, t) for t in entitled)
        rest = e.base - e.assistance
        if case.reading("BN-13") == "B":
            was, residual = residual, residual + rest
            above = max(0, residual - BANAN_TILT_FROM) - max(0, was - BANAN_TILT_FROM)
        else:
            above = max(0, rest - BANAN_TILT_FROM)
        e.tilted = min(share(rate, above), max(0, BANAN_TILT_CAP - tilt_paid))
        tilt_paid += e.tilted


def banan_excess(case: Case, pool: Pool, rate: int, cap: int, e) -> int:
    """BN-8 B: only the part of the remainder that belongs to costs over 30,000."""
    over = max(0, e.in_policy - GATE)
    if pool.on_base:
        return pool.pay(rate, half_up(e.base * over, e.in_policy), cap)
    payment = half_up(rate * e.base * over, 10_000 * e.in_policy)
    payment = min(payment, max(0, cap - pool.used))
    pool.used += payment
    return payment


def premium_banan(case: Case) -> int:
    """Art 4. Share of the tier-1 contribution."""
    paid_on = case.premium_paid or date(case.year, 1, 1)
    if not case.resident or (case.dated and not banan_in_force(paid_on)):
        return 0
    tier2 = case.insurance == "residentTier2"
    held, best = case.held(paid_on), 0
    for tag in held & set(BANAN_ORDER):
        if tag == "illnessImpoverishedPatient":
            rate = 10_000 if tier2 and case.reading("BN-21") == "B" else 0
        elif tag in BANAN_EARLIER:
            borrowed = case.reading("BN-2") == "C" and not case.strict
            rate = kaizhou_premium_share(tag, tier2) if borrowed else 0
        elif tier2:
            rate = 10_000
        else:
            rate = {"destituteSupport": 10_000, "minimumLivingAllowance": 9_000}.get(tag, 7_000)
        best = max(best, rate)
    return best


# ================================================================ Dianjiang

DIANJIANG_CLASS = {  # 3(1)
    "destituteSupport": 1, "minimumLivingAllowance": 2, "orphan": 2,
    "deFactoUnsupportedChild": 2, "relapsedIntoPoverty": 3, "ruralPriorityEntitled": 4,
    "severelyDisabled": 5, "illnessImpoverishedPatient": 5, "allowanceMarginFamily": 6,
    "monitoredAtRisk": 6}
DIANJIANG_LOW = {1: 8_000, 2: 8_000, 3: 8_000, 4: 7_000, 5: 7_000, 6: 7_000}  # levels 1-2
DIANJIANG_HIGH = {1: 8_000, 2: 7_000, 3: 7_000, 4: 7_000, 5: 6_000, 6: 6_000}  # rest


def dianjiang_tags(case: Case, d: date) -> dict:
    """Class number -> identities held in it."""
    result = {}
    for tag in case.held(d):
        if tag in DIANJIANG_CLASS:
            result.setdefault(DIANJIANG_CLASS[tag], set()).add(tag)
    return result


def dianjiang_entry(case: Case, number: int, tags: set, benefit: str, e):
    """(rate, annual ceiling) or None. 3(4)3: outpatient printed, the rest by proxy (DJ-2)."""
    if benefit == VISIT:
        allowance = "minimumLivingAllowance" in tags
        if number == 1 or (allowance and case.old_or_maintained(e.date)):
            return 10_000, 400_00
        return (6_000, 300_00) if number in (2, 4) else None
    option = case.reading("DJ-2")
    if option == "C" or case.strict:
        return 0, CAP[benefit]
    if option == "B":
        return (9_000 if tags & set(BANAN_TOP) else 6_000), CAP[benefit]
    low = benefit == ORDINARY and e.level < 3
    return (DIANJIANG_LOW if low else DIANJIANG_HIGH)[number], CAP[benefit]


def dianjiang_route(case: Case, e) -> str:
    listed = e.disease in LISTED_DISEASES
    if e.inpatient:
        return stay_route(e, listed, e.in_policy)
    option = case.reading("DJ-6")
    if not listed or option == "C" or (option == "B" and e.treatment not in THREE_TREATMENTS):
        return VISIT
    return SPECIAL


def settle_dianjiang(case: Case) -> None:
    pool = pools(case)
    if case.reading("DJ-7") == "B":
        pool[VISIT].on_base = True
    for e in case.episodes:
        classes = dianjiang_tags(case, e.date)
        numbers = sorted(classes)
        e.cls = str(numbers[0]) if numbers else None
        if case.dated:  # a consultation draft, never in force
            continue
        if not numbers or not case.insured or not e.designated:
            continue
        if (case.reading("DJ-25") == "B" and e.location == "outside"
                and e.referral in UNREFERRED):
            continue
        route = dianjiang_route(case, e)
        candidates = numbers[:1] if case.reading("DJ-21") == "B" else numbers
        entries = [(n, dianjiang_entry(case, n, classes[n], route, e)) for n in candidates]
        entries = [(n, entry) for n, entry in entries if entry is not None]
        if entries:
            number, (rate, cap) = max(entries, key=lambda pair: pair[1][0])
            e.cls, e.benefit = str(number), route
            e.assistance = pool[route].pay(rate, e.base, cap)


def premium_dianjiang(case: Case) -> int:
    """3(3) grants a subsidy without figures: proxy, share of the tier-1 contribution."""
    if not case.resident or case.dated or case.strict or case.reading("DJ-13") == "B":
        return 0
    rates = {"destituteSupport": 10_000, "minimumLivingAllowance": 9_000, "orphan": 9_000,
             "deFactoUnsupportedChild": 9_000, "relapsedIntoPoverty": 7_000,
             "monitoredAtRisk": 7_000, "allowanceMarginFamily": 7_000,
             "ruralPriorityEntitled": 7_000, "severelyDisabled": 7_000}
    best = max((rates.get(t, 0) for t in case.held(case.premium_paid or date(case.year, 1, 1))),
               default=0)
    return 10_000 if best and case.insurance == "residentTier2" else best


# ================================================================ critical-illness preference


def banan_prefers(case: Case, d: date) -> bool:
    """Banan Art 5."""
    return (not case.dated or banan_in_force(d)) and bool(case.held(d) & set(BANAN_TOP))


def dianjiang_prefers(case: Case, d: date) -> bool:
    """Dianjiang 3(4)2; DJ-22 B: all of class 2."""
    preferred = set(BANAN_TOP)
    if case.reading("DJ-22") == "B":
        preferred |= {"orphan", "deFactoUnsupportedChild"}
    return not case.dated and bool(case.held(d) & preferred)
