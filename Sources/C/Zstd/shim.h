#ifndef CASEGATE_ZSTD_SHIM_H
#define CASEGATE_ZSTD_SHIM_H
#include <zstd.h>
#include <zstd_errors.h>
#endif
