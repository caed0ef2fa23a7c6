// People with their year, as columns (people-file.md), and what the other engine gives them.
#ifndef PEOPLE_H
#define PEOPLE_H
#include "days.h"
#include "vocabulary.h"

enum { places = 5 };
enum place_number { bazhong, banan, dianjiang, kaizhou, guizhou };

// A year's amounts of one person under one rule set, in fen; the order is that of the file.
typedef struct {
  int64_t assistance, tilted, premium, basic, critical, supplementary, base, out_of_pocket;
} amounts;
enum { amount_count = 8 };

typedef struct {
  uint64_t year, count, identity_count, episode_count;
  // By person; `identities` and `episodes` have one entry more, the end of the last.
  const uint32_t *identities, *episodes;
  const day *birth, *premium_paid;
  const uint8_t *designated_as, *insurance, *enrolled_after_illness, *needs_maintenance;
  // By identity held: first and last day, application.
  const day *from, *to, *applied;
  const uint8_t *identity, *medical_expense;
  // By episode.
  const int64_t *in_policy, *upfront, *over_limit, *out_of_catalogue;
  const day *on, *claim;
  const uint8_t *disease, *kind, *level, *designated, *emergency, *location, *referral, *treatment, *chronic_class;
  // The same facts as bits, for the table-driven engine (facts.h).
  const uint64_t *person_facts, *episode_facts;
  // What the other engine gives, by rule set and amount: expected[place][amount][person].
  const int64_t *expected[places][amount_count];
} people;

// Reads a file; ends the program with a message where it is not one or speaks other words.
people people_read(const char *path);

// What an identity implies and removes (docs/decisions.md, classes).
static inline set closed(set held) {
  if (held & (BIT(urbanThreeWithouts) | BIT(ruralFiveGuarantees))) held |= BIT(destituteSupport);
  if (held & (BIT(unstablyLifted) | BIT(marginalPovertyProne) | BIT(suddenSevereHardship)))
    held |= BIT(monitoredAtRisk);
  if (held & BIT(disabledSoldierGrade1to6)) held &= ~BIT(ruralPriorityEntitled);
  return held;
}

// Whether nobody claims an episode: it is never assisted.
static inline int never_claimed(const people *p, uint32_t e) { return p->claim[e] == day_future; }
#endif
