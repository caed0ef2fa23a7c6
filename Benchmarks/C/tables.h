// A rule set as tables of numbers, for an engine that knows none of the documents. Money is fen, rates basis points.
#ifndef TABLES_H
#define TABLES_H
#include "facts.h"
#include "insurance.h"

enum { class_limit = 10, benefit_limit = 4, share_limit = 10 };

// Requirements that must all hold; what is 0 asks for nothing.
typedef struct {
  uint64_t never;  // facts of which none may be present
  set diseases;    // one of these
  set all_of;      // all of these identities
  int age_from, age_below;
  day claimed_after;  // a claim later than this
} term;

// One of the terms must hold; without terms it always does.
typedef struct {
  int count;
  term terms[3];
} test;

// A class's figures in a benefit; `cap` 0 is none: the class has no claim.
typedef struct {
  fen deductible, cap;
  int rate[4];  // by level, 0 to 3
} entry;

typedef struct {
  test when;
  int minus, times;  // times is 0 for none
} modifier;

typedef struct {
  test when;
  fen gate;  // in-policy amount that must be exceeded; -1 for none
  entry entries[class_limit];
  // Who has other figures among a class: rank, who, figures; `group_class` is -1 for none.
  int group_class;
  test group_when;
  entry group;
  int modifier_count;
  modifier modifiers[2];
} benefit;

typedef struct {
  set identity;
  test when;
  int share;
} premium_share;

typedef struct {
  int class_count;
  set classes[class_limit];
  int best_per_benefit;       // else the highest class decides everything
  int designated_by_analogy;  // as the identity that the person carries
  int grace_to_month_end;     // of an identity that was lost, where no class is left
  set look_back;              // identities that act before they were recognised
  int look_back_months;       // counted from the application; 0: the calendar year, if because of medical expense
  int base_with_upfront;      // class-B and over-limit amounts too
  int exclusion_count;
  test exclusions[3];
  // Insurance.
  basic_terms basic[3];  // by type
  int away_count;
  modifier away[2];  // of residents' basic insurance
  critical_terms critical;
  set preferred;
  // Assistance: the first benefit that an episode's facts and the person's class lead to.
  int benefit_count;
  benefit benefits[benefit_limit];
  // Tilted assistance of what is left; rate 0 for classes without.
  test tilt_when;
  int tilt_per_stay, tilt_needs_benefit;
  fen tilt_threshold, tilt_cap;
  int tilt_rate[class_limit];
  // Premium subsidy.
  fen standard, due[4];
  day levy_end;       // where it decides, else day_past
  uint64_t insured;   // insurance types whose shares are listed
  uint64_t full_for;  // types that get the whole standard where any share is due
  int share_count;
  premium_share shares[share_limit];
} rules;

extern const rules rules_bazhong, rules_banan, rules_dianjiang, rules_kaizhou, rules_guizhou;

// What one episode was paid, and by which class and benefit (-1 for none).
typedef struct {
  fen basic, critical, base, assistance, tilted;
  int8_t class, benefit;
} episode_result;

// Settles a person's year; `results` has room for every episode of the person.
void settle_by_tables(const rules *r, const people *p, uint32_t person, amounts *sum, episode_result *results);
#endif
