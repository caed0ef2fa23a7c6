// The layers before assistance: basic and critical-illness insurance (docs/decisions.md, order of settlement). Drawn
// people bring no payments of their own, so there is no supplementary layer. The schedules are assumptions of the rule
// files, section `insurance`, not of the documents (docs/sources.md C).
#ifndef INSURANCE_H
#define INSURANCE_H
#include "money.h"
#include "people.h"

// Basic insurance, by hospital level 1 to 3. Chronic outpatient care has the rate of stays and no deductible.
typedef struct {
  fen deductible[3];
  int rate[3];
  fen cap;
  int visit_rate[3];
  fen visit_cap;
} basic_terms;

// Critical-illness insurance: at most three bands, `upto` above the deductible.
typedef struct {
  fen deductible;
  struct {
    fen upto;
    int rate;
  } bands[3];
  fen cap;
} critical_terms;

// What has accumulated in a person's year.
typedef struct {
  fen stays_paid, visits_paid, burden, critical_paid;
} insured_year;

typedef struct {
  fen basic, critical;
} layers;

// Half the deductible, five points more, no ceiling (Banan 5, Dianjiang 3(4)2, Guizhou 3(1)).
static const int preferred_points = PERCENT(5);

// What the rise of the year's burden by `more` earns: the exact sum over the bands, rounded once.
static inline fen critical_share(const critical_terms *c, int preferred, fen before, fen more) {
  const fen deductible = preferred ? part(c->deductible, PERCENT(50)) : c->deductible;
  const fen low = positive(before - deductible), high = positive(before + more - deductible);
  if (high == low) return 0;
  fen sum = 0, bottom = 0;
  for (int band = 0; band < 3 && bottom < high; band++) {
    const fen top = least(high, c->bands[band].upto), from = low > bottom ? low : bottom;
    if (top > from) sum += (top - from) * (c->bands[band].rate + (preferred ? preferred_points : 0));
    bottom = c->bands[band].upto;
  }
  return (sum + 5000) / 10000;
}

// Both layers of an episode. `times` multiplies the rate of basic insurance, in basis points (away from home).
static inline layers insure(
    const people *p, uint32_t person, uint32_t e, const basic_terms *b, int times, const critical_terms *c,
    int preferred, insured_year *year) {
  layers paid = {0, 0};
  const int kind = p->insurance[person];
  if (kind == uninsured || !(p->designated[e] | p->emergency[e])) return paid;
  const fen cost = p->in_policy[e];
  const int level = p->level[e] > 1 ? p->level[e] - 1 : 0;  // unrated as level 1
  if (p->kind[e] == outpatient) {
    paid.basic = least(part(cost, part(b->visit_rate[level], times)), positive(b->visit_cap - year->visits_paid));
    year->visits_paid += paid.basic;
    return paid;
  }
  const fen deductible = p->kind[e] == inpatient ? b->deductible[level] : 0;
  const fen full = part(positive(cost - deductible), part(b->rate[level], times));
  paid.basic = least(full, positive(b->cap - year->stays_paid));
  year->stays_paid += paid.basic;
  if (kind == employee) return paid;  // critical-illness insurance is for residents
  const fen burden = cost - paid.basic;
  paid.critical = critical_share(c, preferred, year->burden, burden);
  if (!preferred) paid.critical = least(paid.critical, positive(c->cap - year->critical_paid));
  year->burden += burden;
  year->critical_paid += paid.critical;
  return paid;
}

// Books what insurance did and returns R, the in-policy amount that is left.
static inline fen remainder_of(const people *p, uint32_t e, layers paid, amounts *sum) {
  sum->basic += paid.basic;
  sum->critical += paid.critical;
  const fen cost = p->in_policy[e] + p->upfront[e] + p->over_limit[e] + p->out_of_catalogue[e];
  sum->out_of_pocket += cost - paid.basic - paid.critical;
  return positive(p->in_policy[e] - paid.basic - paid.critical);
}
#endif
