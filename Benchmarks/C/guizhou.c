// Guizhou, Implementing Opinions, 2022. Tilted assistance has no figures (GZ-12): nothing.
#include "hard.h"
#include "identities.h"
#include "schedules.h"

// Classes 1 to 4 of 1(1) and 4(1), with their deductibles and rates (4(1)); relapsed persons by GZ-25.
#define CLASS1 (BIT(destituteSupport) | BIT(orphan) | BIT(deFactoUnsupportedChild))
#define POOR (BIT(minimumLivingAllowance) | BIT(monitoredAtRisk) | BIT(relapsedIntoPoverty))
#define CLASS2 (POOR | BIT(workerDeepHardship))
#define CLASS3 (BIT(allowanceMarginFamily) | BIT(workerRelativeHardship))
#define CLASS4 (BIT(illnessImpoverishedPatient) | BIT(workerAccidentalHardship))
static const set class_sets[] = {CLASS1, CLASS2, CLASS3, CLASS4};
static const set any_class = CLASS1 | CLASS2 | CLASS3 | CLASS4;
static const fen deductibles[] = {0, 0, YUAN(1000), YUAN(2000)};
static const int rates[] = {PERCENT(100), PERCENT(70), PERCENT(60), PERCENT(50)};
static const fen annual_cap = YUAN(50000);
// 3(1); not workers, who are insured as employees.
static const set preferred = CLASS1 | POOR;

// Held on a day; where no class is left, also until the end of the month in which it was lost (2, GZ-29).
static set held_or_leaving(const people *p, uint32_t person, day on) {
  set held = held_on(p, person, on);
  if (held & any_class) return held;
  set raw = 0;
  for (uint32_t i = p->identities[person]; i < p->identities[person + 1]; i++) {
    const int live = p->from[i] <= on && on <= p->to[i];
    const int leaving = p->from[i] <= on && p->to[i] < on && p->to[i] != day_past && on <= month_end(p->to[i]);
    if (live || leaving) raw |= BIT(p->identity[i]);
  }
  return closed(raw);
}

// The illness-impoverished are covered from 12 months before they applied until recognised (6(2)).
static set looking_back(const people *p, uint32_t person, day on) {
  for (uint32_t i = p->identities[person]; i < p->identities[person + 1]; i++)
    if (p->identity[i] == illnessImpoverishedPatient && p->from[i] != day_past && on <= p->from[i] &&
        on >= year_before(p->applied[i]))
      return BIT(illnessImpoverishedPatient);
  return 0;
}

// 3(1), 4(2).
static int is_eligible(const people *p, uint32_t person, uint32_t e) {
  if (p->kind[e] == outpatient || never_claimed(p, e)) return 0;
  if (p->insurance[person] == uninsured && !p->enrolled_after_illness[person]) return 0;
  return p->designated[e] || p->emergency[e];
}

// Section 2: recognised by the levy end, not lost before payment, paid by the levy end.
static fen subsidy(const people *p, uint32_t person) {
  const day levy_end = new_years_eve_2022, paid = premium_day(p, person, levy_end);
  if (p->insurance[person] > resident_tier2 || paid > levy_end) return 0;
  set held = 0;
  for (uint32_t i = p->identities[person]; i < p->identities[person + 1]; i++)
    if (p->from[i] <= levy_end && p->to[i] >= paid) held |= BIT(p->identity[i]);
  held = closed(held);
  if (held & (CLASS1 | BIT(retrenchedEarly1960s) | BIT(dangerousMentalDisorder))) return premium_standard;
  if (held & POOR) return part(premium_standard, PERCENT(50));
  if (!(held & BIT(allowanceMarginFamily))) return 0;
  const int age = age_on(p->birth[person], paid);
  return age >= 60 || age < 18 || held & BIT(severelyDisabled) ? part(premium_standard, PERCENT(30)) : 0;
}

void settle_guizhou(const people *p, uint32_t person, amounts *sum) {
  insured_year year = {0};
  fen counted = 0, paid = 0;
  const int holds = holds_any(p, person);
  for (uint32_t e = p->episodes[person]; e < p->episodes[person + 1]; e++) {
    const set held = holds ? held_or_leaving(p, person, p->on[e]) : 0;
    const basic_terms *terms = p->insurance[person] == employee ? &employees : &guizhou_residents;
    const layers layers = insure(p, person, e, terms, 10000, &guizhou_critical, (held & preferred) != 0, &year);
    const fen base = remainder_of(p, e, layers, sum) + p->upfront[e] + p->over_limit[e];
    sum->base += base;
    if (!holds || !is_eligible(p, person, e)) continue;
    const set counting = held | looking_back(p, person, p->on[e]);
    if (!(counting & any_class)) continue;
    int class = 0;
    while (!(counting & class_sets[class])) class++;
    int rate = rates[class] - (p->referral[e] == missing ? PERCENT(10) : 0);        // 4(2), GZ-5
    if (p->insurance[person] == uninsured) rate = (int)part(rate, PERCENT(50));     // 4(2), GZ-7
    paid += least(part(above(counted, base, deductibles[class]), rate), annual_cap - paid);
    counted += base;
  }
  sum->assistance = paid;
  sum->out_of_pocket -= paid;
  if (holds) sum->premium = subsidy(p, person);
}
