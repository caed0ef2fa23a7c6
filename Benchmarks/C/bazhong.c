// Bazhong, Measures for Medical Assistance, 2022.
#include "hard.h"
#include "identities.h"
#include "schedules.h"

// Parameters of 2023: last year's disposable income per head, monitoring line (assumptions of the rule file).
static const fen income = YUAN(25300), monitoring_line = YUAN(7300);
enum { last_claim = 19904 };  // 30 June 2024 (Art 11)

typedef struct {
  set who;
  int income_share, rate;  // deductible as a share of income, Art 8(1); rate, Art 8(3)
  fen cap;                 // Art 8(2)
  int tilt;                // Art 9
} class_terms;

// Highest first (Art 10). Relapsed persons count with the monitored (BZ-27).
static const class_terms classes[] = {
    {BIT(destituteSupport) | BIT(orphan), 0, PERCENT(100), YUAN(30000), PERCENT(100)},
    {BIT(minimumLivingAllowance), 0, PERCENT(70), YUAN(20000), PERCENT(50)},
    {BIT(monitoredAtRisk) | BIT(relapsedIntoPoverty), PERCENT(5), PERCENT(65), YUAN(20000), PERCENT(50)},
    {BIT(allowanceMarginFamily), PERCENT(10), PERCENT(50), YUAN(10000), PERCENT(50)},
    {BIT(illnessImpoverishedPatient), PERCENT(25), PERCENT(50), YUAN(10000), PERCENT(50)},
};
static const fen tilt_cap = YUAN(10000);  // Art 9, a year's (BZ-15)

// Held on a day, or recognised later in its year because of medical expense (Art 12, BZ-20). A government-designated
// person counts as the identity named (Art 4).
static set counted_on(const people *p, uint32_t person, day on, int looks_back) {
  set held = 0;
  for (uint32_t i = p->identities[person]; i < p->identities[person + 1]; i++) {
    const int live = p->from[i] <= on && on <= p->to[i];
    const int reached = looks_back && p->medical_expense[i] && p->from[i] != day_past && on <= p->from[i] &&
                        date_of(on).year == date_of(p->from[i]).year;
    if (!live && !reached) continue;
    const int by_analogy = p->identity[i] == governmentDesignatedHardship && p->designated_as[person] != 255;
    held |= BIT(by_analogy ? p->designated_as[person] : p->identity[i]);
  }
  return closed(held);
}

static const class_terms *class_of(set held) {
  for (int i = 0; i < 5; i++)
    if (held & classes[i].who) return &classes[i];
  return 0;
}

// Art 2, 5, 7, 8, 11.
static int is_eligible(const people *p, uint32_t person, uint32_t e) {
  if (p->insurance[person] == uninsured || !p->designated[e] || never_claimed(p, e)) return 0;
  if (p->location[e] >= province && p->claim[e] > last_claim) return 0;
  return p->kind[e] == inpatient || (p->kind[e] == chronic_outpatient && p->chronic_class[e] == class_two);
}

static int basic_times(const people *p, uint32_t person, uint32_t e) {
  if (p->insurance[person] == employee || p->location[e] < province) return 10000;
  return p->referral[e] == compliant ? 8500 : is_unreferred(p, e) ? 6000 : 10000;
}

// Art 6, coverage year 2023.
static fen subsidy(const people *p, uint32_t person) {
  if (p->insurance[person] > resident_tier2) return 0;
  const set held = counted_on(p, person, premium_day(p, person, new_year_2023), 0);
  if (held & (BIT(destituteSupport) | BIT(orphan))) return premium_standard;
  if (held & (BIT(minimumLivingAllowance) | BIT(monitoredAtRisk) | BIT(relapsedIntoPoverty)))
    return part(premium_standard, PERCENT(75));
  return held & BIT(stablyLifted) ? part(premium_standard, PERCENT(50)) : 0;
}

void settle_bazhong(const people *p, uint32_t person, amounts *sum) {
  insured_year year = {0};
  fen counted = 0, paid = 0, residual = 0, tilted = 0;
  const int holds = holds_any(p, person);
  for (uint32_t e = p->episodes[person]; e < p->episodes[person + 1]; e++) {
    const basic_terms *terms = p->insurance[person] == employee ? &employees : &bazhong_residents;
    const layers layers =
        insure(p, person, e, terms, basic_times(p, person, e), &bazhong_critical, 0, &year);  // BZ-37: no preference
    const fen base = remainder_of(p, e, layers, sum);
    sum->base += base;
    if (!holds || !is_eligible(p, person, e)) continue;
    const class_terms *class = class_of(counted_on(p, person, p->on[e], 1));
    if (!class) continue;
    const fen increment = above(counted, base, part(income, class->income_share));
    const fen help = least(part(increment, class->rate), positive(class->cap - paid));
    counted += base;
    paid += help;
    if (p->location[e] == outside || is_unreferred(p, e)) continue;  // Art 9, BZ-11, BZ-12
    const fen rise = above(residual, base - help, monitoring_line);
    residual += base - help;
    tilted += least(part(rise, class->tilt), tilt_cap - tilted);
  }
  sum->assistance = paid;
  sum->tilted = tilted;
  sum->out_of_pocket -= paid + tilted;
  if (holds) sum->premium = subsidy(p, person);
}
