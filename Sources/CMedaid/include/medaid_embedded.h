#ifndef MEDAID_EMBEDDED_H
#define MEDAID_EMBEDDED_H
#include <stddef.h>

/// A data file that lies in the binary, so that the program can be moved without its folder.
typedef struct {
  const char *_Nonnull name; ///< path such as "jurisdictions/guizhou.yaml"
  const char *_Nonnull bytes;
  size_t count;
} medaid_embedded_file;

/// The number of embedded files.
size_t medaid_embedded_count(void);
/// The file of an index below `medaid_embedded_count()`.
medaid_embedded_file medaid_embedded_at(size_t index);
#endif
