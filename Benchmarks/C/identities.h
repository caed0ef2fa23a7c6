// Which identities a person holds on a day.
#ifndef IDENTITIES_H
#define IDENTITIES_H
#include "people.h"

// Those held on a day, both ends included, with what they imply.
static inline set held_on(const people *p, uint32_t person, day on) {
  set held = 0;
  for (uint32_t i = p->identities[person]; i < p->identities[person + 1]; i++)
    if (p->from[i] <= on && on <= p->to[i]) held |= BIT(p->identity[i]);
  return closed(held);
}

static inline int holds_any(const people *p, uint32_t person) {
  return p->identities[person] != p->identities[person + 1];
}

// The day on which the premium is taken as paid: 1 January where the record has none (docs/decisions.md).
static inline day premium_day(const people *p, uint32_t person, day otherwise) {
  return p->premium_paid[person] == day_past ? otherwise : p->premium_paid[person];
}

enum { new_year_2023 = 19358, new_years_eve_2022 = 19357 };
#endif
