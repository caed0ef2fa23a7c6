#include "tables.h"

typedef struct {
  uint64_t facts;
  set disease, held;
  day birth, on, claim;
} subject;

static int term_holds(const term *t, const subject *s) {
  if (s->facts & t->never) return 0;
  if (t->diseases && !(s->disease & t->diseases)) return 0;
  if ((s->held & t->all_of) != t->all_of) return 0;
  if (t->claimed_after && s->claim <= t->claimed_after) return 0;
  if (!(t->age_from | t->age_below)) return 1;
  const int age = age_on(s->birth, s->on);
  return (!t->age_from || age >= t->age_from) && (!t->age_below || age < t->age_below);
}

static inline int holds(const test *t, const subject *s) {
  for (int i = 0; i < t->count; i++)
    if (term_holds(&t->terms[i], s)) return 1;
  return t->count == 0;
}

static set recorded(const rules *r, const people *p, uint32_t person, uint32_t i) {
  if (r->designated_by_analogy && p->identity[i] == governmentDesignatedHardship && p->designated_as[person] != 255)
    return BIT(p->designated_as[person]);
  return BIT(p->identity[i]);
}

static unsigned classes_of(const rules *r, set held) {
  unsigned classes = 0;
  for (int rank = 0; rank < r->class_count; rank++) classes |= (unsigned)((held & r->classes[rank]) != 0) << rank;
  return classes;
}

static int reaches_back(const rules *r, const people *p, uint32_t i, set own, day on) {
  if (!(closed(own) & r->look_back) || p->from[i] == day_past || on > p->from[i]) return 0;
  if (r->look_back_months) return on >= year_before(p->applied[i]);
  return p->medical_expense[i] && date_of(on).year == date_of(p->from[i]).year;
}

// Identities on a day: held, and held or reached back to; and the classes that the latter lead to.
static unsigned stand(const rules *r, const people *p, uint32_t person, day on, set *held, set *effective) {
  set live = 0, leaving = 0, reached = 0;
  for (uint32_t i = p->identities[person]; i < p->identities[person + 1]; i++) {
    const set own = recorded(r, p, person, i);
    if (p->from[i] <= on && on <= p->to[i]) live |= own;
    if (r->grace_to_month_end && p->from[i] <= on && p->to[i] < on && on <= month_end(p->to[i])) leaving |= own;
    if (r->look_back && reaches_back(r, p, i, own, on)) reached |= own;
  }
  *held = closed(live);
  if (!classes_of(r, *held)) *held = closed(live | leaving);
  *effective = *held | closed(reached);
  return classes_of(r, *effective);
}

// The figures of a class in a benefit; nil where it has none.
static const entry *figures(const benefit *b, int rank, const subject *s) {
  const entry *own = rank == b->group_class && holds(&b->group_when, s) ? &b->group : &b->entries[rank];
  return own->cap ? own : 0;
}

// The figures that decide: of the highest class, or the best of those held; `rank` says which.
static const entry *claim(
    const rules *r, const benefit *b, unsigned classes, int level, const subject *s, int8_t *rank) {
  const entry *best = 0;
  for (; classes; classes &= classes - 1) {
    const int next = __builtin_ctz(classes);
    const entry *own = figures(b, next, s);
    if (own && (!best || own->rate[level] > best->rate[level])) best = own, *rank = (int8_t)next;
    if (!r->best_per_benefit) break;
  }
  return best;
}

static int modified(int rate, const modifier *list, int count, const subject *s) {
  for (int i = 0; i < count; i++) {
    if (!holds(&list[i].when, s)) continue;
    rate -= list[i].minus;
    if (list[i].times) rate = (int)part(rate, list[i].times);
  }
  return rate;
}

static fen subsidy(const rules *r, const people *p, uint32_t person) {
  const int by_levy_end = r->levy_end != day_past;
  const day usual = by_levy_end ? r->levy_end : day_of((int)p->year, 1, 1);
  const day paid = p->premium_paid[person] == day_past ? usual : p->premium_paid[person];
  const day recognised_by = by_levy_end ? r->levy_end : paid;
  if (by_levy_end && paid > r->levy_end) return 0;
  subject s = {p->person_facts[person], BIT(no_disease), 0, p->birth[person], paid, day_past};
  for (uint32_t i = p->identities[person]; i < p->identities[person + 1]; i++)
    if (p->from[i] <= recognised_by && p->to[i] >= paid) s.held |= recorded(r, p, person, i);
  s.held = closed(s.held);
  int share = 0;
  for (int i = 0; i < r->share_count; i++) {
    const premium_share *own = &r->shares[i];
    if (s.held & own->identity && own->share > share && holds(&own->when, &s)) share = own->share;
  }
  if (!(s.facts & r->insured)) share = share && s.facts & r->full_for ? 10000 : 0;
  return least(part(r->standard, share), r->due[p->insurance[person]]);
}

void settle_by_tables(const rules *r, const people *p, uint32_t person, amounts *sum, episode_result *results) {
  insured_year year = {0};
  fen counted[benefit_limit] = {0}, used[benefit_limit] = {0}, tilt_counted = 0, tilt_used = 0;
  const int type = p->insurance[person], records = p->identities[person + 1] - p->identities[person];
  for (uint32_t e = p->episodes[person]; e < p->episodes[person + 1]; e++) {
    set held = 0, effective = 0;
    const unsigned classes = records ? stand(r, p, person, p->on[e], &held, &effective) : 0;
    const subject s = {p->episode_facts[e] | p->person_facts[person], BIT(p->disease[e]), effective, p->birth[person],
                       p->on[e], p->claim[e]};
    const int times = type == employee ? 10000 : modified(10000, r->away, r->away_count, &s);
    const layers paid = insure(p, person, e, &r->basic[type == uninsured ? 0 : type], times, &r->critical,
                               (held & r->preferred) != 0, &year);
    fen base = remainder_of(p, e, paid, sum);
    if (r->base_with_upfront) base += p->upfront[e] + p->over_limit[e];
    sum->base += base;
    episode_result *result = &results[e - p->episodes[person]];
    *result = (episode_result){paid.basic, paid.critical, base, 0, 0, -1, -1};
    if (!classes) continue;
    result->class = (int8_t)__builtin_ctz(classes);
    int refused = never_claimed(p, e);
    for (int i = 0; i < r->exclusion_count && !refused; i++) refused = holds(&r->exclusions[i], &s);
    if (refused) continue;
    const int level = p->level[e];
    for (int i = 0; i < r->benefit_count; i++) {
      const benefit *b = &r->benefits[i];
      if (p->in_policy[e] <= b->gate || !holds(&b->when, &s)) continue;
      const entry *own = claim(r, b, classes, level, &s, &result->class);
      if (!own) continue;
      const int rate = modified(own->rate[level], b->modifiers, b->modifier_count, &s);
      const fen increment = above(counted[i], base, own->deductible);
      result->assistance = least(part(increment, rate), positive(own->cap - used[i]));
      result->benefit = (int8_t)i;
      counted[i] += base;
      used[i] += result->assistance;
      break;
    }
    sum->assistance += result->assistance;
    const int tilt_rate = r->tilt_rate[result->class];
    if (!tilt_rate || (r->tilt_needs_benefit && result->benefit < 0) || !holds(&r->tilt_when, &s)) continue;
    const fen left = base - result->assistance;
    const fen rise = above(r->tilt_per_stay ? 0 : tilt_counted, left, r->tilt_threshold);
    tilt_counted += left;
    result->tilted = least(part(rise, tilt_rate), r->tilt_cap - tilt_used);
    tilt_used += result->tilted;
  }
  sum->tilted = tilt_used;
  sum->out_of_pocket -= sum->assistance + sum->tilted;
  if (records) sum->premium = subsidy(r, p, person);
}
