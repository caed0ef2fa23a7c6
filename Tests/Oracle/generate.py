"""Random cases with the oracle's answers, one JSON case a line on standard output.

    python3 Tests/Oracle/generate.py --seed 1 --count 20000 | medaid settle --check -

The same seed and options give the same bytes; case i of a seed does not depend on the count.
"""
from __future__ import annotations

import argparse
import json
import math
import random
import sys
from datetime import date, timedelta

from common import (IDENTITIES, JURISDICTIONS, LISTED_DISEASES, THREE_TREATMENTS, VIOLENT,
                    CHONGQING, default_parameters, fen, share, yuan)
from insurance import basic_schedule, critical_schedule
from oracle import PREFIX, READINGS, expectation

YEARS = [2023] * 12 + [2018, 2022, 2022, 2024, 2024, 2025, 2025, 2028] + [2017, 2020, 2026, 2027]
DAY = timedelta(days=1)
# First and last days in force, and their neighbours: they matter in dated mode.
LEGAL_DAYS = [date(2022, 11, 3), date(2022, 11, 4), date(2027, 11, 3), date(2027, 11, 4),
              date(2023, 4, 30), date(2023, 5, 1), date(2022, 12, 31), date(2023, 1, 1),
              date(2017, 7, 3), date(2017, 7, 4)]
# Identities that decide something in a place are drawn more often.
FAVOURED = {
    "bazhong": ("destituteSupport", "orphan", "minimumLivingAllowance", "monitoredAtRisk",
                "relapsedIntoPoverty", "allowanceMarginFamily", "illnessImpoverishedPatient",
                "stablyLifted", "governmentDesignatedHardship", "suddenSevereHardship"),
    "banan": ("destituteSupport", "minimumLivingAllowance", "relapsedIntoPoverty",
              "monitoredAtRisk", "allowanceMarginFamily", "illnessImpoverishedPatient", "orphan",
              "deFactoUnsupportedChild", "ruralPriorityEntitled", "severelyDisabled"),
    "dianjiang": ("destituteSupport", "minimumLivingAllowance", "relapsedIntoPoverty",
                  "monitoredAtRisk", "allowanceMarginFamily", "illnessImpoverishedPatient",
                  "orphan", "deFactoUnsupportedChild", "ruralPriorityEntitled",
                  "severelyDisabled"),
    "kaizhou": ("urbanThreeWithouts", "minimumLivingAllowance", "orphan",
                "deFactoUnsupportedChild", "ruralPriorityEntitled", "severelyDisabled",
                "civilAffairsFiledHardship", "illnessImpoverishedPatient",
                "relapsedIntoPoverty", "allowanceMarginFamily"),
    "guizhou": ("destituteSupport", "deFactoUnsupportedChild", "minimumLivingAllowance",
                "unstablyLifted", "workerDeepHardship", "allowanceMarginFamily",
                "workerRelativeHardship", "illnessImpoverishedPatient",
                "workerAccidentalHardship", "severelyDisabled", "retrenchedEarly1960s"),
}
# Pairs whose order or overlap decides something.
COMBINATIONS = {
    "bazhong": [("monitoredAtRisk", "illnessImpoverishedPatient"), ("stablyLifted",)],
    "banan": [("illnessImpoverishedPatient",), ("orphan", "illnessImpoverishedPatient"),
              ("severelyDisabled", "ruralPriorityEntitled")],
    "dianjiang": [("relapsedIntoPoverty", "ruralPriorityEntitled"),
                  ("relapsedIntoPoverty", "orphan"), ("severelyDisabled", "orphan"),
                  ("destituteSupport", "minimumLivingAllowance")],
    "kaizhou": [("ruralPriorityEntitled",), ("ruralPriorityEntitled", "severelyDisabled")],
    "guizhou": [("allowanceMarginFamily", "severelyDisabled"),
                ("minimumLivingAllowance", "illnessImpoverishedPatient"),
                ("allowanceMarginFamily", "illnessImpoverishedPatient")],
}
TARGETS = ("destituteSupport", "ruralFiveGuarantees", "orphan", "minimumLivingAllowance",
           "allowanceMarginFamily", "monitoredAtRisk", "unstablyLifted", "relapsedIntoPoverty",
           "illnessImpoverishedPatient")
COMMON_AMOUNTS = [0, 1, 3, 5, 15, 30_000_00, 30_000_01, 29_999_99, 5_000_00, 5_000_01,
                  4_999_99, 1_000_00, 2_000_00, 400_00, 300_00, 500_00, 6_000_00, 7_500_00,
                  10_000_00, 20_000_00, 50_000_00, 60_000_00, 100_000_00, 200_000_00]


def clip(year: int, d: date) -> date:
    return min(max(d, date(year, 1, 1)), date(year, 12, 31))


def years_before(d: date, years: int) -> date:
    return date(d.year - years, d.month, min(d.day, 28) if d.month == 2 else d.day)


class Maker:
    """Draws one case."""

    def __init__(self, rng: random.Random, options):
        self.rng, self.options = rng, options
        self.jurisdiction = rng.choice(JURISDICTIONS)
        self.year = rng.choice(YEARS)
        self.start, self.end = date(self.year, 1, 1), date(self.year, 12, 31)
        mode = options.mode
        self.dated = mode == "dated" or (mode == "mixed" and rng.random() < (
            0.05 if self.jurisdiction == "dianjiang" else 0.25))
        self.parameters = default_parameters(self.jurisdiction, self.year)
        self.days = self.episode_days()

    def chance(self, p: float) -> bool:
        return self.rng.random() < p

    def near(self, d: date) -> date:
        return d + self.rng.choice((-1, 0, 0, 1)) * DAY

    # ------------------------------------------------------------ dates

    def any_day(self) -> date:
        return self.start + self.rng.randrange((self.end - self.start).days + 1) * DAY

    def episode_days(self) -> list:
        """Many or few; from a handful of days now and then, so that ties occur."""
        rng = self.rng
        count = rng.choice((0, 1, 1, 2, 2, 3, 3, 4, 5, 6, 8, 12, 20))
        legal = [d for d in LEGAL_DAYS if d.year == self.year]
        pool = [self.any_day() for _ in range(rng.choice((2, 3, 40)))]
        pool += [self.start, self.end] + legal
        if legal and self.dated:
            pool += legal * 3
        return [rng.choice(pool) for _ in range(count)]

    def anchor(self) -> date:
        """A day around which an identity begins or ends."""
        rng = self.rng
        kind = rng.randrange(6)
        if kind <= 2 and self.days:
            return self.near(rng.choice(self.days))
        if kind == 3:
            return self.near(rng.choice((self.start, self.end, date(self.year, 6, 30),
                                         date(self.year, 3, 1))))
        if kind == 4:  # outside the year
            return self.start + rng.randrange(-500, 900) * DAY
        return self.any_day()

    # ------------------------------------------------------------ money

    def written(self, amount: int):
        """Now a string, now a number."""
        if self.chance(0.5):
            return yuan(amount)
        return amount // 100 if amount % 100 == 0 else amount / 100

    def boundaries(self, level: int) -> list:
        """Amounts at which something in this place switches."""
        basic = basic_schedule(self.jurisdiction, "residentTier1")
        critical = critical_schedule(self.jurisdiction, self.year).deductible
        step = max(1, level) - 1
        result = [basic.deductible[step], critical, critical // 2,
                  basic.outpatient_cap * 10_000 // max(1, basic.outpatient_rate[step]),
                  basic.cap * 10_000 // basic.rate[step] + basic.deductible[step]]
        if self.jurisdiction == "bazhong":
            income = self.parameters.disposable_income
            result += [share(r, income) for r in (500, 1_000, 2_500)]
            result.append(self.parameters.monitoring_line)
        return [max(0, a + self.rng.choice((-1, 0, 0, 1))) for a in result]

    def amount(self, level: int, visit: bool) -> int:
        rng = self.rng
        kind = rng.randrange(10)
        if kind <= 1:
            return rng.choice(COMMON_AMOUNTS)
        if kind == 2:
            return rng.choice(self.boundaries(level))
        if kind == 3 and not visit:  # beyond the gate of large sums
            return rng.randrange(30_000_00, 300_000_00)
        high = 5_000_00 if visit else rng.choice((20_000_00, 150_000_00, 700_000_00))
        value = int(math.exp(rng.uniform(math.log(50_00), math.log(high))))
        return value if kind < 8 else value // 10_000 * 10_000

    def given(self, in_policy: int, level: int) -> dict:
        """Given layers; often such that what is left is a boundary amount."""
        rng = self.rng
        kind = rng.randrange(4)
        if kind == 0:
            left = rng.choice(COMMON_AMOUNTS + self.boundaries(level))
        elif kind == 1:
            left = in_policy if self.chance(0.5) else rng.randrange(500_00, 20_000_00)
        else:
            left = rng.randrange(in_policy + 1)
        paid = in_policy - min(left, in_policy)
        critical = rng.randrange(paid + 1) if self.chance(0.4) else 0
        supplementary = rng.randrange(paid - critical + 1) if self.chance(0.25) else 0
        result = {"basic": paid - critical - supplementary, "criticalIllness": critical,
                  "supplementary": supplementary}
        keep = {k: v for k, v in result.items() if v or self.chance(0.6)}
        return {k: self.written(v) for k, v in (keep or {"basic": 0}).items()}

    # ------------------------------------------------------------ person

    def identity(self, tag: str) -> object:
        if self.chance(0.5):
            return tag
        entry = {"tag": tag}
        rng = self.rng
        first, last = sorted((self.anchor(), self.anchor()))
        shape = rng.randrange(4)
        if shape != 0:
            entry["from"] = first.isoformat()
        if shape in (0, 1):
            entry["to"] = last.isoformat()
        if "from" in entry and self.chance(0.5 if self.jurisdiction == "bazhong" else 0.1):
            entry["medicalExpense"] = True
        if self.chance(0.15):  # recognised early in the next year: look-backs over New Year
            entry = {"tag": tag, "medicalExpense": True,
                     "from": (self.end + rng.choice((1, 15, 60, 180, 365)) * DAY).isoformat()}
            first = date.fromisoformat(entry["from"])
        if tag == "illnessImpoverishedPatient" and "from" in entry and self.chance(0.6):
            entry["applied"] = (first + rng.choice((-120, -45, -10, 0, 20)) * DAY).isoformat()
        return entry

    def identities(self) -> list:
        rng = self.rng
        favoured = FAVOURED[self.jurisdiction]
        count = rng.choice((0, 1, 1, 1, 1, 2, 2, 2, 3, 4, 6))
        tags = []
        for _ in range(count):
            tag = rng.choice(favoured if self.chance(0.75) else IDENTITIES)
            if tag not in tags:
                tags.append(tag)
        if self.chance(0.15):
            tags = list(rng.choice(COMBINATIONS[self.jurisdiction]))
        if "ruralPriorityEntitled" in tags and self.chance(0.25):
            if "disabledSoldierGrade1to6" not in tags:
                tags.append("disabledSoldierGrade1to6")
        return [self.identity(t) for t in tags]

    def paid_day(self) -> date:
        levy_end = date(self.year - 1, 12, 31)
        return self.near(self.rng.choice((
            levy_end, levy_end, self.start, date(self.year - 1, 10, 15), date(2023, 5, 1),
            date(self.year, 3, 1), self.anchor())))

    def birth(self, paid: date) -> date:
        """Often 18, 60 or 80 to the day on a day that matters."""
        rng = self.rng
        if self.chance(0.4):
            return date(rng.randrange(1936, 2016), rng.randrange(1, 13), rng.randrange(1, 29))
        days = [paid or date(self.year - 1, 12, 31)] + self.days[:3]
        born = years_before(rng.choice(days), rng.choice((18, 60, 60, 80, 80)))
        born += rng.choice((-1, 0, 0, 1)) * DAY
        return born + DAY if (born.month, born.day) == (2, 29) else born

    def person(self) -> dict:
        rng = self.rng
        insurance = rng.choice(("residentTier1",) * 5 + ("residentTier2",) * 2 + (
            "employee", "none", "none" if self.jurisdiction == "guizhou" else "residentTier1"))
        identities = self.identities()
        paid = self.paid_day() if insurance != "none" and self.chance(0.4) else None
        result = {"birthDate": self.birth(paid).isoformat()}
        if self.chance(0.3):
            result["id"] = f"p{rng.randrange(1000)}"
        if self.chance(0.2):
            result["sex"] = rng.choice(("female", "male"))
        if insurance != "residentTier1" or self.chance(0.3):
            result["insurance"] = insurance
        if identities or self.chance(0.5):
            result["identities"] = identities
        if paid:
            result["premiumPaid"] = paid.isoformat()
        if insurance == "none" and self.chance(0.7):
            result["enrolledAfterIllness"] = True
        tags = [i if isinstance(i, str) else i["tag"] for i in identities]
        if "governmentDesignatedHardship" in tags and self.chance(0.85):
            result["designatedAs"] = rng.choice(TARGETS)
        if self.chance(0.15):
            result["needsMaintenanceTreatment"] = True
        return result

    # ------------------------------------------------------------ episodes

    def disease(self):
        kind = self.rng.randrange(10)
        if kind < 6:
            return None
        if kind < 8:
            return self.rng.choice(LISTED_DISEASES)
        return VIOLENT if kind == 8 else "congenitalHeartDisease"

    def episode(self, number: int, when: date, insurance: str) -> dict:
        rng = self.rng
        kind = rng.choice(("inpatient",) * 5 + ("chronicOutpatient",) * 3 + ("outpatient",) * 2)
        level = rng.choice((0, 1, 1, 2, 2, 2, 3, 3))
        result = {"id": f"e{number}", "kind": kind, "date": when.isoformat()}
        disease = self.disease()
        if disease:
            result["disease"] = disease
        hospital = {}
        if level != 2 or self.chance(0.3):
            hospital["level"] = level
        if self.chance(0.1):
            hospital["designated"] = False
        if self.chance(0.12):
            hospital["emergency"] = True
        if hospital:
            result["hospital"] = hospital
        if self.chance(0.5):
            result["location"] = rng.choice(("county", "city", "province", "outside", "outside"))
        if self.chance(0.5):
            result["referral"] = rng.choice(("notRequired", "compliant", "compliant", "missing",
                                             "missingOther"))
        if kind != "inpatient" and self.chance(0.6):
            result["treatment"] = rng.choice(THREE_TREATMENTS + ("other",))
        if kind == "chronicOutpatient" and self.chance(0.5):
            result["chronicClass"] = rng.choice((1, 2))
        parts = {"inPolicy": self.amount(level, kind == "outpatient")}
        for name in ("upfrontB", "overLimit", "outOfCatalogue"):
            if self.chance(0.3):
                parts[name] = rng.choice((0, 1, 50_00, rng.randrange(1, 8_000_00)))
        result["cost"] = {k: self.written(v) for k, v in parts.items()}
        if self.chance(0.1):
            result["cost"]["total"] = yuan(sum(parts.values()))
        mode = self.options.paid
        if mode == "given" or (mode == "mixed" and self.chance(0.45)):
            if insurance == "none":
                result["paid"] = {"basic": 0}
            else:
                result["paid"] = self.given(parts["inPolicy"], level)
        if self.chance(0.25):
            if self.chance(0.3):
                result["claim"] = {"mode": "instant"}
            else:
                claimed = rng.choice((when + 30 * DAY, date(self.year + 1, 6, 29),
                                      date(self.year + 1, 6, 30), date(self.year + 1, 7, 1),
                                      date(self.year + 1, 12, 1)))
                result["claim"] = {"mode": "manual", "date": claimed.isoformat()}
        return result

    # ------------------------------------------------------------ readings and patches

    def readings(self) -> dict:
        rng, wanted = self.rng, self.options.readings
        if wanted == "none":
            return {}
        own = [r for r in READINGS if r.split("-")[0] in ("X", PREFIX[self.jurisdiction])]
        count = 1 if wanted == "one" else rng.choice((0, 1, 2, 3, 4, 6))
        result = {}
        for name in rng.sample(own, min(count, len(own))):
            result[name] = rng.choice(READINGS[name][1:])
        if wanted == "many" and self.chance(0.1):  # the default named, or another place's reading
            name = rng.choice(list(READINGS))
            result.setdefault(name, rng.choice(READINGS[name] if name not in own else "A"))
        return result

    def patches(self) -> dict:
        rng, result = self.rng, {}

        def put(name, value, by_year=True):
            tail = f".{self.year}" if by_year and self.chance(0.3) else ""
            result[f"{self.jurisdiction}.parameters.{name}{tail}"] = value

        if self.chance(0.3):
            put("premium", self.written(rng.choice((180_00, 350_00, 333_33, 333_35, 401_05, 0))))
        if self.jurisdiction in CHONGQING and self.chance(0.2):
            put("premiumTier2", self.written(rng.choice((450_00, 725_00, 300_00, 100_01))))
        if self.jurisdiction == "bazhong":
            if self.chance(0.4):
                income = rng.choice((28_765_00, 25_300_10, 24_000_02, 10_000_00, 400_00, 0))
                put("disposableIncome", self.written(income))
                self.parameters.disposable_income = income
            if self.chance(0.4):
                line = rng.choice((7_000_00, 7_123_45, 500_01, 0))
                put("monitoringLine", self.written(line))
                self.parameters.monitoring_line = line
        if self.jurisdiction == "guizhou":
            if self.chance(0.2):
                levy_end = rng.choice((date(self.year - 1, 12, 31), date(self.year, 2, 28),
                                       date(self.year - 1, 12, 20)))
                put("levyEnd", levy_end.isoformat(), by_year=False)
            if self.chance(0.35):
                put("tiltRate", rng.choice(("50%", "60%", "100%", "33.33%")), by_year=False)
                if self.chance(0.85):
                    cap = rng.choice((20_000_00, 100_000_00, 1_000_01, None))
                    put("tiltCap", "none" if cap is None else self.written(cap), by_year=False)
        return result

    def case(self, name: str) -> dict:
        result = {"name": name, "jurisdiction": self.jurisdiction, "year": self.year}
        if self.dated:
            result["mode"] = "dated"
        for key, value in (("readings", self.readings()), ("set", self.patches())):
            if value:
                result[key] = value
        result["person"] = self.person()
        insurance = result["person"].get("insurance", "residentTier1")
        result["episodes"] = [self.episode(i + 1, d, insurance) for i, d in enumerate(self.days)]
        return result


def cases(seed: int, count: int, options):
    for i in range(count):
        rng = random.Random(f"{seed}/{i}")
        case = Maker(rng, options).case(f"seed {seed} case {i}")
        case["expect"] = expectation(case, case["jurisdiction"])
        yield case


def arguments(argv=None):
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--readings", choices=("none", "one", "many"), default="many")
    parser.add_argument("--mode", choices=("snapshot", "dated", "mixed"), default="mixed")
    parser.add_argument("--paid", choices=("given", "computed", "mixed"), default="mixed")
    return parser.parse_args(argv)


def main() -> None:
    options = arguments()
    for case in cases(options.seed, options.count, options):
        sys.stdout.write(json.dumps(case, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
