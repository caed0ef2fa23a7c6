// Banan, Interim Measures, 2023, as a table. The last four classes have no figures (BN-2).
#include "entries.h"

#define TOP_SPECIAL FLAT(90, YUAN(200000))
#define OTHER_SPECIAL FLAT(60, YUAN(100000))
#define TOP_LARGE FLAT(90, YUAN(60000))
#define OTHER_LARGE FLAT(60, YUAN(60000))

const rules rules_banan = {
    .class_count = 7,  // Art 3, 7
    .classes = {BIT(destituteSupport), BIT(minimumLivingAllowance), BIT(relapsedIntoPoverty), BIT(monitoredAtRisk),
                BIT(allowanceMarginFamily), BIT(illnessImpoverishedPatient),
                BIT(orphan) | BIT(deFactoUnsupportedChild) | BIT(ruralPriorityEntitled) | BIT(severelyDisabled)},
    .exclusion_count = 3,  // X-20; Art 6; Art 10
    .exclusions = {{1, {{.never = UNINSURED_ONLY}}},
                   {1, {{.never = NOT_DESIGNATED_ONLY}}},
                   {1, {{.never = OUTSIDE_ONLY | UNREFERRED_ONLY}}}},
    CHONGQING_INSURANCE,
    .preferred = BIT(destituteSupport) | BIT(minimumLivingAllowance) | BIT(relapsedIntoPoverty),  // Art 5
    .benefit_count = 2,  // Art 7(1)
    .benefits = {{.when = {1, {{.diseases = LISTED}}}, .gate = -1, .group_class = -1,
                  .entries = {TOP_SPECIAL, TOP_SPECIAL, TOP_SPECIAL, OTHER_SPECIAL, OTHER_SPECIAL, OTHER_SPECIAL}},
                 {.when = {1, {LARGE_STAYS}}, .gate = YUAN(30000), .group_class = -1,
                  .entries = {TOP_LARGE, TOP_LARGE, TOP_LARGE, OTHER_LARGE, OTHER_LARGE, OTHER_LARGE}}},
    .tilt_when = {1, {{.never = INPATIENT_ONLY | FACT(LOCATION, outside) | PROPER_ONLY}}},  // Art 7(2)
    .tilt_per_stay = 1,
    .tilt_threshold = YUAN(5000),
    .tilt_cap = YUAN(20000),
    .tilt_rate = {PERCENT(60), PERCENT(60), PERCENT(60), PERCENT(60), PERCENT(60), PERCENT(60)},
    // Art 4; tier 2 gets the whole tier-1 contribution.
    .insured = FACT(INSURANCE, resident_tier1),
    .full_for = FACT(INSURANCE, resident_tier2),
    .share_count = 5,
    .shares = {{BIT(destituteSupport), {}, PERCENT(100)}, {BIT(minimumLivingAllowance), {}, PERCENT(90)},
               {BIT(relapsedIntoPoverty), {}, PERCENT(70)}, {BIT(monitoredAtRisk), {}, PERCENT(70)},
               {BIT(allowanceMarginFamily), {}, PERCENT(70)}},
};
