#include "facts.h"
#include <stdlib.h>

void facts_add(people *p) {
  uint64_t *persons = malloc((p->count + 1) * sizeof *persons);
  uint64_t *episodes = malloc((p->episode_count + 1) * sizeof *episodes);
  if (!persons || !episodes) exit(2);
  for (uint64_t i = 0; i < p->count; i++)
    persons[i] = FACT(INSURANCE, p->insurance[i]) | FACT(ENROLLED_AFTER_ILLNESS, p->enrolled_after_illness[i]) |
                 FACT(MAINTENANCE, p->needs_maintenance[i]);
  for (uint64_t e = 0; e < p->episode_count; e++)
    episodes[e] = FACT(KIND, p->kind[e]) | FACT(LEVEL, p->level[e]) | FACT(DESIGNATED, p->designated[e]) |
                  FACT(EMERGENCY, p->emergency[e]) | FACT(LOCATION, p->location[e]) |
                  FACT(REFERRAL, p->referral[e]) | FACT(TREATMENT, p->treatment[e]) |
                  FACT(CHRONIC, p->chronic_class[e]);
  p->person_facts = persons, p->episode_facts = episodes;
}
