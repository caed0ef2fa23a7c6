// Short words for the tables.
#ifndef ENTRIES_H
#define ENTRIES_H
#include "schedules.h"
#include "tables.h"

// The same rate at every level, and rates of levels 1, 2 and 3; an unrated hospital counts as level 1.
#define FLAT(percent, cap) {0, cap, {PERCENT(percent), PERCENT(percent), PERCENT(percent), PERCENT(percent)}}
#define LEVELS(one, two, three, cap) {0, cap, {PERCENT(one), PERCENT(one), PERCENT(two), PERCENT(three)}}
#define ABOVE(deductible, percent, cap) \
  {deductible, cap, {PERCENT(percent), PERCENT(percent), PERCENT(percent), PERCENT(percent)}}

// Facts that conditions speak of.
#define INPATIENT_ONLY ONLY(KIND, FACT(KIND, inpatient))
#define VISITS_ONLY ONLY(KIND, FACT(KIND, outpatient) | FACT(KIND, chronic_outpatient))
#define UNREFERRED_ONLY ONLY(REFERRAL, FACT(REFERRAL, missing) | FACT(REFERRAL, missing_other))
#define PROPER_ONLY ONLY(REFERRAL, FACT(REFERRAL, not_required) | FACT(REFERRAL, compliant))
#define OUTSIDE_ONLY ONLY(LOCATION, FACT(LOCATION, outside))
#define LEVEL2_UP ONLY(LEVEL, FACT(LEVEL, 2) | FACT(LEVEL, 3))
#define UNINSURED_ONLY ONLY(INSURANCE, FACT(INSURANCE, uninsured))
#define NOT_DESIGNATED_ONLY ONLY(DESIGNATED, FACT(DESIGNATED, 0))

#define RESIDENTS (FACT(INSURANCE, resident_tier1) | FACT(INSURANCE, resident_tier2))

// Insurance of the three documents of Chongqing; premiums of tiers 1 and 2 in the same place.
#define CHONGQING_INSURANCE \
  .basic = {CHONGQING_TIER1, CHONGQING_TIER2, EMPLOYEES}, .away_count = 1, \
  .away = {{{1, {{.never = OUTSIDE_ONLY | UNREFERRED_ONLY}}}, 0, 7000}}, .critical = CHONGQING_CRITICAL, \
  .standard = YUAN(350), .due = {YUAN(350), YUAN(725), no_limit, no_limit}, .levy_end = day_past

// 2(2)-2(4) of Kaizhou and 3(4)3 of Dianjiang route by the same facts.
#define SPECIAL_STAYS {.never = INPATIENT_ONLY}
#define LARGE_STAYS {.never = INPATIENT_ONLY | LEVEL2_UP}
#endif
