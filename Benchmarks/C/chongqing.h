// What Banan, Dianjiang and Kaizhou have in common: separate routes with an annual ceiling each, no deductible.
#ifndef CHONGQING_H
#define CHONGQING_H
#include "identities.h"
#include "schedules.h"

// A stay that costs more than this in policy at level 2 or above is a large sum (Banan 7(1), Dianjiang 3(4)3, Kaizhou
// 2(4)2); the gate measures P, strictly more (BN-9, BN-10).
static const fen large_sum_gate = YUAN(30000);
// Dianjiang 3(4)3-5; Kaizhou 2(3), 2(4)1, 2(4)2; Banan 7(1) for large sums.
static const fen large_sum_cap = YUAN(60000), special_cap = YUAN(100000), ordinary_cap = YUAN(6000);

static inline int is_large_sum(const people *p, uint32_t e) {
  return p->kind[e] == inpatient && p->level[e] >= 2 && p->in_policy[e] > large_sum_gate;
}

// At the rate within what the year's ceiling leaves (X-8: of the payment).
static inline fen pay(fen base, int rate, fen cap, fen *used) {
  const fen paid = least(part(base, rate), positive(cap - *used));
  *used += paid;
  return paid;
}

static inline fen chongqing_layers(
    const people *p, uint32_t person, uint32_t e, int preferred, insured_year *year, amounts *sum) {
  const basic_terms *terms[] = {&chongqing_tier1, &chongqing_tier2, &employees, &employees};
  const layers paid = insure(
      p, person, e, terms[p->insurance[person]], chongqing_times(p, person, e), &chongqing_critical, preferred, year);
  const fen left = remainder_of(p, e, paid, sum);
  sum->base += left;
  return left;
}

// The stronger group of ordinary outpatient care among allowance recipients: 80 or older, or in need of maintenance
// treatment outside hospital (Dianjiang 3(4)3-1; Kaizhou 2(2)).
static inline int is_old_or_maintained(const people *p, uint32_t person, uint32_t e) {
  return p->needs_maintenance[person] || age_on(p->birth[person], p->on[e]) >= 80;
}

static inline int is_three_treatments(const people *p, uint32_t e) {
  return p->treatment[e] >= chemoradiotherapy && p->treatment[e] <= transfusion;
}
#endif
