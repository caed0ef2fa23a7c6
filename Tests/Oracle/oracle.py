"""Independent second reading of the settlement rules: one person's year, one jurisdiction.

`settle(case, jurisdiction)` takes a case as a dict (the JSON form of a case file) and returns
amounts as two-decimal strings. Integer fen inside; halves round up.
"""
from __future__ import annotations

import json
import sys

import rules_chongqing as cq
import rules_sichuan_guizhou as sg
from common import CHONGQING, JURISDICTIONS, Case, read_case, share, yuan
from insurance import layers

READINGS = {  # id -> options; A is the default
    "X-2": "AB", "X-3": "AB", "X-8": "AB", "X-10": "AB",
    "BZ-3": "AB", "BZ-11": "AB", "BZ-12": "AB", "BZ-16": "AB", "BZ-20": "ABC", "BZ-24": "AB",
    "BZ-39": "AB",
    "BN-2": "ABC", "BN-4": "AB", "BN-8": "AB", "BN-9": "AB", "BN-13": "AB", "BN-14": "AB",
    "BN-15": "AB", "BN-19": "AB", "BN-21": "AB",
    "DJ-2": "ABC", "DJ-6": "ABC", "DJ-7": "AB", "DJ-13": "AB", "DJ-21": "AB", "DJ-22": "AB",
    "DJ-25": "AB",
    "KZ-4": "ABC", "KZ-6": "ABC", "KZ-10": "AB", "KZ-26": "AB",
    "GZ-1": "AB", "GZ-6": "AB", "GZ-7": "ABC", "GZ-11": "AB", "GZ-13": "AB", "GZ-20": "AB",
}
PREFIX = {"bazhong": "BZ", "banan": "BN", "dianjiang": "DJ", "kaizhou": "KZ", "guizhou": "GZ"}

SETTLE = {"bazhong": sg.settle_bazhong, "banan": cq.settle_banan,
          "dianjiang": cq.settle_dianjiang, "kaizhou": cq.settle_kaizhou,
          "guizhou": sg.settle_guizhou}
PREMIUM = {"bazhong": sg.premium_bazhong, "banan": cq.premium_banan,
           "dianjiang": cq.premium_dianjiang, "kaizhou": cq.premium_kaizhou,
           "guizhou": sg.premium_guizhou}


def preference(case: Case, jurisdiction: str):
    """The day's critical-illness preference; in dated mode only while in force."""
    if jurisdiction == "banan":
        return lambda d: cq.banan_prefers(case, d)
    if jurisdiction == "dianjiang":
        return lambda d: cq.dianjiang_prefers(case, d)
    if jurisdiction == "guizhou":
        return lambda d: ((not case.dated or sg.guizhou_in_force(d))
                          and sg.guizhou_prefers(case, d))
    return lambda d: False


def fill_layers(case: Case, jurisdiction: str) -> None:
    """Insurance payments, what is left (R), and the base of assistance."""
    prefers = preference(case, jurisdiction)
    actual = layers(case, jurisdiction, case.insurance, prefers)
    counted = actual
    if (jurisdiction == "guizhou" and not case.insured and case.enrolled_after_illness
            and case.reading("GZ-6") == "B"):
        counted = layers(case, jurisdiction, "residentTier1", prefers, honour_paid=False)
    with_class_b = jurisdiction == "guizhou" or case.reading("X-2") == "B"
    for e, paid, reduce in zip(case.episodes, actual, counted):
        e.basic, e.critical, e.supplementary = paid[:3]
        above_ceiling = reduce[3] if case.reading("X-3") == "B" else 0
        e.left = max(0, e.in_policy - sum(reduce[:3]) - above_ceiling)
        e.base = e.left + (e.upfront_b + e.over_limit if with_class_b else 0)


def premium(case: Case, jurisdiction: str) -> tuple:
    """(standard, subsidy): a share of the tier-1 contribution, never above what is due."""
    tier1, due = case.parameters.premium, case.parameters.premium
    if case.insurance == "residentTier2" and jurisdiction in CHONGQING:
        due = case.parameters.premium_tier2
    return due, min(due, share(PREMIUM[jurisdiction](case), tier1))


def settle(case: dict, jurisdiction: str) -> dict:
    c = read_case(case, jurisdiction)
    for name, option in c.readings.items():
        if option not in READINGS[name]:
            raise ValueError(f"no option {option} of {name}")
    fill_layers(c, jurisdiction)
    SETTLE[jurisdiction](c)
    standard, subsidy = premium(c, jurisdiction)

    episodes, totals = [], dict.fromkeys(
        ("basic", "criticalIllness", "supplementary", "assistance", "tilted", "selfPaid",
         "outOfPocket"), 0)
    for e in c.episodes:
        insured = e.basic + e.critical + e.supplementary
        amounts = {
            "basic": e.basic, "criticalIllness": e.critical, "supplementary": e.supplementary,
            "base": e.base, "assistance": e.assistance, "tilted": e.tilted,
            "selfPaid": e.base - e.assistance - e.tilted,
            "outOfPocket": e.total - insured - e.assistance - e.tilted}
        assert min(amounts.values()) >= 0, (e.id, amounts)
        for key in totals:
            totals[key] += amounts[key]
        episodes.append({"id": e.id, "class": e.cls, "benefit": e.benefit,
                         **{k: yuan(v) for k, v in amounts.items()}})
    return {
        "name": case.get("name"), "jurisdiction": jurisdiction, "year": c.year,
        "premium": {"standard": yuan(standard), "subsidy": yuan(subsidy)},
        "episodes": episodes,
        "totals": {"premiumSubsidy": yuan(subsidy), **{k: yuan(v) for k, v in totals.items()}},
    }


def expectation(case: dict, jurisdiction: str) -> dict:
    """The `expect` of a case, as the engine's check mode reads it."""
    result = settle(case, jurisdiction)
    keys = ("class", "benefit", "base", "assistance", "tilted", "basic", "criticalIllness",
            "selfPaid", "outOfPocket")
    return {**result["totals"],
            "episodes": {e["id"]: {k: e[k] for k in keys} for e in result["episodes"]}}


def main() -> None:
    """Settle JSON-lines cases from standard input, for looking at a difference."""
    for line in sys.stdin:
        if line.strip():
            case = json.loads(line)
            named = case["jurisdiction"]
            if named == "all":
                named = JURISDICTIONS
            for name in [named] if isinstance(named, str) else named:
                print(json.dumps(settle(case, name), ensure_ascii=False))


if __name__ == "__main__":
    main()
