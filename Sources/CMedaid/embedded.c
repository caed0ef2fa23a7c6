#include "medaid_embedded.h"

// The preprocessor has no directive inside a macro, so each file takes three lines here and one in the table.
static const char vocabulary[] = {
#embed "../Rules/Vocabulary/vocabulary.yaml"
};
static const char guizhou[] = {
#embed "../Rules/Jurisdictions/guizhou.yaml"
};

#define ENTRY(name, symbol) {name, symbol, sizeof symbol}
static const medaid_embedded_file files[] = {
    ENTRY("vocabulary.yaml", vocabulary),
    ENTRY("jurisdictions/guizhou.yaml", guizhou),
};

size_t medaid_embedded_count(void) { return sizeof files / sizeof files[0]; }
medaid_embedded_file medaid_embedded_at(size_t index) { return files[index]; }
