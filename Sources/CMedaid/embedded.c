#include "medaid_embedded.h"

// The preprocessor has no directive inside a macro, so each file takes three lines here and one in the table.
static const char vocabulary[] = {
#embed "../Rules/Vocabulary/vocabulary.yaml"
};
static const char place_banan[] = {
#embed "../Population/Places/banan.yaml"
};
static const char place_bazhong[] = {
#embed "../Population/Places/bazhong.yaml"
};
static const char place_dianjiang[] = {
#embed "../Population/Places/dianjiang.yaml"
};
static const char place_guizhou[] = {
#embed "../Population/Places/guizhou.yaml"
};
static const char place_kaizhou[] = {
#embed "../Population/Places/kaizhou.yaml"
};
static const char model_illness[] = {
#embed "../Population/Model/illness.yaml"
};

#define ENTRY(name, symbol) {name, symbol, sizeof symbol}
static const medaid_embedded_file files[] = {
    ENTRY("vocabulary.yaml", vocabulary),
    ENTRY("places/banan.yaml", place_banan),
    ENTRY("places/bazhong.yaml", place_bazhong),
    ENTRY("places/dianjiang.yaml", place_dianjiang),
    ENTRY("places/guizhou.yaml", place_guizhou),
    ENTRY("places/kaizhou.yaml", place_kaizhou),
    ENTRY("model/illness.yaml", model_illness),
};

size_t medaid_embedded_count(void) { return sizeof files / sizeof files[0]; }
medaid_embedded_file medaid_embedded_at(size_t index) { return files[index]; }
