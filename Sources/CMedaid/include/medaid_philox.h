#ifndef MEDAID_PHILOX_H
#define MEDAID_PHILOX_H
#include <gsl/gsl_rng.h>
#include <stdint.h>

/// One block of Philox4x32-10 (Salmon, Moraes, Dror, Shaw: Parallel random numbers: as easy as 1, 2, 3; SC11).
/// `counter` has four words, `key` two, `out` receives four.
void medaid_philox_block(const uint32_t *_Nonnull counter, const uint32_t *_Nonnull key, uint32_t *_Nonnull out);

/// Philox4x32-10 as a generator type of GSL, for `gsl_rng_alloc`; every GSL sampler runs on it.
const gsl_rng_type *_Nonnull medaid_philox_type(void);

/// Moves a generator of `medaid_philox_type` to the beginning of the lane of (seed, replicate, household, purpose).
/// Takes the same time for every lane. A lane holds 2^34 words, far more than a purpose draws.
void medaid_philox_seek(
    gsl_rng *_Nonnull generator, uint64_t seed, uint64_t replicate, uint64_t household, uint32_t purpose);
#endif
