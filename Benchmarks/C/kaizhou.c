// Kaizhou, Notice of 2017. Outpatient ratios are a proxy (KZ-4), as is the veterans group's rate at level 3 (KZ-6).
#include "chongqing.h"
#include "hard.h"

static const set destitute = BIT(destituteSupport);                                                       // 1(1)
static const set key = BIT(minimumLivingAllowance) | BIT(orphan) | BIT(deFactoUnsupportedChild);          // 1(1)
static const set veterans = BIT(ruralPriorityEntitled);                                                   // 1(2)
static const set low = BIT(severelyDisabled) | BIT(civilAffairsFiledHardship) | BIT(illnessImpoverishedPatient);

// 2(4)1; also of large sums (2(4)2) and of ordinary stays at level 3 (2(3), KZ-6).
static int special_rate(set held) {
  if (held & destitute) return PERCENT(80);
  return held & (key | veterans) ? PERCENT(70) : PERCENT(60);
}

static int ordinary_rate(set held, int level) {
  if (level >= 3) return special_rate(held);
  return held & (destitute | key) ? PERCENT(80) : PERCENT(70);
}

// 2(2); who holds several identities is settled by the highest (KZ-20).
static fen visit(const people *p, uint32_t person, uint32_t e, set held, fen base, fen *used) {
  if (held & destitute || (held & BIT(minimumLivingAllowance) && is_old_or_maintained(p, person, e)))
    return pay(base, PERCENT(100), YUAN(400), used);
  return held & (key | veterans) ? pay(base, PERCENT(60), YUAN(300), used) : 0;
}

// 2(1), as if in force; tier 2 and employees get the whole tier-1 contribution (KZ-3).
static fen subsidy(const people *p, uint32_t person) {
  if (p->insurance[person] == uninsured) return 0;
  const set held = held_on(p, person, premium_day(p, person, new_year_2023));
  if (!(held & (destitute | key | veterans | low))) return 0;
  if (held & (destitute | key) || p->insurance[person] != resident_tier1) return premium_standard;
  return part(premium_standard, PERCENT(70));
}

void settle_kaizhou(const people *p, uint32_t person, amounts *sum) {
  insured_year year = {0};
  fen special = 0, large = 0, ordinary = 0, visits = 0;
  const int holds = holds_any(p, person);
  for (uint32_t e = p->episodes[person]; e < p->episodes[person + 1]; e++) {
    const fen base = chongqing_layers(p, person, e, 0, &year, sum);  // KZ-29: no preference
    if (!holds || p->insurance[person] == uninsured || !p->designated[e] || never_claimed(p, e)) continue;
    const set held = held_on(p, person, p->on[e]);
    if (!(held & (destitute | key | veterans | low))) continue;
    const int listed = (LISTED_KAIZHOU & BIT(p->disease[e])) != 0;
    // Outpatient care is special with one of three treatments only (2(4)1).
    if (listed && (p->kind[e] == inpatient || is_three_treatments(p, e)))
      pay(base, special_rate(held), special_cap, &special);
    else if (is_large_sum(p, e))
      pay(base, special_rate(held), large_sum_cap, &large);
    else if (p->kind[e] == inpatient)
      pay(base, ordinary_rate(held, p->level[e]), ordinary_cap, &ordinary);
    else
      visit(p, person, e, held, base, &visits);
  }
  sum->assistance = special + large + ordinary + visits;
  sum->out_of_pocket -= sum->assistance;
  if (holds) sum->premium = subsidy(p, person);
}
