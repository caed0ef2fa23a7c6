// Guizhou, Implementing Opinions, 2022, as a table. Tilted assistance has no figures (GZ-12).
#include "entries.h"

#define UNINSURED_NEVER_ENROLLED (UNINSURED_ONLY | ONLY(ENROLLED_AFTER_ILLNESS, FACT(ENROLLED_AFTER_ILLNESS, 0)))
#define POOR (BIT(minimumLivingAllowance) | BIT(monitoredAtRisk) | BIT(relapsedIntoPoverty))

const rules rules_guizhou = {
    .class_count = 4,  // 1(1), 4(1); relapsed persons by GZ-25
    .classes = {BIT(destituteSupport) | BIT(orphan) | BIT(deFactoUnsupportedChild), POOR | BIT(workerDeepHardship),
                BIT(allowanceMarginFamily) | BIT(workerRelativeHardship),
                BIT(illnessImpoverishedPatient) | BIT(workerAccidentalHardship)},
    .grace_to_month_end = 1,  // 2, GZ-29
    .look_back = BIT(illnessImpoverishedPatient),  // 6(2)
    .look_back_months = 12,
    .base_with_upfront = 1,  // 3(1)
    .exclusion_count = 2,    // 4(2)
    .exclusions = {{1, {{.never = UNINSURED_NEVER_ENROLLED}}},
                   {1, {{.never = NOT_DESIGNATED_ONLY | ONLY(EMERGENCY, FACT(EMERGENCY, 0))}}}},
    .basic = {GUIZHOU_RESIDENTS, GUIZHOU_RESIDENTS, EMPLOYEES},
    .critical = GUIZHOU_CRITICAL,
    .preferred = BIT(destituteSupport) | BIT(orphan) | BIT(deFactoUnsupportedChild) | POOR,  // 3(1)
    .benefit_count = 1,
    .benefits = {{.when = {1, {{.never = FACT(KIND, outpatient)}}}, .gate = -1, .group_class = -1,
                  .entries = {ABOVE(0, 100, YUAN(50000)), ABOVE(0, 70, YUAN(50000)), ABOVE(YUAN(1000), 60, YUAN(50000)),
                              ABOVE(YUAN(2000), 50, YUAN(50000))},  // 4(1)
                  // 4(2): ten points off, then half (GZ-7).
                  .modifier_count = 2,
                  .modifiers = {{{1, {{.never = ONLY(REFERRAL, FACT(REFERRAL, missing))}}}, PERCENT(10), 0},
                                {{1, {{.never = UNINSURED_ONLY}}}, 0, PERCENT(50)}}}},
    // 2; paid and recognised by the levy end, 31 December 2022 (day 19,357).
    .standard = YUAN(350),
    .due = {YUAN(350), YUAN(350), no_limit, no_limit},
    .levy_end = 19357,
    .insured = RESIDENTS,
    .share_count = 9,
    .shares = {{BIT(destituteSupport), {}, PERCENT(100)}, {BIT(orphan), {}, PERCENT(100)},
               {BIT(deFactoUnsupportedChild), {}, PERCENT(100)}, {BIT(minimumLivingAllowance), {}, PERCENT(50)},
               {BIT(monitoredAtRisk), {}, PERCENT(50)}, {BIT(relapsedIntoPoverty), {}, PERCENT(50)},
               {BIT(allowanceMarginFamily),
                {3, {{.age_from = 60}, {.age_below = 18}, {.all_of = BIT(severelyDisabled)}}}, PERCENT(30)},
               {BIT(retrenchedEarly1960s), {}, PERCENT(100)}, {BIT(dangerousMentalDisorder), {}, PERCENT(100)}},
};
