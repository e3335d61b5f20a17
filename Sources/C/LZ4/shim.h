#ifndef CASEGATE_LZ4_SHIM_H
#define CASEGATE_LZ4_SHIM_H
#include <lz4frame.h>
#endif
