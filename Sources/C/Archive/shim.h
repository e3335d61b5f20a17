/* libarchive for containers only (tar, zip): decompression stays in our own codec layer. */
#ifndef CASEGATE_ARCHIVE_SHIM_H
#define CASEGATE_ARCHIVE_SHIM_H
#include <archive.h>
#include <archive_entry.h>
#include <locale.h>
#endif
