// The five rule sets as straight code: one function a place settles a person's year into zeroed amounts. Snapshot of
// 2023, default readings.
#ifndef HARD_H
#define HARD_H
#include "people.h"

void settle_bazhong(const people *p, uint32_t person, amounts *sum);
void settle_banan(const people *p, uint32_t person, amounts *sum);
void settle_dianjiang(const people *p, uint32_t person, amounts *sum);
void settle_kaizhou(const people *p, uint32_t person, amounts *sum);
void settle_guizhou(const people *p, uint32_t person, amounts *sum);
#endif
