// Kaizhou, Notice of 2017, as a table. Outpatient ratios (KZ-4) and the veterans group's rate at level 3 (KZ-6) are
// proxies.
#include "entries.h"

#define SPECIAL(percent) FLAT(percent, YUAN(100000))
#define LARGE(percent) FLAT(percent, YUAN(60000))
#define STAY(low, high) LEVELS(low, low, high, YUAN(6000))
#define THREE_TREATMENTS \
  ONLY(TREATMENT, FACT(TREATMENT, chemoradiotherapy) | FACT(TREATMENT, dialysis) | FACT(TREATMENT, transfusion))

const rules rules_kaizhou = {
    // 1(1) to 1(3), in the order of 2(3) and 2(4)1.
    .class_count = 5,
    .classes = {BIT(destituteSupport), BIT(minimumLivingAllowance), BIT(orphan) | BIT(deFactoUnsupportedChild),
                BIT(ruralPriorityEntitled),
                BIT(severelyDisabled) | BIT(civilAffairsFiledHardship) | BIT(illnessImpoverishedPatient)},
    .exclusion_count = 2,  // X-20; 3(3)
    .exclusions = {{1, {{.never = UNINSURED_ONLY}}}, {1, {{.never = NOT_DESIGNATED_ONLY}}}},
    CHONGQING_INSURANCE,  // no preference (KZ-29)
    .benefit_count = 4,   // 2(2) to 2(4)
    .benefits = {{.when = {2, {{.diseases = LISTED_KAIZHOU, .never = INPATIENT_ONLY},
                               {.diseases = LISTED_KAIZHOU, .never = THREE_TREATMENTS}}},
                  .gate = -1, .group_class = -1,
                  .entries = {SPECIAL(80), SPECIAL(70), SPECIAL(70), SPECIAL(70), SPECIAL(60)}},
                 {.when = {1, {LARGE_STAYS}}, .gate = YUAN(30000), .group_class = -1,
                  .entries = {LARGE(80), LARGE(70), LARGE(70), LARGE(70), LARGE(60)}},
                 {.when = {1, {SPECIAL_STAYS}}, .gate = -1, .group_class = -1,
                  .entries = {STAY(80, 80), STAY(80, 70), STAY(80, 70), STAY(70, 70), STAY(70, 60)}},
                 {.when = {1, {{.never = VISITS_ONLY}}}, .gate = -1,
                  .entries = {FLAT(100, YUAN(400)), FLAT(60, YUAN(300)), FLAT(60, YUAN(300)), FLAT(60, YUAN(300))},
                  .group_class = 1, .group = FLAT(100, YUAN(400)),
                  .group_when = {2, {{.age_from = 80}, {.never = ONLY(MAINTENANCE, FACT(MAINTENANCE, 1))}}}}},
    // 2(1), as if in force; tier 2 and employees get the whole tier-1 contribution.
    .insured = FACT(INSURANCE, resident_tier1),
    .full_for = FACT(INSURANCE, resident_tier2) | FACT(INSURANCE, employee),
    .share_count = 8,
    .shares = {{BIT(destituteSupport), {}, PERCENT(100)}, {BIT(minimumLivingAllowance), {}, PERCENT(100)},
               {BIT(orphan), {}, PERCENT(100)}, {BIT(deFactoUnsupportedChild), {}, PERCENT(100)},
               {BIT(ruralPriorityEntitled), {}, PERCENT(70)}, {BIT(severelyDisabled), {}, PERCENT(70)},
               {BIT(civilAffairsFiledHardship), {}, PERCENT(70)}, {BIT(illnessImpoverishedPatient), {}, PERCENT(70)}},
};
