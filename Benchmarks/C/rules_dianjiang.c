// Dianjiang, interpretation of a consultation draft, as a table. Rates of stays (DJ-2) and premium shares (DJ-13) are
// proxies.
#include "entries.h"

#define SPECIAL(percent) FLAT(percent, YUAN(100000))
#define LARGE(percent) FLAT(percent, YUAN(60000))
#define STAY(low, high) LEVELS(low, low, high, YUAN(6000))

const rules rules_dianjiang = {
    .class_count = 6,  // 3(1)
    .classes = {BIT(destituteSupport), BIT(minimumLivingAllowance) | BIT(orphan) | BIT(deFactoUnsupportedChild),
                BIT(relapsedIntoPoverty), BIT(ruralPriorityEntitled),
                BIT(severelyDisabled) | BIT(illnessImpoverishedPatient),
                BIT(allowanceMarginFamily) | BIT(monitoredAtRisk)},
    .best_per_benefit = 1,  // DJ-21
    .exclusion_count = 2,   // X-20; 3(4)3, X-11
    .exclusions = {{1, {{.never = UNINSURED_ONLY}}}, {1, {{.never = NOT_DESIGNATED_ONLY}}}},
    CHONGQING_INSURANCE,
    .preferred = BIT(destituteSupport) | BIT(minimumLivingAllowance) | BIT(relapsedIntoPoverty),  // 3(4)2
    .benefit_count = 4,  // 3(4)3-1 to 3(4)3-5
    .benefits = {{.when = {1, {{.diseases = LISTED}}}, .gate = -1, .group_class = -1,
                  .entries = {SPECIAL(80), SPECIAL(70), SPECIAL(70), SPECIAL(70), SPECIAL(60), SPECIAL(60)}},
                 {.when = {1, {LARGE_STAYS}}, .gate = YUAN(30000), .group_class = -1,
                  .entries = {LARGE(80), LARGE(70), LARGE(70), LARGE(70), LARGE(60), LARGE(60)}},
                 {.when = {1, {SPECIAL_STAYS}}, .gate = -1, .group_class = -1,
                  .entries = {STAY(80, 80), STAY(80, 70), STAY(80, 70), STAY(70, 70), STAY(70, 60), STAY(70, 60)}},
                 {.when = {1, {{.never = VISITS_ONLY}}}, .gate = -1,
                  .entries = {FLAT(100, YUAN(400)), FLAT(60, YUAN(300)), {}, FLAT(60, YUAN(300))},
                  .group_class = 1, .group = FLAT(100, YUAN(400)),
                  .group_when = {2, {{.all_of = BIT(minimumLivingAllowance), .age_from = 80},
                                     {.all_of = BIT(minimumLivingAllowance),
                                      .never = ONLY(MAINTENANCE, FACT(MAINTENANCE, 1))}}}}},
    .insured = FACT(INSURANCE, resident_tier1),
    .full_for = FACT(INSURANCE, resident_tier2),
    .share_count = 9,  // 3(3)
    .shares = {{BIT(destituteSupport), {}, PERCENT(100)}, {BIT(minimumLivingAllowance), {}, PERCENT(90)},
               {BIT(orphan), {}, PERCENT(90)}, {BIT(deFactoUnsupportedChild), {}, PERCENT(90)},
               {BIT(relapsedIntoPoverty), {}, PERCENT(70)}, {BIT(monitoredAtRisk), {}, PERCENT(70)},
               {BIT(allowanceMarginFamily), {}, PERCENT(70)}, {BIT(ruralPriorityEntitled), {}, PERCENT(70)},
               {BIT(severelyDisabled), {}, PERCENT(70)}},
};
