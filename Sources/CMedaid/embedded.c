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
static const char common_insurance[] = {
#embed "../Rules/Insurance/common.yaml"
};
static const char control[] = {
#embed "../Rules/Control/control.yaml"
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
static const char place_national[] = {
#embed "../Population/Places/national.yaml"
};
static const char model_published[] = {
#embed "../Validation/Figures/published.yaml"
};
static const char model_illness[] = {
#embed "../Population/Model/illness.yaml"
};
static const char model_series[] = {
#embed "../Simulation/Uncertainty/national-series.yaml"
};
static const char scenario_five[] = {
#embed "../../scenarios/five-jurisdictions.yaml"
};
static const char template_methods[] = {
#embed "../Reports/Methods/methods.md"
};
static const char template_methods_zh[] = {
#embed "../Reports/Methods/methods.zh.md"
};

#define ENTRY(name, symbol) {name, symbol, sizeof symbol}
static const medaid_embedded_file files[] = {
    ENTRY("vocabulary.yaml", vocabulary),
    ENTRY("jurisdictions/bazhong.yaml", bazhong),
    ENTRY("jurisdictions/banan.yaml", banan),
    ENTRY("jurisdictions/dianjiang.yaml", dianjiang),
    ENTRY("jurisdictions/kaizhou.yaml", kaizhou),
    ENTRY("jurisdictions/guizhou.yaml", guizhou),
    ENTRY("insurance/common.yaml", common_insurance),
    ENTRY("control/control.yaml", control),
    ENTRY("places/banan.yaml", place_banan),
    ENTRY("places/bazhong.yaml", place_bazhong),
    ENTRY("places/dianjiang.yaml", place_dianjiang),
    ENTRY("places/guizhou.yaml", place_guizhou),
    ENTRY("places/kaizhou.yaml", place_kaizhou),
    ENTRY("places/national.yaml", place_national),
    ENTRY("model/illness.yaml", model_illness),
    ENTRY("model/national-series.yaml", model_series),
    ENTRY("figures/published.yaml", model_published),
    ENTRY("scenarios/five-jurisdictions.yaml", scenario_five),
    ENTRY("templates/methods.md", template_methods),
    ENTRY("templates/methods.zh.md", template_methods_zh),
};

size_t medaid_embedded_count(void) { return sizeof files / sizeof files[0]; }
medaid_embedded_file medaid_embedded_at(size_t index) { return files[index]; }
