// The words of the people file, in the order of the shared vocabulary; people.c checks that the file has the same ones.
#ifndef VOCABULARY_H
#define VOCABULARY_H
#include <stdint.h>

// Identities.
#define IDENTITIES(X) \
  X(destituteSupport) X(urbanThreeWithouts) X(ruralFiveGuarantees) X(orphan) X(deFactoUnsupportedChild) \
  X(minimumLivingAllowance) X(allowanceMarginFamily) X(relapsedIntoPoverty) X(monitoredAtRisk) X(unstablyLifted) \
  X(marginalPovertyProne) X(suddenSevereHardship) X(stablyLifted) X(illnessImpoverishedPatient) \
  X(ruralPriorityEntitled) X(disabledSoldierGrade1to6) X(severelyDisabled) X(civilAffairsFiledHardship) \
  X(governmentDesignatedHardship) X(workerDeepHardship) X(workerRelativeHardship) X(workerAccidentalHardship) \
  X(workerHardshipUnspecified) X(retrenchedEarly1960s) X(dangerousMentalDisorder) X(hardshipUniversityStudent)

#define DISEASES(X) \
  X(lungCancer) X(oesophagealCancer) X(stomachCancer) X(colonCancer) X(rectalCancer) X(breastCancer) \
  X(cervicalCancer) X(multipleOrganFailure) X(aplasticAnaemia) X(endStageRenalDisease) \
  X(multidrugResistantTuberculosis) X(aidsOpportunisticInfection) X(severeMentalIllness) X(haemophilia) \
  X(transplantCare) X(chronicMyeloidLeukaemia) X(acuteMyocardialInfarction) X(cerebralInfarction) \
  X(severeInfluenzaH1N1) X(type1Diabetes) X(hyperthyroidism) X(cleftLipPalate) X(thalassaemia) X(leukaemia) \
  X(schizophrenia) X(mania) X(anxietyDisorder) X(violentMentalDisorder) X(congenitalHeartDisease)

#define WORD(name) name,
enum identity { IDENTITIES(WORD) identity_count };
enum disease { DISEASES(WORD) disease_count, no_disease = 63 };
#undef WORD

enum kind { inpatient, chronic_outpatient, outpatient };
enum place { county, city, province, outside };
enum referral { not_required, compliant, missing, missing_other };
enum treatment { unstated, chemoradiotherapy, dialysis, transfusion, other_treatment };
enum chronic_class { class_one, class_two };
enum insurance { resident_tier1, resident_tier2, employee, uninsured };

// A set of identities or diseases, one bit a word.
typedef uint64_t set;
#define BIT(word) ((set)1 << (word))

// The 27 diseases that Dianjiang 3(5), which says 26 (DJ-15), and Kaizhou 2(4)1 print; Banan by proxy (BN-6).
#define LISTED (BIT(violentMentalDisorder) - 1)
// Kaizhou also reads violent mental disorder as an item of its own (KZ-16).
#define LISTED_KAIZHOU (LISTED | BIT(violentMentalDisorder))
#endif
