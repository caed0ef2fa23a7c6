#define _POSIX_C_SOURCE 200809L
// Settles people of a file under the five rule sets: `check FILE...` compares with what the file expects, `serve FILE`
// is timed.
#include "hard.h"
#include "tables.h"
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static const char *const names[places] = {"bazhong", "banan", "dianjiang", "kaizhou", "guizhou"};
static const char *const amount_names[amount_count] = {
    "assistance", "tilted", "premium subsidy", "basic", "critical illness", "supplementary", "base", "out of pocket"};
static void (*const hard[places])(const people *, uint32_t, amounts *) = {
    settle_bazhong, settle_banan, settle_dianjiang, settle_kaizhou, settle_guizhou};
static const rules *const tables[places] = {
    &rules_bazhong, &rules_banan, &rules_dianjiang, &rules_kaizhou, &rules_guizhou};
enum { hard_coded, table_driven };
static const char *const engines[] = {"hard-coded", "table-driven"};

static episode_result *room(const people *p) {
  uint32_t most = 0;
  for (uint64_t i = 0; i < p->count; i++) {
    const uint32_t own = p->episodes[i + 1] - p->episodes[i];
    if (own > most) most = own;
  }
  episode_result *results = malloc((most + 1) * sizeof *results);
  if (!results) exit(2);
  return results;
}

static int64_t amount(const amounts *sum, int index) {
  const int64_t all[] = {sum->assistance, sum->tilted, sum->premium, sum->basic, sum->critical, sum->supplementary,
                         sum->base, sum->out_of_pocket};
  return all[index];
}

// Prints each place's totals and the first few differences; returns how many people differ.
static uint64_t check(const people *p, int engine) {
  episode_result *results = room(p);
  uint64_t differ = 0;
  for (int place = 0; place < places; place++) {
    int64_t totals[amount_count] = {0};
    for (uint32_t i = 0; i < p->count; i++) {
      amounts sum = {0};
      if (engine == hard_coded) hard[place](p, i, &sum);
      else settle_by_tables(tables[place], p, i, &sum, results);
      int same = 1;
      for (int a = 0; a < amount_count; a++) {
        totals[a] += amount(&sum, a);
        if (amount(&sum, a) == p->expected[place][a][i]) continue;
        if (differ < 10)
          printf("difference: %s, %s, person %u, %s: %" PRId64 " fen, expected %" PRId64 "\n", engines[engine],
                 names[place], i, amount_names[a], amount(&sum, a), p->expected[place][a][i]);
        same = 0;
      }
      differ += !same;
    }
    printf("%-12s %-10s assistance %14" PRId64 " tilted %12" PRId64 " premium %12" PRId64 " out of pocket %16" PRId64
           " fen\n", engines[engine], names[place], totals[0], totals[1], totals[2], totals[7]);
  }
  free(results);
  return differ;
}

// One pass over everybody; the sum shows that the work is that of the other engine.
static int64_t pass(const people *p, int engine, episode_result *results) {
  enum { stretch = 360 }; // people that are settled under one rule set before the next
  int64_t all = 0;
  for (uint32_t first = 0; first < p->count; first += stretch)
    for (int place = 0; place < places; place++)
      for (uint32_t i = first; i < p->count && i < first + stretch; i++) {
        amounts sum = {0};
        if (engine == hard_coded) hard[place](p, i, &sum);
        else settle_by_tables(tables[place], p, i, &sum, results);
        all += sum.assistance + sum.tilted + sum.premium + sum.out_of_pocket;
      }
  return all;
}

// Time that this program had of a processor: what others do on the machine is not in it.
static int64_t now(void) {
  struct timespec t;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
  return (int64_t)t.tv_sec * 1000000000 + t.tv_nsec;
}

static void serve(const people *p) {
  episode_result *results = room(p);
  char line[64];
  printf("ready %" PRIu64 "\n", p->count);
  fflush(stdout);
  while (fgets(line, sizeof line, stdin)) {
    const int engine = strncmp(line, "tables", 6) == 0 ? table_driven : hard_coded;
    const int64_t start = now();
    const int64_t sum = pass(p, engine, results);
    printf("%" PRId64 " %" PRId64 "\n", now() - start, sum);
    fflush(stdout);
  }
}

int main(int count, char **words) {
  if (count < 3 || (strcmp(words[1], "check") != 0 && strcmp(words[1], "serve") != 0)) {
    fprintf(stderr, "usage: settle check|serve FILE...\n");
    return 64;
  }
  uint64_t differ = 0;
  for (int i = 2; i < count; i++) {
    people p = people_read(words[i]);
    facts_add(&p);
    if (strcmp(words[1], "serve") == 0) {
      serve(&p);
      return 0;
    }
    printf("%s: %" PRIu64 " people, %" PRIu64 " identities, %" PRIu64 " episodes\n", words[i], p.count,
           p.identity_count, p.episode_count);
    differ += check(&p, hard_coded) + check(&p, table_driven);
  }
  if (differ) printf("%" PRIu64 " people get other amounts\n", differ);
  return differ != 0;
}
