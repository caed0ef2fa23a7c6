// Bazhong, Measures for Medical Assistance, 2022, as a table.
#include "entries.h"

#define BEYOND_CITY ONLY(LOCATION, FACT(LOCATION, province) | FACT(LOCATION, outside))

const rules rules_bazhong = {
    // Art 4, 10; relapsed persons with the monitored (BZ-27).
    .class_count = 5,
    .classes = {BIT(destituteSupport) | BIT(orphan), BIT(minimumLivingAllowance),
                BIT(monitoredAtRisk) | BIT(relapsedIntoPoverty), BIT(allowanceMarginFamily),
                BIT(illnessImpoverishedPatient)},
    .designated_by_analogy = 1,  // Art 4, second paragraph
    .look_back = BIT(destituteSupport) | BIT(orphan) | BIT(minimumLivingAllowance) | BIT(monitoredAtRisk) |
                 BIT(relapsedIntoPoverty) | BIT(allowanceMarginFamily) | BIT(illnessImpoverishedPatient),  // Art 12
    // Art 2; Art 7; Art 11: claimed by hand from outside the city after 30 June 2024 (day 19,904).
    .exclusion_count = 3,
    .exclusions = {{1, {{.never = UNINSURED_ONLY}}},
                   {1, {{.never = NOT_DESIGNATED_ONLY}}},
                   {1, {{.never = BEYOND_CITY, .claimed_after = 19904}}}},
    .basic = {BAZHONG_RESIDENTS, BAZHONG_RESIDENTS, EMPLOYEES},
    .away_count = 2,
    .away = {{{1, {{.never = BEYOND_CITY | ONLY(REFERRAL, FACT(REFERRAL, compliant))}}}, 0, 8500},
             {{1, {{.never = BEYOND_CITY | UNREFERRED_ONLY}}}, 0, 6000}},
    .critical = BAZHONG_CRITICAL,  // no preference (BZ-37)
    // Art 8; deductibles are 5, 10 and 25 % of last year's income per head, 25,300 for 2023.
    .benefit_count = 1,
    .benefits = {{.when = {2, {{.never = INPATIENT_ONLY},
                               {.never = ONLY(KIND, FACT(KIND, chronic_outpatient)) |
                                         ONLY(CHRONIC, FACT(CHRONIC, class_two))}}},
                  .gate = -1, .group_class = -1,
                  .entries = {ABOVE(0, 100, YUAN(30000)), ABOVE(0, 70, YUAN(20000)), ABOVE(YUAN(1265), 65, YUAN(20000)),
                              ABOVE(YUAN(2530), 50, YUAN(10000)), ABOVE(YUAN(6325), 50, YUAN(10000))}}},
    // Art 9; the monitoring line of 2023 (BZ-10).
    .tilt_when = {1, {{.never = FACT(LOCATION, outside) | PROPER_ONLY}}},
    .tilt_needs_benefit = 1,
    .tilt_threshold = YUAN(7300),
    .tilt_cap = YUAN(10000),
    .tilt_rate = {PERCENT(100), PERCENT(50), PERCENT(50), PERCENT(50), PERCENT(50)},
    // Art 6, coverage year 2023.
    .standard = YUAN(350),
    .due = {YUAN(350), YUAN(350), no_limit, no_limit},
    .levy_end = day_past,
    .insured = RESIDENTS,
    .share_count = 6,
    .shares = {{BIT(destituteSupport), {}, PERCENT(100)}, {BIT(orphan), {}, PERCENT(100)},
               {BIT(minimumLivingAllowance), {}, PERCENT(75)}, {BIT(monitoredAtRisk), {}, PERCENT(75)},
               {BIT(relapsedIntoPoverty), {}, PERCENT(75)}, {BIT(stablyLifted), {}, PERCENT(50)}},
};
