/* What a process may give up of its rights before it reads what strangers have made, and one call that Swift's view of
   the C library leaves out. All functions return 0 or an errno. */
#ifndef CASEGATE_SANDBOX_H
#define CASEGATE_SANDBOX_H
#include <stddef.h>

/* The version of the kernel's Landlock interface; 0 where there is none. */
int casegate_landlock_version(void);

/* From here on this thread, and those it starts, read only below `reading`, and write only below `writing`. Paths that do
   not exist are left out. */
int casegate_landlock_enter(const char *const *reading, size_t reading_count,
                            const char *const *writing, size_t writing_count);

/* Whether the kernel filters system calls. */
int casegate_seccomp_is_there(void);

/* From here on no network and no other programs; for all threads, or for this one and those it starts. */
int casegate_seccomp_enter(int all_threads);

/* No core dump. */
int casegate_no_core_dump(void);

/* From here on the process gets no more memory of its own than `bytes`. */
int casegate_limit_memory(unsigned long long bytes);

/* Makes durable all that lies on the file system of an open file. */
int casegate_sync_file_system(int file);

#endif
