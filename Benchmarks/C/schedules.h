// Figures of the insurance schedules, section `insurance` of each rule file; 2023.
#ifndef SCHEDULES_H
#define SCHEDULES_H
#include "insurance.h"

// By macros, so that the tables of the other engine can hold them too. The three documents of Chongqing share one
// schedule: residents of tier 1 and 2.
#define CHONGQING_TIER1 \
  {{YUAN(100), YUAN(300), YUAN(800)}, {PERCENT(80), PERCENT(70), PERCENT(50)}, YUAN(80000), \
  {PERCENT(60), PERCENT(40), 0}, YUAN(300)}
static const basic_terms chongqing_tier1 = CHONGQING_TIER1;
#define CHONGQING_TIER2 \
  {{YUAN(100), YUAN(300), YUAN(800)}, {PERCENT(85), PERCENT(75), PERCENT(55)}, YUAN(120000), \
  {PERCENT(60), PERCENT(40), 0}, YUAN(500)}
static const basic_terms chongqing_tier2 = CHONGQING_TIER2;
#define BAZHONG_RESIDENTS \
  {{YUAN(150), YUAN(350), YUAN(650)}, {PERCENT(85), PERCENT(75), PERCENT(65)}, YUAN(200000), \
  {PERCENT(50), PERCENT(50), PERCENT(50)}, YUAN(300)}
static const basic_terms bazhong_residents = BAZHONG_RESIDENTS;
#define GUIZHOU_RESIDENTS \
  {{YUAN(100), YUAN(400), YUAN(800)}, {PERCENT(85), PERCENT(75), PERCENT(60)}, YUAN(250000), \
  {PERCENT(50), PERCENT(50), PERCENT(50)}, YUAN(300)}
static const basic_terms guizhou_residents = GUIZHOU_RESIDENTS;
// Employees have the same schedule everywhere.
#define EMPLOYEES \
  {{YUAN(200), YUAN(400), YUAN(800)}, {PERCENT(90), PERCENT(88), PERCENT(86)}, YUAN(300000), \
  {PERCENT(60), PERCENT(55), PERCENT(50)}, YUAN(2000)}
static const basic_terms employees = EMPLOYEES;

#define CHONGQING_CRITICAL \
  {YUAN(13193), {{no_limit, PERCENT(60)}}, YUAN(200000)}
static const critical_terms chongqing_critical = CHONGQING_CRITICAL;
#define BAZHONG_CRITICAL \
  {YUAN(12500), {{YUAN(30000), PERCENT(60)}, {YUAN(100000), PERCENT(65)}, {no_limit, PERCENT(75)}}, \
  YUAN(300000)}
static const critical_terms bazhong_critical = BAZHONG_CRITICAL;
#define GUIZHOU_CRITICAL \
  {YUAN(10000), {{YUAN(50000), PERCENT(60)}, {YUAN(100000), PERCENT(70)}, {no_limit, PERCENT(80)}}, \
  YUAN(200000)}
static const critical_terms guizhou_critical = GUIZHOU_CRITICAL;

// Personal contribution of 2023, in Chongqing of tier 1 (parameter `premium`). No share passes 100 %, and tier 2 owes
// more, so that nobody is paid more than is due.
static const fen premium_standard = YUAN(350);

static inline int is_unreferred(const people *p, uint32_t e) { return p->referral[e] >= missing; }

// Residents are paid 70 % as much outside the municipality without referral.
static inline int chongqing_times(const people *p, uint32_t person, uint32_t e) {
  return p->insurance[person] != employee && p->location[e] == outside && is_unreferred(p, e) ? 7000 : 10000;
}
#endif
