#ifndef MEDAID_PHILOX_H
#define MEDAID_PHILOX_H
#include <gsl/gsl_rng.h>
#include <stdint.h>

/// One block of Philox4x32-10 (Salmon, Moraes, Dror, Shaw: Parallel random numbers: as easy as 1, 2, 3; SC11).
/// `counter` has four words, `key` two, `out` receives four.
void medaid_philox_block(const uint32_t *_Nonnull counter, const uint32_t *_Nonnull key, uint32_t *_Nonnull out);

/// Philox4x32-10 as a generator type of GSL, for `gsl_rng_alloc`; every GSL sampler runs on it.
const gsl_rng_type *_Nonnull medaid_philox_type(void);

/// The key of a seed and a replicate.
uint64_t medaid_philox_key(uint64_t seed, uint64_t replicate);

/// What a generator of `medaid_philox_type` stands on; open only so that moving it can be compiled into its caller.
typedef struct {
  uint32_t counter[4];       ///< block, purpose, household low, household high
  uint32_t key[2];
  uint32_t words[5][4];      ///< the block at hand, then the first blocks of the lanes worked out ahead
  uint32_t at, end;          ///< the next word and the end of its block, where the next block is due
  uint64_t seed, replicate;  ///< of which `key` is the key
  uint64_t household;        ///< of the lanes worked out ahead
  uint32_t purposes[4];      ///< their purposes
} medaid_philox_state;

/// Takes up the key of a seed and a replicate.
static inline void medaid_philox_use(gsl_rng *_Nonnull generator, uint64_t seed, uint64_t replicate) {
  medaid_philox_state *state = (medaid_philox_state *)generator->state;
  // Many lanes of one replicate follow each other, so that its key is worked out once.
  if (state->replicate == replicate && state->seed == seed) return;
  const uint64_t key = medaid_philox_key(seed, replicate);
  state->key[0] = (uint32_t)key;
  state->key[1] = (uint32_t)(key >> 32);
  state->seed = seed;
  state->replicate = replicate;
}

/// Moves a generator of `medaid_philox_type` to the beginning of the lane of (seed, replicate, household, purpose).
/// Takes the same time for every lane of a replicate. A lane holds 2^34 words, far more than a purpose draws.
static inline void medaid_philox_seek(
    gsl_rng *_Nonnull generator, uint64_t seed, uint64_t replicate, uint64_t household, uint32_t purpose) {
  medaid_philox_use(generator, seed, replicate);
  medaid_philox_state *state = (medaid_philox_state *)generator->state;
  state->counter[0] = 0;
  state->counter[1] = purpose;
  state->counter[2] = (uint32_t)household;
  state->counter[3] = (uint32_t)(household >> 32);
  state->at = state->end = 0;
}

/// Works out the first blocks of four lanes of a household together, which takes little more than one of them alone.
/// They stay until others are worked out, and can be moved to as long as no other seed or replicate is drawn from.
void medaid_philox_look_ahead(
    gsl_rng *_Nonnull generator, uint64_t seed, uint64_t replicate, uint64_t household, uint32_t purpose0,
    uint32_t purpose1, uint32_t purpose2, uint32_t purpose3);

/// Moves to the beginning of one of the lanes that were worked out ahead, `lane` from 0 to 3.
static inline void medaid_philox_seek_ahead(gsl_rng *_Nonnull generator, uint32_t lane) {
  medaid_philox_state *state = (medaid_philox_state *)generator->state;
  lane &= 3;
  state->counter[0] = 1;
  state->counter[1] = state->purposes[lane];
  state->counter[2] = (uint32_t)state->household;
  state->counter[3] = (uint32_t)(state->household >> 32);
  state->at = 4 * (1 + lane);
  state->end = state->at + 4;
}
#endif
