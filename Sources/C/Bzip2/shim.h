#ifndef CASEGATE_BZIP2_SHIM_H
#define CASEGATE_BZIP2_SHIM_H
#include <bzlib.h>
#endif
