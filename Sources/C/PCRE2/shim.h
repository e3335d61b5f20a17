/* The 8-bit PCRE2 library: bytes are the currency, so no other width is needed. */
#ifndef CASEGATE_PCRE2_SHIM_H
#define CASEGATE_PCRE2_SHIM_H
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
/* PCRE2_UNSET does not fit Swift's Int as a constant; a function imports cleanly. */
static inline PCRE2_SIZE casegate_pcre2_unset(void) { return PCRE2_UNSET; }
#endif
