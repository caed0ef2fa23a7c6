"""Shared vocabulary of the oracle: money, dates, identities, parameters, the case.

Money is a whole number of fen, a rate a whole number of basis points.
"""
from __future__ import annotations

import calendar
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Optional

JURISDICTIONS = ("bazhong", "banan", "dianjiang", "kaizhou", "guizhou")
CHONGQING = ("banan", "dianjiang", "kaizhou")

# ---------------------------------------------------------------- money


def fen(value) -> int:
    """Yuan as written (number or string) to fen."""
    scaled = Decimal(str(value)) * 100
    if scaled != scaled.to_integral_value() or scaled < 0:
        raise ValueError(f"not an amount: {value!r}")
    return int(scaled)


def yuan(amount: int) -> str:
    return f"{amount // 100}.{amount % 100:02d}"


def half_up(numerator: int, denominator: int) -> int:
    """numerator / denominator (both not negative), halves rounded up."""
    return (2 * numerator + denominator) // (2 * denominator)


def share(rate: int, amount: int) -> int:
    """rate (basis points) of amount, to the fen."""
    return half_up(rate * amount, 10_000)


def times(rate: int, factor: int) -> int:
    """A rate multiplied by a rate, to the basis point."""
    return half_up(rate * factor, 10_000)


def basis_points(value) -> int:
    """'50%' or 0.5 to 5000."""
    text = str(value).strip()
    scaled = Decimal(text[:-1]) * 100 if text.endswith("%") else Decimal(text) * 10_000
    return int(scaled)


# ---------------------------------------------------------------- dates


def day(text) -> Optional[date]:
    return None if text is None else date.fromisoformat(str(text))


def month_end(d: date) -> date:
    return d.replace(day=calendar.monthrange(d.year, d.month)[1])


def year_before(d: date) -> date:
    """Twelve months earlier; 29 February becomes 28 February."""
    if d.month == 2 and d.day == 29:
        return date(d.year - 1, 2, 28)
    return d.replace(year=d.year - 1)


def age_on(birth: date, d: date) -> int:
    return d.year - birth.year - ((d.month, d.day) < (birth.month, birth.day))


# ---------------------------------------------------------------- identities

IMPLIES = {
    "urbanThreeWithouts": "destituteSupport",
    "ruralFiveGuarantees": "destituteSupport",
    "unstablyLifted": "monitoredAtRisk",
    "marginalPovertyProne": "monitoredAtRisk",
    "suddenSevereHardship": "monitoredAtRisk",
}

IDENTITIES = (
    "destituteSupport", "urbanThreeWithouts", "ruralFiveGuarantees", "orphan",
    "deFactoUnsupportedChild", "minimumLivingAllowance", "allowanceMarginFamily",
    "relapsedIntoPoverty", "monitoredAtRisk", "unstablyLifted", "marginalPovertyProne",
    "suddenSevereHardship", "stablyLifted", "illnessImpoverishedPatient",
    "ruralPriorityEntitled", "disabledSoldierGrade1to6", "severelyDisabled",
    "civilAffairsFiledHardship", "governmentDesignatedHardship", "workerDeepHardship",
    "workerRelativeHardship", "workerAccidentalHardship", "workerHardshipUnspecified",
    "retrenchedEarly1960s", "dangerousMentalDisorder", "hardshipUniversityStudent",
)

# The 27 names of the common list. Beyond it: see VIOLENT and congenitalHeartDisease.
LISTED_DISEASES = (
    "lungCancer", "oesophagealCancer", "stomachCancer", "colonCancer", "rectalCancer",
    "breastCancer", "cervicalCancer", "multipleOrganFailure", "aplasticAnaemia",
    "endStageRenalDisease", "multidrugResistantTuberculosis", "aidsOpportunisticInfection",
    "severeMentalIllness", "haemophilia", "transplantCare", "chronicMyeloidLeukaemia",
    "acuteMyocardialInfarction", "cerebralInfarction", "severeInfluenzaH1N1", "type1Diabetes",
    "hyperthyroidism", "cleftLipPalate", "thalassaemia", "leukaemia", "schizophrenia", "mania",
    "anxietyDisorder",
)
VIOLENT = "violentMentalDisorder"  # special in Kaizhou only
THREE_TREATMENTS = ("chemoradiotherapy", "dialysis", "transfusion")


@dataclass
class Interval:
    tag: str
    start: Optional[date] = None  # None: always
    end: Optional[date] = None  # last day held; None: open
    medical_expense: bool = False
    applied: Optional[date] = None

    def covers(self, d: date) -> bool:
        return (self.start is None or self.start <= d) and (self.end is None or d <= self.end)


def close(tags) -> set:
    """Closure: implied tags are added; a disabled soldier is not a priority-entitled person."""
    result = set(tags)
    result |= {IMPLIES[t] for t in result if t in IMPLIES}
    if "disabledSoldierGrade1to6" in result:
        result.discard("ruralPriorityEntitled")
    return result


# ---------------------------------------------------------------- parameters


@dataclass
class Parameters:
    """What the documents leave outside, for one benefit year."""

    premium: int
    premium_tier2: Optional[int] = None  # Chongqing places
    disposable_income: Optional[int] = None  # Bazhong, last year's
    monitoring_line: Optional[int] = None  # Bazhong
    levy_end: Optional[date] = None  # Guizhou
    tilt_rate: Optional[int] = None  # Guizhou; None: unquantified
    tilt_cap: Optional[int] = None  # Guizhou; None: unquantified, -1: no cap


def _step(year: int, before: int, steps: dict) -> int:
    """The value of the latest year not after `year`."""
    known = [y for y in steps if y <= year]
    return (steps[max(known)] if known else before) * 100


def default_parameters(jurisdiction: str, year: int) -> Parameters:
    recent = {2022: 320, 2023: 350, 2024: 380, 2025: 400}
    if jurisdiction in CHONGQING:
        return Parameters(
            premium=_step(year, 180, {2017: 180, 2020: 250, 2021: 280, **recent}),
            premium_tier2=_step(year, 450, {2023: 725}))
    if jurisdiction == "bazhong":
        return Parameters(
            premium=_step(year, 320, recent),
            disposable_income=_step(year, 24_000, {2023: 25_300, 2024: 26_800}),
            monitoring_line=_step(year, 7_000, {2023: 7_300, 2024: 7_500}))
    return Parameters(premium=_step(year, 320, recent), levy_end=date(year - 1, 12, 31))


PATCHABLE = {
    "premium": ("premium", fen), "premiumTier2": ("premium_tier2", fen),
    "disposableIncome": ("disposable_income", fen), "monitoringLine": ("monitoring_line", fen),
    "levyEnd": ("levy_end", day), "tiltRate": ("tilt_rate", basis_points),
    "tiltCap": ("tilt_cap", lambda v: -1 if v == "none" else fen(v)),
}


def parameters(case: dict, jurisdiction: str) -> Parameters:
    """Defaults, then the case's `set` patches; a path may end in a year."""
    result = default_parameters(jurisdiction, case["year"])
    for path, value in (case.get("set") or {}).items():
        keys = path.split(".")
        if keys[0] != jurisdiction:
            continue
        if keys[1] != "parameters" or keys[2] not in PATCHABLE or len(keys) > 4:
            raise ValueError(f"the oracle cannot patch {path}")
        if len(keys) == 4 and int(keys[3]) != case["year"]:
            continue
        name, convert = PATCHABLE[keys[2]]
        setattr(result, name, None if value == "unquantified" else convert(value))
    return result


# ---------------------------------------------------------------- the case


@dataclass
class Episode:
    id: str
    kind: str
    date: date
    disease: Optional[str]
    level: int
    designated: bool
    emergency: bool
    location: str
    referral: str
    treatment: Optional[str]
    chronic_class: int
    in_policy: int  # P
    upfront_b: int
    over_limit: int
    out_of_catalogue: int
    given: Optional[tuple]  # basic, critical illness, supplementary
    claim_mode: str
    claim_date: Optional[date]
    # filled by the settlement
    basic: int = 0
    critical: int = 0
    supplementary: int = 0
    left: int = 0  # R
    base: int = 0  # b
    cls: Optional[str] = None
    benefit: str = "none"
    assistance: int = 0
    tilted: int = 0

    @property
    def total(self) -> int:
        return self.in_policy + self.upfront_b + self.over_limit + self.out_of_catalogue

    @property
    def inpatient(self) -> bool:
        return self.kind == "inpatient"


@dataclass
class Case:
    year: int
    dated: bool
    readings: dict
    birth: date
    insurance: str
    intervals: list
    premium_paid: Optional[date]
    enrolled_after_illness: bool
    designated_as: Optional[str]
    maintenance: bool
    episodes: list
    parameters: Parameters = field(default=None)

    def reading(self, name: str) -> str:
        return self.readings.get(name, "A")

    @property
    def strict(self) -> bool:
        return self.reading("X-10") == "B"

    @property
    def insured(self) -> bool:
        return self.insurance != "none"

    @property
    def resident(self) -> bool:
        return self.insurance in ("residentTier1", "residentTier2")

    def held(self, d: date) -> set:
        return close(i.tag for i in self.intervals if i.covers(d))

    def old_or_maintained(self, d: date) -> bool:
        """The stronger outpatient group of allowance recipients (Dianjiang, Kaizhou)."""
        return self.maintenance or age_on(self.birth, d) >= 80


def _interval(entry) -> Interval:
    if isinstance(entry, str):
        return Interval(entry)
    return Interval(entry["tag"], day(entry.get("from")), day(entry.get("to")),
                    bool(entry.get("medicalExpense")), day(entry.get("applied")))


def _episode(entry: dict) -> Episode:
    hospital, cost = entry.get("hospital") or {}, entry["cost"]
    paid, claim = entry.get("paid"), entry.get("claim") or {}
    return Episode(
        id=entry["id"], kind=entry["kind"], date=day(entry["date"]),
        disease=entry.get("disease"), level=hospital.get("level", 2),
        designated=hospital.get("designated", True), emergency=hospital.get("emergency", False),
        location=entry.get("location", "county"), referral=entry.get("referral", "notRequired"),
        treatment=entry.get("treatment"), chronic_class=int(entry.get("chronicClass", 2)),
        in_policy=fen(cost["inPolicy"]), upfront_b=fen(cost.get("upfrontB", 0)),
        over_limit=fen(cost.get("overLimit", 0)),
        out_of_catalogue=fen(cost.get("outOfCatalogue", 0)),
        given=None if not paid else tuple(
            fen(paid.get(k, 0)) for k in ("basic", "criticalIllness", "supplementary")),
        claim_mode=claim.get("mode", "instant"), claim_date=day(claim.get("date")))


def read_case(case: dict, jurisdiction: str) -> Case:
    person = case["person"]
    episodes = [_episode(e) for e in case.get("episodes") or []]
    episodes.sort(key=lambda e: e.date)  # stable: ties in the order written
    return Case(
        year=case["year"], dated=case.get("mode", "snapshot") == "dated",
        readings=dict(case.get("readings") or {}), birth=day(person["birthDate"]),
        insurance=person.get("insurance", "residentTier1"),
        intervals=[_interval(i) for i in person.get("identities") or []],
        premium_paid=day(person.get("premiumPaid")),
        enrolled_after_illness=bool(person.get("enrolledAfterIllness")),
        designated_as=person.get("designatedAs"),
        maintenance=bool(person.get("needsMaintenanceTreatment")),
        episodes=episodes, parameters=parameters(case, jurisdiction))


# ---------------------------------------------------------------- a cap and its use


class Pool:
    """Annual use of one ceiling. On the payout (X-8 A) or on the counted base (X-8 B)."""

    def __init__(self, on_base: bool):
        self.on_base = on_base
        self.used = 0

    def quote(self, rate: int, base: int, cap: Optional[int]) -> tuple:
        """(payment, use of the ceiling) without booking it; cap None: no ceiling."""
        room = base * 10_000 if cap is None else max(0, cap - self.used)
        if self.on_base:
            counted = min(base, room) if rate else 0  # what pays nothing uses up no ceiling
            return share(rate, counted), counted
        payment = min(share(rate, base), room)
        return payment, payment

    def pay(self, rate: int, base: int, cap: Optional[int]) -> int:
        payment, use = self.quote(rate, base, cap)
        self.used += use
        return payment
