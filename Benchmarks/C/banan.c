// Banan, Interim Measures, 2023. Orphans, unsupported children, the veterans group and the severely disabled stay under
// an earlier policy without figures (BN-2): they get nothing here.
#include "chongqing.h"
#include "hard.h"

static const set top = BIT(destituteSupport) | BIT(minimumLivingAllowance) | BIT(relapsedIntoPoverty);
static const set others = BIT(monitoredAtRisk) | BIT(allowanceMarginFamily) | BIT(illnessImpoverishedPatient);
// Art 7(2): above 5,000 a stay, 60 %, at most 20,000 a year.
static const fen tilt_from = YUAN(5000), tilt_cap = YUAN(20000);

// Art 4; tier 2 gets the whole tier-1 contribution where tier 1 gets anything (BN-21).
static fen subsidy(const people *p, uint32_t person) {
  if (p->insurance[person] > resident_tier2) return 0;
  const set held = held_on(p, person, premium_day(p, person, new_year_2023));
  int share = 0;
  if (held & (BIT(relapsedIntoPoverty) | BIT(monitoredAtRisk) | BIT(allowanceMarginFamily))) share = PERCENT(70);
  if (held & BIT(minimumLivingAllowance)) share = PERCENT(90);
  if (held & BIT(destituteSupport)) share = PERCENT(100);
  if (share > 0 && p->insurance[person] == resident_tier2) share = PERCENT(100);
  return part(premium_standard, share);
}

void settle_banan(const people *p, uint32_t person, amounts *sum) {
  insured_year year = {0};
  fen special = 0, large = 0, tilted = 0;
  const int holds = holds_any(p, person);
  for (uint32_t e = p->episodes[person]; e < p->episodes[person + 1]; e++) {
    const set held = holds ? held_on(p, person, p->on[e]) : 0;
    const fen base = chongqing_layers(p, person, e, (held & top) != 0, &year, sum);  // Art 5
    if (!(held & (top | others)) || p->insurance[person] == uninsured) continue;
    if (!p->designated[e] || never_claimed(p, e)) continue;
    if (p->location[e] == outside && is_unreferred(p, e)) continue;  // Art 10, BN-19
    const int rate = held & top ? PERCENT(90) : PERCENT(60);
    fen help = 0;
    if (LISTED & BIT(p->disease[e]))
      help = pay(base, rate, held & top ? YUAN(200000) : YUAN(100000), &special);
    else if (is_large_sum(p, e))
      help = pay(base, rate, large_sum_cap, &large);
    if (p->kind[e] != inpatient || p->location[e] == outside || is_unreferred(p, e)) continue;
    pay(positive(base - help - tilt_from), PERCENT(60), tilt_cap, &tilted);
  }
  sum->assistance = special + large;
  sum->tilted = tilted;
  sum->out_of_pocket -= special + large + tilted;
  if (holds) sum->premium = subsidy(p, person);
}
