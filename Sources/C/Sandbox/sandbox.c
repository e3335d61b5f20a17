#define _GNU_SOURCE
#include "CSandbox.h"
#include <errno.h>
#include <sys/resource.h>
#include <unistd.h>

#if defined(__linux__)
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stdint.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>

/* landlock(7). The header of the C library may be older than the kernel, so the interface is written down here. */
#define LANDLOCK_CREATE_RULESET 444
#define LANDLOCK_ADD_RULE 445
#define LANDLOCK_RESTRICT_SELF 446
#define LANDLOCK_VERSION_FLAG 1u
#define LANDLOCK_PATH_BENEATH 1

enum {
  FS_EXECUTE = 1 << 0,
  FS_WRITE_FILE = 1 << 1,
  FS_READ_FILE = 1 << 2,
  FS_READ_DIR = 1 << 3,
  FS_REFER = 1 << 13,
  FS_TRUNCATE = 1 << 14,
  /* All of version 1: those above, and making and removing of every kind. */
  FS_VERSION_1 = (1 << 13) - 1,
};

struct landlock_ruleset { uint64_t handled_fs, handled_net, scoped; };
struct landlock_path { uint64_t allowed; int32_t parent; } __attribute__((packed));

int casegate_landlock_version(void) {
  long version = syscall(LANDLOCK_CREATE_RULESET, NULL, 0, LANDLOCK_VERSION_FLAG);
  return version > 0 ? (int)version : 0;
}

static int allow(int ruleset, const char *path, uint64_t rights) {
  int file = open(path, O_PATH | O_CLOEXEC);
  if (file < 0) return errno == ENOENT || errno == ENOTDIR ? 0 : errno;
  struct stat status;
  int result = fstat(file, &status) ? errno : 0;
  if (!result) {
    /* A right about folders is refused for a file. */
    if (!S_ISDIR(status.st_mode)) rights &= FS_READ_FILE | FS_WRITE_FILE | FS_TRUNCATE | FS_EXECUTE;
    struct landlock_path rule = {.allowed = rights, .parent = file};
    /* Pipes and their like have no place in the tree, and need no rule. */
    if (rights && syscall(LANDLOCK_ADD_RULE, ruleset, LANDLOCK_PATH_BENEATH, &rule, 0) && errno != EBADFD) result = errno;
  }
  close(file);
  return result;
}

int casegate_landlock_enter(const char *const *reading, size_t reading_count,
                            const char *const *writing, size_t writing_count) {
  int version = casegate_landlock_version();
  if (version == 0) return ENOSYS;
  uint64_t handled = FS_VERSION_1;
  if (version >= 2) handled |= FS_REFER;
  if (version >= 3) handled |= FS_TRUNCATE;
  struct landlock_ruleset attributes = {.handled_fs = handled};
  /* Kernels know as much of the structure as their version has; older ones take the first field alone. */
  int ruleset = (int)syscall(LANDLOCK_CREATE_RULESET, &attributes, sizeof attributes.handled_fs, 0);
  if (ruleset < 0) return errno;
  int result = 0;
  for (size_t i = 0; !result && i < reading_count; i++) result = allow(ruleset, reading[i], FS_READ_FILE | FS_READ_DIR);
  for (size_t i = 0; !result && i < writing_count; i++) result = allow(ruleset, writing[i], handled & ~(uint64_t)FS_EXECUTE);
  if (!result && prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)) result = errno;
  if (!result && syscall(LANDLOCK_RESTRICT_SELF, ruleset, 0)) result = errno;
  close(ruleset);
  return result;
}

#if defined(__x86_64__)
#define THIS_ARCHITECTURE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define THIS_ARCHITECTURE AUDIT_ARCH_AARCH64
#else
#define THIS_ARCHITECTURE 0
#endif

int casegate_seccomp_is_there(void) {
  uint32_t action = SECCOMP_RET_ERRNO;
  return THIS_ARCHITECTURE != 0 && syscall(SYS_seccomp, SECCOMP_GET_ACTION_AVAIL, 0, &action) == 0;
}

#define REFUSE(call) BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_##call, 0, 1), \
  BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM)

int casegate_seccomp_enter(int all_threads) {
  if (THIS_ARCHITECTURE == 0) return ENOSYS;
  struct sock_filter filter[] = {
    BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, arch)),
    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, THIS_ARCHITECTURE, 1, 0),
    BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS),
    BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
#if defined(__x86_64__)
    /* The x32 interface has the same calls under other numbers. */
    BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, 0x40000000u, 0, 1),
    BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | ENOSYS),
#endif
    REFUSE(socket), REFUSE(socketpair), REFUSE(connect), REFUSE(bind), REFUSE(listen), REFUSE(accept), REFUSE(accept4),
    REFUSE(sendto), REFUSE(sendmsg), REFUSE(sendmmsg),
    REFUSE(execve), REFUSE(execveat),
    REFUSE(ptrace), REFUSE(process_vm_readv), REFUSE(process_vm_writev),
    REFUSE(mount), REFUSE(umount2), REFUSE(pivot_root), REFUSE(chroot), REFUSE(setns), REFUSE(unshare),
    REFUSE(bpf), REFUSE(perf_event_open), REFUSE(userfaultfd), REFUSE(keyctl), REFUSE(add_key), REFUSE(request_key),
    /* Its rings would run calls past this filter. */
    REFUSE(io_uring_setup), REFUSE(io_uring_enter), REFUSE(io_uring_register),
    REFUSE(init_module), REFUSE(finit_module), REFUSE(delete_module), REFUSE(kexec_load),
    BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
  };
  struct sock_fprog program = {.len = sizeof filter / sizeof *filter, .filter = filter};
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)) return errno;
  long result = syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, all_threads ? SECCOMP_FILTER_FLAG_TSYNC : 0, &program);
  return result < 0 ? errno : result > 0 ? EBUSY : 0;
}

int casegate_sync_file_system(int file) { return syncfs(file) ? errno : 0; }

#else

int casegate_landlock_version(void) { return 0; }
int casegate_landlock_enter(const char *const *reading, size_t reading_count,
                            const char *const *writing, size_t writing_count) {
  (void)reading, (void)reading_count, (void)writing, (void)writing_count;
  return ENOSYS;
}
int casegate_seccomp_is_there(void) { return 0; }
int casegate_seccomp_enter(int all_threads) { (void)all_threads; return ENOSYS; }
/* No such call here: all file systems are told, and the folder is waited for. */
int casegate_sync_file_system(int file) {
  sync();
  return fsync(file) ? errno : 0;
}

#endif

static int limit(int resource, rlim_t most) {
  struct rlimit now;
  if (getrlimit(resource, &now)) return errno;
  if (now.rlim_cur < most) return 0;
  now.rlim_cur = most;
  return setrlimit(resource, &now) ? errno : 0;
}

int casegate_no_core_dump(void) { return limit(RLIMIT_CORE, 0); }
int casegate_limit_memory(unsigned long long bytes) { return limit(RLIMIT_DATA, bytes); }
