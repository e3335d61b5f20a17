#include "CRulePacks.h"

/* One block and one table line per file. A test compares the table with the folder. */
static const unsigned char pii_telecom[] = {
#embed "pii/telecom.yaml"
};

static const casegate_embedded_file files[] = {
    {"pii/telecom.yaml", pii_telecom, sizeof pii_telecom},
};

size_t casegate_embedded_count(void) { return sizeof files / sizeof files[0]; }
casegate_embedded_file casegate_embedded_at(size_t index) { return files[index]; }
