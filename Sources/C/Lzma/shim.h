#ifndef CASEGATE_LZMA_SHIM_H
#define CASEGATE_LZMA_SHIM_H
#include <lzma.h>
#endif
