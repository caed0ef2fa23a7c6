// Makes the recorded sampler calls in a plain loop: the least that drawing the same people with GSL can cost.
#define _POSIX_C_SOURCE 200809L
#include "record.h"
#include <gsl/gsl_errno.h>
#include <gsl/gsl_randist.h>
#include <gsl/gsl_rng.h>
#include <inttypes.h>
#include <medaid_philox.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

typedef struct {
  record_head head;
  site *sites;
  gsl_ran_discrete_t *tables;
  uint8_t *calls;
} record;

static void *taken(FILE *file, size_t width, size_t count) {
  void *bytes = malloc(width * count + 16);
  if (!bytes || fread(bytes, width, count, file) != count) {
    fprintf(stderr, "error: the record is broken\n");
    exit(2);
  }
  return bytes;
}

static record read_record(const char *path) {
  FILE *file = fopen(path, "rb");
  if (!file) {
    fprintf(stderr, "error: %s cannot be opened\n", path);
    exit(2);
  }
  record r = {.head = *(record_head *)taken(file, sizeof(record_head), 1)};
  r.sites = taken(file, sizeof *r.sites, r.head.sites);
  r.tables = malloc((r.head.tables + 1) * sizeof *r.tables);
  for (uint64_t i = 0; i < r.head.tables; i++) {
    r.tables[i].K = *(uint64_t *)taken(file, sizeof(uint64_t), 1);
    r.tables[i].A = taken(file, sizeof(size_t), r.tables[i].K);
    r.tables[i].F = taken(file, sizeof(double), r.tables[i].K);
  }
  r.calls = taken(file, 1, r.head.bytes);
  fclose(file);
  return r;
}

static inline double draw(const gsl_rng *g, const record *r, const site *s) {
  switch (s->function) {
    case uniform: return gsl_rng_uniform(g);
    case uniform_int: return (double)gsl_rng_uniform_int(g, (unsigned long)s->a);
    case discrete: return (double)gsl_ran_discrete(g, &r->tables[s->table]);
    case lognormal: return gsl_ran_lognormal(g, s->a, s->b);
    case gamma_amount: return gsl_ran_gamma(g, s->a, s->b);
    case pareto: return gsl_ran_pareto(g, s->a, s->b);
    case exponential: return gsl_ran_exponential(g, s->a);
    case poisson: return gsl_ran_poisson(g, s->a);
    default: return gsl_ran_negative_binomial(g, s->a, s->b);
  }
}

// All calls once; the sum keeps them from being left out.
static double pass(gsl_rng *g, const record *r, uint64_t *hash) {
  double sum = 0;
  const uint8_t *at = r->calls, *end = r->calls + r->head.bytes;
  while (at < end) {
    uint16_t number;
    memcpy(&number, at, sizeof number);
    at += sizeof number;
    if (number == seek_mark) {
      seek_call call;
      memcpy(&call, at, sizeof call);
      at += sizeof call;
      medaid_philox_seek(g, r->head.seed, call.replicate, call.household, call.purpose);
      continue;
    }
    const double drawn = draw(g, r, &r->sites[number]);
    sum += drawn;
    if (hash) *hash = hashed(*hash, drawn);
  }
  return sum;
}

// Time that this program had of a processor: what others do on the machine is not in it.
static int64_t now(void) {
  struct timespec t;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
  return (int64_t)t.tv_sec * 1000000000 + t.tv_nsec;
}

int main(int count, char **words) {
  if (count != 2) {
    fprintf(stderr, "usage: replay RECORD\n");
    return 64;
  }
  const record r = read_record(words[1]);
  gsl_set_error_handler_off();
  gsl_rng *g = gsl_rng_alloc(medaid_philox_type());
  uint64_t hash = 1;
  pass(g, &r, &hash);
  if (hash != r.head.hash) {
    fprintf(stderr, "error: the replay draws other numbers than were recorded: a call was not seen\n");
    return 2;
  }
  printf("ready %" PRIu64 " draws %" PRIu64 " seeks\n", r.head.draws, r.head.seeks);
  fflush(stdout);
  char line[64];
  while (fgets(line, sizeof line, stdin)) {
    const int64_t start = now();
    const double sum = pass(g, &r, 0);
    printf("%" PRId64 " %.17g\n", now() - start, sum);
    fflush(stdout);
  }
  return 0;
}
