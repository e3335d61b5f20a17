/* inflateInit2 and deflateInit2 are macros that pass sizeof(z_stream); Swift needs functions. */
#ifndef CASEGATE_ZLIB_SHIM_H
#define CASEGATE_ZLIB_SHIM_H
#include <zlib.h>
static inline int casegate_inflate_init(z_stream *s, int window_bits) { return inflateInit2(s, window_bits); }
static inline int casegate_deflate_init(z_stream *s, int level, int window_bits) {
  return deflateInit2(s, level, Z_DEFLATED, window_bits, 8, Z_DEFAULT_STRATEGY);
}
#endif
