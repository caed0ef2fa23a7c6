#include "medaid_embedded.h"

static const char vocabulary[] = {
#embed "../Rules/Vocabulary/vocabulary.yaml"
};
static const char bazhong[] = {
#embed "../Rules/Jurisdictions/bazhong.yaml"
};
static const char banan[] = {
#embed "../Rules/Jurisdictions/banan.yaml"
};
static const char dianjiang[] = {
#embed "../Rules/Jurisdictions/dianjiang.yaml"
};
static const char kaizhou[] = {
#embed "../Rules/Jurisdictions/kaizhou.yaml"
};
static const char guizhou[] = {
#embed "../Rules/Jurisdictions/guizhou.yaml"
};

#define ENTRY(name, symbol) {name, symbol, sizeof symbol}
static const medaid_embedded_file files[] = {
    ENTRY("vocabulary.yaml", vocabulary),
    ENTRY("jurisdictions/bazhong.yaml", bazhong),
    ENTRY("jurisdictions/banan.yaml", banan),
    ENTRY("jurisdictions/dianjiang.yaml", dianjiang),
    ENTRY("jurisdictions/kaizhou.yaml", kaizhou),
    ENTRY("jurisdictions/guizhou.yaml", guizhou),
};

size_t medaid_embedded_count(void) { return sizeof files / sizeof files[0]; }
medaid_embedded_file medaid_embedded_at(size_t index) { return files[index]; }
