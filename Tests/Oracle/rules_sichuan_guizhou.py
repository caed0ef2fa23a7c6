"""Bazhong and Guizhou: one annual pool with a deductible each."""
from __future__ import annotations

from datetime import date

from common import (IMPLIES, Case, Pool, age_on, close, half_up, month_end, share, times,
                    year_before)

# ================================================================ Bazhong

# Best first; ties of the same class in the order of the rule (Art 4, 8, 10).
BAZHONG_ORDER = ("destituteSupport", "orphan", "minimumLivingAllowance", "monitoredAtRisk",
                 "relapsedIntoPoverty", "allowanceMarginFamily", "illnessImpoverishedPatient")
BAZHONG_SHARE_OF_INCOME = {  # deductible, Art 8(1), basis points of last year's income
    "monitoredAtRisk": 500, "relapsedIntoPoverty": 500,
    "allowanceMarginFamily": 1_000, "illnessImpoverishedPatient": 2_500}
BAZHONG_CAP = {  # Art 8(2)
    "destituteSupport": 30_000_00, "orphan": 30_000_00, "minimumLivingAllowance": 20_000_00,
    "monitoredAtRisk": 20_000_00, "relapsedIntoPoverty": 20_000_00,
    "allowanceMarginFamily": 10_000_00, "illnessImpoverishedPatient": 10_000_00}
BAZHONG_RATE = {  # Art 8(3)
    "destituteSupport": 10_000, "orphan": 10_000, "minimumLivingAllowance": 7_000,
    "monitoredAtRisk": 6_500, "relapsedIntoPoverty": 6_500,
    "allowanceMarginFamily": 5_000, "illnessImpoverishedPatient": 5_000}
BAZHONG_TILT_CAP = 10_000_00  # Art 9


def bazhong_in_force(d: date) -> bool:
    return date(2022, 11, 4) <= d <= date(2027, 11, 3)  # Art 25


def bazhong_tags(case: Case, intervals) -> set:
    """Closure; a government-designated person counts as the identity named (Art 4 para 2)."""
    tags = {i.tag for i in intervals}
    if "governmentDesignatedHardship" in tags and case.designated_as:
        tags.add(case.designated_as)
    return close(tags)


def bazhong_class(case: Case, d: date):
    option = case.reading("BZ-20")

    def looks_back(i) -> bool:  # Art 12
        if not i.medical_expense or i.start is None or d > i.start or option == "C":
            return False
        return d >= year_before(i.start) if option == "B" else d.year == i.start.year

    tags = bazhong_tags(case, [i for i in case.intervals if i.covers(d) or looks_back(i)])
    return next((c for c in BAZHONG_ORDER if c in tags), None)


def bazhong_eligible(case: Case, e) -> bool:
    if case.dated and not bazhong_in_force(e.date):
        return False
    if not case.insured or not e.designated or e.cls is None:  # Art 2, 7
        return False
    if e.kind == "outpatient":  # Art 5
        return False
    if e.kind == "chronicOutpatient" and e.chronic_class != 2 and case.reading("BZ-3") == "A":
        return False
    if (e.claim_mode == "manual" and e.location in ("province", "outside")
            and e.claim_date > date(case.year + 1, 6, 30)):  # Art 11 para 2
        return False
    if case.reading("BZ-24") == "B" and (
            e.location == "outside" or e.referral in ("missing", "missingOther")):
        return False
    return True


def bazhong_qualifies(case: Case, e) -> bool:
    """Art 9: properly referred, inside the province."""
    proper = ("compliant",) if case.reading("BZ-11") == "B" else ("notRequired", "compliant")
    return e.referral in proper and e.location != "outside"


def settle_bazhong(case: Case) -> None:
    p = case.parameters
    for e in case.episodes:
        e.cls = bazhong_class(case, e.date)
    eligible = [e for e in case.episodes if bazhong_eligible(case, e)]
    one_opens_all = (case.reading("BZ-12") == "B"
                     and any(bazhong_qualifies(case, e) for e in eligible))
    pools, filled = {}, {}
    residual = tilt_paid = 0
    for e in eligible:
        e.benefit = "pool"
        name = e.kind if case.reading("BZ-39") == "B" else "both"
        pool = pools.setdefault(name, Pool(case.reading("X-8") == "B"))
        # Art 8: the part above the annual deductible, at the class's rate, within its cap
        deductible = share(BAZHONG_SHARE_OF_INCOME.get(e.cls, 0), p.disposable_income)
        before = filled.get(name, 0)
        filled[name] = before + e.base
        above = max(0, filled[name] - deductible) - max(0, before - deductible)
        e.assistance = pool.pay(BAZHONG_RATE[e.cls], above, BAZHONG_CAP[e.cls])
        # Art 9: the year's remaining burden above the monitoring line
        if one_opens_all or bazhong_qualifies(case, e):
            was, residual = residual, residual + e.base - e.assistance
            above = max(0, residual - p.monitoring_line) - max(0, was - p.monitoring_line)
            rate = 10_000 if e.cls in ("destituteSupport", "orphan") else 5_000
            e.tilted = min(share(rate, above), max(0, BAZHONG_TILT_CAP - tilt_paid))
            if case.reading("BZ-16") == "B":
                e.tilted = min(e.tilted, max(0, BAZHONG_CAP[e.cls] - pool.used))
                pool.used += e.tilted
            tilt_paid += e.tilted


def premium_bazhong(case: Case) -> int:
    """Art 6. Share of the personal contribution, basis points."""
    if not case.resident or (case.dated and not 2023 <= case.year <= 2027):
        return 0
    paid_on = case.premium_paid or date(case.year, 1, 1)
    tags = bazhong_tags(case, [i for i in case.intervals if i.covers(paid_on)])
    if tags & {"destituteSupport", "orphan"}:
        return 10_000
    if tags & {"minimumLivingAllowance", "monitoredAtRisk", "relapsedIntoPoverty"}:
        return 7_500
    if "stablyLifted" in tags:
        return {2023: 5_000, 2024: 2_500}.get(case.year, 0)
    return 0


# ================================================================ Guizhou

GUIZHOU_CLASS = {  # section 1(1), 4(1)
    "destituteSupport": 1, "orphan": 1, "deFactoUnsupportedChild": 1,
    "minimumLivingAllowance": 2, "relapsedIntoPoverty": 2, "monitoredAtRisk": 2,
    "workerDeepHardship": 2, "allowanceMarginFamily": 3, "workerRelativeHardship": 3,
    "illnessImpoverishedPatient": 4, "workerAccidentalHardship": 4}
GUIZHOU_DEDUCTIBLE = {1: 0, 2: 0, 3: 1_000_00, 4: 2_000_00}  # 4(1)
GUIZHOU_RATE = {1: 10_000, 2: 7_000, 3: 6_000, 4: 5_000}  # 4(1)
GUIZHOU_CAP = 50_000_00  # 4(1)
GUIZHOU_PREFERRED = {  # 3(1)
    "destituteSupport", "orphan", "deFactoUnsupportedChild", "minimumLivingAllowance",
    "relapsedIntoPoverty", "monitoredAtRisk"}
ROMAN = {1: "I", 2: "II", 3: "III", 4: "IV"}


def guizhou_in_force(d: date) -> bool:
    return d >= date(2023, 1, 1)


def guizhou_tag(tag: str) -> str:
    return IMPLIES.get(tag, tag)


def guizhou_intervals(case: Case, d: date) -> list:
    """Identities that count on a day: those held; without a class, those lost this month (2)."""
    held = [i for i in case.intervals if i.covers(d)]
    if any(guizhou_tag(i.tag) in GUIZHOU_CLASS for i in held):
        return held
    leaving = [i for i in case.intervals if i.end and i.end < d <= month_end(i.end)]
    return held + leaving


def guizhou_class(case: Case, d: date):
    def looks_back(i) -> bool:  # 6(2): from 12 months before the application to recognition
        return (i.tag == "illnessImpoverishedPatient" and i.start is not None
                and year_before(i.applied or i.start) <= d <= i.start)

    counting = guizhou_intervals(case, d) + [i for i in case.intervals if looks_back(i)]
    ranked = [(i.start or date.min, GUIZHOU_CLASS[guizhou_tag(i.tag)])
              for i in counting if guizhou_tag(i.tag) in GUIZHOU_CLASS]
    if not ranked:
        return None
    if case.reading("GZ-20") == "B":
        return min(ranked)[1]  # registered first; same day or undated: by class
    return min(number for _, number in ranked)


def guizhou_prefers(case: Case, d: date) -> bool:
    return bool({guizhou_tag(i.tag) for i in guizhou_intervals(case, d)} & GUIZHOU_PREFERRED)


def guizhou_rate(case: Case, number: int, e) -> int:
    """4(2): ten points less when unreferred for personal reasons; half for the uninsured."""
    minus = 1_000 if e.referral == "missing" else 0
    if case.insured:
        return GUIZHOU_RATE[number] - minus
    if case.reading("GZ-7") == "B":
        return times(GUIZHOU_RATE[number], 5_000) - minus
    return times(GUIZHOU_RATE[number] - minus, 5_000)


def settle_guizhou(case: Case) -> None:
    p = case.parameters
    pool = Pool(case.reading("X-8") == "B")
    filled = tilt_paid = 0
    for e in case.episodes:
        number = guizhou_class(case, e.date)
        e.cls = ROMAN.get(number)
        if case.dated and not guizhou_in_force(e.date):
            continue
        if number is None or e.kind == "outpatient":  # 3(1)
            continue
        if not e.designated and not e.emergency:  # 4(2)
            continue
        if not case.insured and not case.enrolled_after_illness:  # 4(2)
            continue
        e.benefit = "pool"
        rate = guizhou_rate(case, number, e)
        deductible = GUIZHOU_DEDUCTIBLE[number]
        if not case.insured and case.reading("GZ-7") == "C":
            deductible = 0
        before, filled = filled, filled + e.base
        above = max(0, filled - deductible) - max(0, before - deductible)
        cap = None if number == 1 and case.reading("GZ-13") == "B" else GUIZHOU_CAP
        e.assistance = pool.pay(rate, above, cap)
        # 4(3): only with figures from the prefecture; a case counts as applied for
        cut = share(rate, above) - e.assistance
        in_reach = e.designated and (e.location != "outside" or e.referral == "compliant")
        if cut > 0 and in_reach and p.tilt_rate is not None and p.tilt_cap is not None:
            over = cut
            if case.reading("GZ-11") == "B":
                over = above - half_up(e.assistance * 10_000, rate)
            e.tilted = share(p.tilt_rate, over)
            if p.tilt_cap >= 0:
                e.tilted = min(e.tilted, max(0, p.tilt_cap - tilt_paid))
            tilt_paid += e.tilted


def premium_guizhou(case: Case) -> int:
    """Section 2. Recognised by the levy end, not lost before payment, paid by the levy end."""
    if not case.resident or (case.dated and case.year < 2023):
        return 0
    levy_end = case.parameters.levy_end
    paid_on = case.premium_paid or levy_end
    if paid_on > levy_end:
        return 0
    tags = close(i.tag for i in case.intervals
                 if (i.start is None or i.start <= levy_end)
                 and (i.end is None or i.end >= paid_on))
    if tags & {"destituteSupport", "orphan", "deFactoUnsupportedChild", "retrenchedEarly1960s",
               "dangerousMentalDisorder"}:
        return 10_000
    if tags & {"minimumLivingAllowance", "relapsedIntoPoverty", "monitoredAtRisk"}:
        return 5_000
    age = age_on(case.birth, paid_on)
    if "allowanceMarginFamily" in tags and (
            age >= 60 or age < 18 or "severelyDisabled" in tags):
        return 3_000
    return 0
