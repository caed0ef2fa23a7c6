#include "medaid_philox.h"

enum { rounds = 10 };
static const uint32_t multiplier0 = 0xD2511F53u, multiplier1 = 0xCD9E8D57u; // the constants of the paper
static const uint32_t weyl0 = 0x9E3779B9u, weyl1 = 0xBB67AE85u;

typedef medaid_philox_state philox_state;

// Every number drawn comes through here: what the compiler would not inline for its size is inlined all the same.
#define INLINED static inline __attribute__((always_inline))
// Kept apart from its callers, whose common path then needs no registers saved.
#define APART static __attribute__((noinline))

INLINED void block(const uint32_t counter[4], const uint32_t key[2], uint32_t out[4]) {
  uint32_t a = counter[0], b = counter[1], c = counter[2], d = counter[3], k0 = key[0], k1 = key[1];
  for (int round = 0; round < rounds; round++) {
    const uint64_t left = (uint64_t)multiplier0 * a, right = (uint64_t)multiplier1 * c;
    a = (uint32_t)(right >> 32) ^ b ^ k0;
    b = (uint32_t)right;
    c = (uint32_t)(left >> 32) ^ d ^ k1;
    d = (uint32_t)left;
    k0 += weyl0;
    k1 += weyl1;
  }
  out[0] = a;
  out[1] = b;
  out[2] = c;
  out[3] = d;
}

void medaid_philox_block(const uint32_t *counter, const uint32_t *key, uint32_t *out) { block(counter, key, out); }

// The finaliser of MurmurHash3 with Stafford's thirteenth set of constants: every input bit reaches every output bit.
static inline uint64_t mix(uint64_t x) {
  x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9u;
  x = (x ^ (x >> 27)) * 0x94D049BB133111EBu;
  return x ^ (x >> 31);
}

uint64_t medaid_philox_key(uint64_t seed, uint64_t replicate) {
  // Seed and replicate are mixed one after the other, so that (1, 2) and (2, 1) are different keys.
  return mix(mix(seed + 0x9E3779B97F4A7C15u) + replicate + 0x9E3779B97F4A7C15u);
}

// Two lanes side by side, of which only the low halves count.
typedef uint64_t pair __attribute__((vector_size(16)));

void medaid_philox_look_ahead(
    gsl_rng *generator, uint64_t seed, uint64_t replicate, uint64_t household, uint32_t purpose0, uint32_t purpose1,
    uint32_t purpose2, uint32_t purpose3) {
  medaid_philox_use(generator, seed, replicate);
  philox_state *state = generator->state;
  const pair low = {0xFFFFFFFFu, 0xFFFFFFFFu}, c0 = {household, household}, d0 = {household >> 32, household >> 32};
  pair a[2] = {{0, 0}, {0, 0}}, b[2] = {{purpose0, purpose1}, {purpose2, purpose3}}, c[2] = {c0, c0}, d[2] = {d0, d0};
  uint32_t k0 = state->key[0], k1 = state->key[1];
  for (int round = 0; round < rounds; round++) {
    const pair key0 = {k0, k0}, key1 = {k1, k1};
    for (int i = 0; i < 2; i++) {
      const pair left = (a[i] & low) * multiplier0, right = (c[i] & low) * multiplier1;
      a[i] = (right >> 32) ^ b[i] ^ key0;
      b[i] = right;
      c[i] = (left >> 32) ^ d[i] ^ key1;
      d[i] = left;
    }
    k0 += weyl0;
    k1 += weyl1;
  }
  state->household = household;
  const uint32_t purposes[4] = {purpose0, purpose1, purpose2, purpose3};
  for (int lane = 0; lane < 4; lane++) {
    const int i = lane >> 1, j = lane & 1;
    state->purposes[lane] = purposes[lane];
    state->words[1 + lane][0] = (uint32_t)a[i][j];
    state->words[1 + lane][1] = (uint32_t)b[i][j];
    state->words[1 + lane][2] = (uint32_t)c[i][j];
    state->words[1 + lane][3] = (uint32_t)d[i][j];
  }
}

// The first word of the next block.
INLINED uint32_t first(philox_state *state) {
  uint32_t words[4];
  block(state->counter, state->key, words);
  for (int i = 0; i < 4; i++) state->words[0][i] = words[i];
  state->counter[0]++;
  state->at = 1;
  state->end = 4;
  return words[0];
}

APART unsigned long first_word(philox_state *state) { return first(state); }
APART double first_double(philox_state *state) { return first(state) * 0x1p-32; }

static void type_set(void *state, unsigned long seed) {
  const uint64_t key = medaid_philox_key(seed, 0);
  *(philox_state *)state =
      (philox_state){.key = {(uint32_t)key, (uint32_t)(key >> 32)}, .seed = seed, .replicate = 0};
}
static unsigned long type_get(void *memory) {
  philox_state *state = memory;
  return state->at == state->end ? first_word(state) : (&state->words[0][0])[state->at++];
}
static double type_get_double(void *memory) {
  philox_state *state = memory;
  return state->at == state->end ? first_double(state) : (&state->words[0][0])[state->at++] * 0x1p-32;
}

static const gsl_rng_type type = {
    .name = "philox4x32-10",
    .max = 0xFFFFFFFFu,
    .min = 0,
    .size = sizeof(philox_state),
    .set = type_set,
    .get = type_get,
    .get_double = type_get_double,
};

const gsl_rng_type *medaid_philox_type(void) { return &type; }
