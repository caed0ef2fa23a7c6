#include "people.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define NAME(name) #name "\n"
static const char words[] = IDENTITIES(NAME) "-\n" DISEASES(NAME);

static void fail(const char *path, const char *reason) {
  fprintf(stderr, "error: %s: %s\n", path, reason);
  exit(2);
}

typedef struct {
  const char *path;
  const uint8_t *at, *end;
} reader;

// The next column: `count` entries of `width` bytes, padded to a multiple of eight.
static const void *column(reader *r, uint64_t count, uint64_t width) {
  const uint64_t bytes = (count * width + 7) / 8 * 8;
  if (bytes > (uint64_t)(r->end - r->at)) fail(r->path, "the file is shorter than its header says");
  const void *result = r->at;
  r->at += bytes;
  return result;
}

static reader opened(const char *path) {
  FILE *file = fopen(path, "rb");
  if (!file) fail(path, "cannot be opened");
  fseek(file, 0, SEEK_END);
  const size_t size = (size_t)ftell(file);
  rewind(file);
  uint8_t *bytes = malloc(size + 8);
  if (!bytes || fread(bytes, 1, size, file) != size) fail(path, "cannot be read");
  fclose(file);
  return (reader){path, bytes, bytes + size};
}

people people_read(const char *path) {
  reader r = opened(path);
  people p = {0};
  if (memcmp(column(&r, 16, 1), "medaid people 1\n", 16) != 0) fail(path, "is not a people file of version 1");
  const uint64_t *head = column(&r, 6, 8);
  if (head[0] != 2023 || head[4] != places) fail(path, "is not of 2023 and five rule sets");
  // The last word of the file has no end of line.
  const char *names = column(&r, head[5], 1);
  if (head[5] != sizeof words - 2 || memcmp(names, words, head[5]) != 0)
    fail(path, "names other identities or diseases than vocabulary.h");
  p.year = head[0], p.count = head[1], p.identity_count = head[2], p.episode_count = head[3];

  p.identities = column(&r, p.count + 1, 4), p.episodes = column(&r, p.count + 1, 4);
  p.birth = column(&r, p.count, 4), p.premium_paid = column(&r, p.count, 4);
  p.designated_as = column(&r, p.count, 1), p.insurance = column(&r, p.count, 1);
  p.enrolled_after_illness = column(&r, p.count, 1), p.needs_maintenance = column(&r, p.count, 1);

  const uint64_t n = p.identity_count, m = p.episode_count;
  p.from = column(&r, n, 4), p.to = column(&r, n, 4), p.applied = column(&r, n, 4);
  p.identity = column(&r, n, 1), p.medical_expense = column(&r, n, 1);

  p.in_policy = column(&r, m, 8), p.upfront = column(&r, m, 8);
  p.over_limit = column(&r, m, 8), p.out_of_catalogue = column(&r, m, 8);
  p.on = column(&r, m, 4), p.claim = column(&r, m, 4), p.disease = column(&r, m, 1);
  p.kind = column(&r, m, 1), p.level = column(&r, m, 1), p.designated = column(&r, m, 1);
  p.emergency = column(&r, m, 1), p.location = column(&r, m, 1), p.referral = column(&r, m, 1);
  p.treatment = column(&r, m, 1), p.chronic_class = column(&r, m, 1);

  for (int place = 0; place < places; place++)
    for (int amount = 0; amount < amount_count; amount++) p.expected[place][amount] = column(&r, p.count, 8);
  return p;
}
