// The categorical facts of an episode and its person as one bit a value, for conditions that are masks.
#ifndef FACTS_H
#define FACTS_H
#include "people.h"

// Where the bits of each group begin, and how many there are.
enum {
  KIND_at = 0, KIND_bits = 3,
  LEVEL_at = 3, LEVEL_bits = 4,
  DESIGNATED_at = 7, DESIGNATED_bits = 2,
  EMERGENCY_at = 9, EMERGENCY_bits = 2,
  LOCATION_at = 11, LOCATION_bits = 4,
  REFERRAL_at = 15, REFERRAL_bits = 4,
  TREATMENT_at = 19, TREATMENT_bits = 5,
  CHRONIC_at = 24, CHRONIC_bits = 2,
  INSURANCE_at = 26, INSURANCE_bits = 4,
  ENROLLED_AFTER_ILLNESS_at = 30, ENROLLED_AFTER_ILLNESS_bits = 2,
  MAINTENANCE_at = 32, MAINTENANCE_bits = 2,
};

#define FACT(group, value) ((uint64_t)1 << (group##_at + (value)))
// What rules a condition out that allows only some values of a group: all its other bits.
#define ONLY(group, values) ((((uint64_t)1 << group##_bits) - 1) << group##_at & ~(uint64_t)(values))

// Fills in the two columns of facts.
void facts_add(people *p);
#endif
