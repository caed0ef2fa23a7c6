// Fen and basis points: half-up to the fen, once per component and episode.
#ifndef MONEY_H
#define MONEY_H
#include <stdint.h>

typedef int64_t fen;
#define YUAN(amount) ((fen)(amount) * 100)
#define PERCENT(number) ((number) * 100)

#define no_limit INT64_MAX

static inline fen positive(fen amount) { return amount > 0 ? amount : 0; }
static inline fen least(fen a, fen b) { return a < b ? a : b; }
static inline fen part(fen amount, int64_t basis_points) { return (amount * basis_points + 5000) / 10000; }
// What a year's amount that grows from `before` by `more` adds above a threshold.
static inline fen above(fen before, fen more, fen threshold) {
  return positive(before + more - threshold) - positive(before - threshold);
}
#endif
