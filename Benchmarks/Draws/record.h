// A record of the sampler calls that drawing some people made: which function, with which parameters, on which lane.
//
// The file: a head; the sites; the tables (length, then aliases as 64-bit numbers, then cuts); the calls as 16-bit
// numbers of sites in order, `seek_mark` before a seek.
#ifndef RECORD_H
#define RECORD_H
#include <stdint.h>
#include <string.h>

enum function {
  uniform, uniform_int, discrete, lognormal, gamma_amount, pareto, exponential, poisson, negative_binomial
};

// A function with its parameters; `table` for discrete ones.
typedef struct {
  uint32_t function, table;
  double a, b;
} site;

typedef struct {
  char magic[8];
  uint64_t seed, sites, tables, bytes, draws, seeks;
  uint64_t hash;  // of all numbers drawn, in order
} record_head;

static const char record_magic[8] = "draws 1";
enum { seek_mark = 0xFFFF };

// What follows `seek_mark`.
typedef struct __attribute__((packed)) {
  uint32_t purpose, household;
  uint16_t replicate;
} seek_call;

static inline uint64_t hashed(uint64_t hash, double number) {
  uint64_t bits;
  memcpy(&bits, &number, sizeof bits);
  return ((hash << 7 | hash >> 57) ^ bits) * 0x9E3779B97F4A7C15u;
}
#endif
