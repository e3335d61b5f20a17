/* The files under Rules/, embedded, so that the binary needs nothing beside it. */
#ifndef CASEGATE_RULE_PACKS_H
#define CASEGATE_RULE_PACKS_H
#include <stddef.h>
typedef struct {
  const char *name; /* the path below Rules/, such as "pii/telecom.yaml" */
  const void *bytes;
  size_t count;
} casegate_embedded_file;
size_t casegate_embedded_count(void);
casegate_embedded_file casegate_embedded_at(size_t index);
#endif
