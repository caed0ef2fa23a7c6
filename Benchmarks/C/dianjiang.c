// Dianjiang, interpretation of a consultation draft. Rates of stays are a proxy (DJ-2), as are premium shares (DJ-13).
#include "chongqing.h"
#include "hard.h"

// Classes of 3(1).
static const set class1 = BIT(destituteSupport);
static const set class2 = BIT(minimumLivingAllowance) | BIT(orphan) | BIT(deFactoUnsupportedChild);
static const set class3 = BIT(relapsedIntoPoverty);
static const set class4 = BIT(ruralPriorityEntitled);
static const set class56 = BIT(severelyDisabled) | BIT(illnessImpoverishedPatient) | BIT(allowanceMarginFamily) |
                           BIT(monitoredAtRisk);
static const set preferred = BIT(destituteSupport) | BIT(minimumLivingAllowance) | BIT(relapsedIntoPoverty);  // 3(4)2

static int serious_rate(set held) {
  if (held & class1) return PERCENT(80);
  return held & (class2 | class3 | class4) ? PERCENT(70) : PERCENT(60);
}

static int ordinary_rate(set held, int level) {
  if (level >= 3) return serious_rate(held);
  return held & (class1 | class2 | class3) ? PERCENT(80) : PERCENT(70);
}

// 3(4)3-1; the best of all classes held (DJ-21).
static fen visit(const people *p, uint32_t person, uint32_t e, set held, fen base, fen *used) {
  if (held & class1 || (held & BIT(minimumLivingAllowance) && is_old_or_maintained(p, person, e)))
    return pay(base, PERCENT(100), YUAN(400), used);
  return held & (class2 | class4) ? pay(base, PERCENT(60), YUAN(300), used) : 0;
}

// 3(3), filled from Banan (DJ-13).
static fen subsidy(const people *p, uint32_t person) {
  if (p->insurance[person] > resident_tier2) return 0;
  const set held = held_on(p, person, premium_day(p, person, new_year_2023));
  int share = 0;
  if (held & (class3 | class4 | BIT(severelyDisabled) | BIT(allowanceMarginFamily) | BIT(monitoredAtRisk)))
    share = PERCENT(70);
  if (held & class2) share = PERCENT(90);
  if (held & class1) share = PERCENT(100);
  if (share > 0 && p->insurance[person] == resident_tier2) share = PERCENT(100);
  return part(premium_standard, share);
}

void settle_dianjiang(const people *p, uint32_t person, amounts *sum) {
  insured_year year = {0};
  fen special = 0, large = 0, ordinary = 0, visits = 0;
  const int holds = holds_any(p, person);
  for (uint32_t e = p->episodes[person]; e < p->episodes[person + 1]; e++) {
    const set held = holds ? held_on(p, person, p->on[e]) : 0;
    const fen base = chongqing_layers(p, person, e, (held & preferred) != 0, &year, sum);
    if (!(held & (class1 | class2 | class3 | class4 | class56)) || p->insurance[person] == uninsured) continue;
    if (!p->designated[e] || never_claimed(p, e)) continue;
    if (LISTED & BIT(p->disease[e]))  // stays and outpatient care alike (DJ-6)
      pay(base, serious_rate(held), special_cap, &special);
    else if (is_large_sum(p, e))
      pay(base, serious_rate(held), large_sum_cap, &large);
    else if (p->kind[e] == inpatient)
      pay(base, ordinary_rate(held, p->level[e]), ordinary_cap, &ordinary);
    else
      visit(p, person, e, held, base, &visits);
  }
  sum->assistance = special + large + ordinary + visits;
  sum->out_of_pocket -= sum->assistance;
  if (holds) sum->premium = subsidy(p, person);
}
