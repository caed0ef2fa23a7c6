// Stands between a program and GSL (LD_PRELOAD) and notes every sampler call, so that the program itself needs no hook
// that would cost it time. Seeks are seen by their effect: a state at the beginning of a lane. At exit the record goes
// to $MEDAID_RECORD; the head holds a hash of all numbers, by which a replay proves that nothing was missed.
#define _GNU_SOURCE
#include "record.h"
#include <dlfcn.h>
#include <gsl/gsl_randist.h>
#include <gsl/gsl_rng.h>
#include <stdio.h>
#include <stdlib.h>

#include "../../Sources/CMedaid/philox.c"

enum { site_limit = 60000, table_limit = 4096, slots = 1 << 18, replicate_limit = 4096 };
static site sites[site_limit];
static const gsl_ran_discrete_t *tables[table_limit];
static gsl_ran_discrete_t copies[table_limit];  // the program frees its own before it ends
static int32_t slot_of[slots];
static record_head head = {.hash = 1};
static uint8_t *calls;
static size_t room;
static int depth;  // GSL's own calls within a call are not the program's

static void fail(const char *reason) {
  fprintf(stderr, "error: recording: %s\n", reason);
  _Exit(2);
}

static void put(const void *bytes, size_t count) {
  if (head.bytes + count > room && !(calls = realloc(calls, room = 2 * (room + count)))) fail("no memory");
  memcpy(calls + head.bytes, bytes, count);
  head.bytes += count;
}

static uint32_t table_number(const gsl_ran_discrete_t *table) {
  for (uint32_t i = 0; i < head.tables; i++)
    if (tables[i] == table) return i;
  if (head.tables == table_limit) fail("too many tables");
  tables[head.tables] = table;
  gsl_ran_discrete_t *copy = &copies[head.tables];
  *copy = (gsl_ran_discrete_t){table->K, malloc(table->K * sizeof *table->A), malloc(table->K * sizeof *table->F)};
  if (!copy->A || !copy->F) fail("no memory");
  memcpy(copy->A, table->A, table->K * sizeof *table->A);
  memcpy(copy->F, table->F, table->K * sizeof *table->F);
  return (uint32_t)head.tables++;
}

static uint16_t site_number(site wanted) {
  uint64_t slot = hashed(hashed(wanted.function * 4099u + wanted.table, wanted.a), wanted.b) >> 46;
  for (; slot_of[slot]; slot = (slot + 1) % slots)
    if (memcmp(&sites[slot_of[slot] - 1], &wanted, sizeof wanted) == 0) return (uint16_t)(slot_of[slot] - 1);
  if (head.sites == site_limit) fail("too many kinds of calls");
  sites[head.sites] = wanted;
  slot_of[slot] = (int32_t)++head.sites;
  return (uint16_t)(head.sites - 1);
}

// Which replicate a key belongs to, by trying.
static uint16_t replicate_of(const uint32_t key[2]) {
  static uint16_t known;
  for (unsigned tried = 0; tried < replicate_limit; tried++) {
    const uint16_t candidate = (uint16_t)((known + tried) % replicate_limit);
    if (medaid_philox_key(head.seed, candidate) == ((uint64_t)key[1] << 32 | key[0])) return known = candidate;
  }
  fail("a lane of no replicate");
  return 0;
}

static void note(const gsl_rng *generator, site wanted) {
  const philox_state *state = generator->state;
  // Before the first block, or in front of one that was worked out ahead.
  if (state->counter[0] == 0 || (state->counter[0] == 1 && state->at + 4 == state->end)) {
    const uint16_t mark = seek_mark;
    const seek_call call = {state->counter[1], state->counter[2], replicate_of(state->key)};
    put(&mark, sizeof mark), put(&call, sizeof call);
    head.seeks++;
  }
  const uint16_t number = site_number(wanted);
  put(&number, sizeof number);
  head.draws++;
}

// Each function of GSL under its own name: notes the call and passes it on.
#define RECORDED(type, name, parameters, arguments, ...) \
  type gsl_##name parameters { \
    static type (*real) parameters; \
    if (!real) *(void **)&real = dlsym(RTLD_NEXT, "gsl_" #name); \
    if (depth) return real arguments; \
    note(r, (site){__VA_ARGS__}); \
    depth++; \
    const type result = real arguments; \
    depth--; \
    head.hash = hashed(head.hash, (double)result); \
    return result; \
  }

RECORDED(double, rng_uniform, (const gsl_rng *r), (r), uniform, 0, 0, 0)
RECORDED(unsigned long, rng_uniform_int, (const gsl_rng *r, unsigned long n), (r, n), uniform_int, 0, (double)n, 0)
RECORDED(size_t, ran_discrete, (const gsl_rng *r, const gsl_ran_discrete_t *g), (r, g), discrete, table_number(g), 0, 0)
RECORDED(double, ran_lognormal, (const gsl_rng *r, double a, double b), (r, a, b), lognormal, 0, a, b)
RECORDED(double, ran_gamma, (const gsl_rng *r, double a, double b), (r, a, b), gamma_amount, 0, a, b)
RECORDED(double, ran_pareto, (const gsl_rng *r, double a, double b), (r, a, b), pareto, 0, a, b)
RECORDED(double, ran_exponential, (const gsl_rng *r, double a), (r, a), exponential, 0, a, 0)
RECORDED(unsigned, ran_poisson, (const gsl_rng *r, double a), (r, a), poisson, 0, a, 0)
RECORDED(unsigned, ran_negative_binomial, (const gsl_rng *r, double a, double b), (r, a, b), negative_binomial, 0, a, b)

__attribute__((constructor)) static void begin(void) {
  const char *seed = getenv("MEDAID_SEED");
  if (!seed) fail("MEDAID_SEED says no seed");
  memcpy(head.magic, record_magic, sizeof head.magic);
  head.seed = strtoull(seed, 0, 10);
}

__attribute__((destructor)) static void finish(void) {
  const char *path = getenv("MEDAID_RECORD");
  FILE *file = path ? fopen(path, "wb") : 0;
  if (!file) fail("MEDAID_RECORD names no file that can be written");
  fwrite(&head, sizeof head, 1, file);
  fwrite(sites, sizeof *sites, head.sites, file);
  for (uint64_t i = 0; i < head.tables; i++) {
    const uint64_t length = copies[i].K;
    fwrite(&length, sizeof length, 1, file);
    fwrite(copies[i].A, sizeof *copies[i].A, length, file);
    fwrite(copies[i].F, sizeof *copies[i].F, length, file);
  }
  fwrite(calls, 1, head.bytes, file);
  if (fclose(file)) fail("the record could not be written");
}
