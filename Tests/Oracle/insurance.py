"""Basic and critical-illness insurance: assumed schedules, used where no `paid` is given."""
from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Optional

from common import CHONGQING, Case, Episode, half_up, share, times


@dataclass(frozen=True)
class Basic:
    """By hospital level 1 to 3. Chronic outpatient care has the inpatient rate, no deductible."""

    deductible: tuple
    rate: tuple
    cap: int
    outpatient_rate: tuple
    outpatient_cap: int


@dataclass(frozen=True)
class Critical:
    """Bands: (upper end above the deductible or None, rate)."""

    deductible: int
    bands: tuple
    cap: Optional[int]

    def preferred(self) -> "Critical":
        """Half the deductible, five points more in each band, no ceiling."""
        return replace(
            self, deductible=half_up(self.deductible, 2), cap=None,
            bands=tuple((top, min(10_000, rate + 500)) for top, rate in self.bands))

    def increment(self, before: int, after: int) -> int:
        """What the rise of the year's burden from `before` to `after` earns; rounded once."""
        low, high = max(0, before - self.deductible), max(0, after - self.deductible)
        total, bottom = 0, 0
        for top, rate in self.bands:
            end = high if top is None else min(high, top)
            total += rate * max(0, end - max(low, bottom))
            if top is None or high <= top:
                break
            bottom = top
        return half_up(total, 10_000)


def _yuan(*values):
    return tuple(v * 100 for v in values)


def _percent(*values):
    return tuple(v * 100 for v in values)


EMPLOYEE = Basic(_yuan(200, 400, 800), _percent(90, 88, 86), 300_000_00,
                 _percent(60, 55, 50), 2_000_00)
CHONGQING_TIER1 = Basic(_yuan(100, 300, 800), _percent(80, 70, 50), 80_000_00,
                        _percent(60, 40, 0), 300_00)
CHONGQING_TIER2 = Basic(_yuan(100, 300, 800), _percent(85, 75, 55), 120_000_00,
                        _percent(60, 40, 0), 500_00)
BAZHONG = Basic(_yuan(150, 350, 650), _percent(85, 75, 65), 200_000_00,
                _percent(50, 50, 50), 300_00)
GUIZHOU = Basic(_yuan(100, 400, 800), _percent(85, 75, 60), 250_000_00,
                _percent(50, 50, 50), 300_00)


def basic_schedule(jurisdiction: str, insurance: str) -> Basic:
    if insurance == "employee":
        return EMPLOYEE
    if jurisdiction in CHONGQING:
        return CHONGQING_TIER2 if insurance == "residentTier2" else CHONGQING_TIER1
    return BAZHONG if jurisdiction == "bazhong" else GUIZHOU


def critical_schedule(jurisdiction: str, year: int) -> Critical:
    if jurisdiction in CHONGQING:
        deductible = 13_193_00 if year < 2025 else 18_797_00 if year == 2025 else 19_856_00
        return Critical(deductible, ((None, 6_000),), 200_000_00)
    if jurisdiction == "bazhong":
        return Critical(12_500_00, ((30_000_00, 6_000), (100_000_00, 6_500), (None, 7_500)),
                        300_000_00)
    return Critical(10_000_00, ((50_000_00, 6_000), (100_000_00, 7_000), (None, 8_000)),
                    200_000_00)


def modified(rate: int, jurisdiction: str, insurance: str, e: Episode) -> int:
    """Lower rates away from home; none for employees and in Guizhou."""
    unreferred = e.referral in ("missing", "missingOther")
    if insurance == "employee":
        return rate
    if jurisdiction in CHONGQING:
        return times(rate, 7_000) if e.location == "outside" and unreferred else rate
    if jurisdiction == "bazhong" and e.location in ("province", "outside"):
        if e.referral == "compliant":
            return times(rate, 8_500)
        if unreferred:
            return times(rate, 6_000)
    return rate


def layers(case: Case, jurisdiction: str, insurance: str, preference, honour_paid=True) -> list:
    """For each episode in order: (basic, critical illness, supplementary, cut by ceilings).

    `preference(date)` tells whether the critical-illness preference holds on a day.
    """
    schedule = basic_schedule(jurisdiction, insurance)
    standard = critical_schedule(jurisdiction, case.year)
    paid_stay = paid_visit = paid_critical = burden = 0
    result = []
    for e in case.episodes:
        recognised = e.designated or e.emergency
        visit = e.kind == "outpatient"
        given = e.given if honour_paid else None
        cut = 0

        # basic insurance
        if given is not None:
            basic = given[0]
        elif insurance == "none" or not recognised:
            basic = 0
        else:
            step = max(1, e.level) - 1
            rate = schedule.outpatient_rate[step] if visit else schedule.rate[step]
            deductible = schedule.deductible[step] if e.inpatient else 0
            full = share(modified(rate, jurisdiction, insurance, e),
                         max(0, e.in_policy - deductible))
            room = (schedule.outpatient_cap - paid_visit if visit
                    else schedule.cap - paid_stay)
            basic = min(full, max(0, room))
            cut += full - basic
        if visit:
            paid_visit += basic
        else:
            paid_stay += basic

        # critical-illness insurance: residents only, on the year's accumulated burden
        before = burden
        if recognised and not visit:
            burden += e.in_policy - basic
        if given is not None:
            critical = given[1]
        elif insurance in ("none", "employee"):
            critical = 0
        else:
            plan = standard.preferred() if preference(e.date) else standard
            full = plan.increment(before, burden)
            critical = full if plan.cap is None else min(full, max(0, plan.cap - paid_critical))
            cut += full - critical
        paid_critical += critical
        result.append((basic, critical, given[2] if given is not None else 0, cut))
    return result
