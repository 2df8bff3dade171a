/* A disk that fails at a chosen call: preloaded into a process, it counts what is done to files under one folder
 * and fails, cuts short or kills at the n-th. It is armed at run time, so that a process with everything loaded can
 * fork a child for each n. Reading is counted only where it is asked for by name, and then nothing else is.
 *
 * Build: gcc -shared -fPIC -O2 -o disk_faults.so disk_faults.c -ldl
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

/* What a call does, as its letter in the trace. */
#define WRITE 'w'
#define TRUNCATE 't'
#define FLUSH 's'
#define CREATE 'c'
#define RENAME 'r'
#define UNLINK 'u'
#define MAKE_DIR 'm'
#define REMOVE_DIR 'd'
#define LINK 'l'
#define RIGHTS 'p'
#define READ 'i'
#define OPEN 'o'

enum { COUNT = 0, FAIL = 1, SHORT = 2, KILL = 3, TORN = 4 };

static char root[PATH_MAX];
static size_t root_length;
static long at, calls;
static int how, error_number, for_ever;
static char of_kinds[16];
static int trace = -1;

/* Arm: the call numbered n (from 1) of those under folder is answered as `mode` says; `ever` fails all later ones too.
 * `kinds` are the letters of the calls that fail; empty for all. `log` is a descriptor that each call is written to,
 * as a letter and a path, or -1. */
void faults_arm(const char *folder, long n, int mode, int number, int ever, const char *kinds, int log) {
  calls = 0;
  at = n;
  how = mode;
  error_number = number;
  for_ever = ever;
  trace = log;
  strncpy(of_kinds, kinds, sizeof of_kinds - 1);
  strncpy(root, folder, sizeof root - 1);
  root_length = strlen(root);
}

/* Disarm, and return how many calls there were. */
long faults_disarm(void) {
  root_length = 0;
  return calls;
}

static int is_ours(const char *path) {
  return root_length && !strncmp(path, root, root_length) && (path[root_length] == '/' || !path[root_length]);
}

static int path_of(int fd, char *path) {
  char link[64];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t size = readlink(link, path, PATH_MAX - 1);
  if (size < 0) return 0;
  path[size] = 0;
  return 1;
}

static int whole_path(int folder, const char *name, char *path) {
  if (name[0] == '/') return snprintf(path, PATH_MAX, "%s", name) > 0;
  char before[PATH_MAX];
  if (folder == AT_FDCWD ? !getcwd(before, sizeof before) : !path_of(folder, before)) return 0;
  return snprintf(path, PATH_MAX, "%.2000s/%.2000s", before, name) > 0;
}

/* Count a call on a path; say whether it is to be answered otherwise than by the system. */
static int is_reading(char kind) { return kind == READ || kind == OPEN; }

static int strikes(char kind, const char *path) {
  if (!is_ours(path)) return 0;
  if (is_reading(kind) != is_reading(of_kinds[0])) return 0;
  long n = __atomic_add_fetch(&calls, 1, __ATOMIC_SEQ_CST);
  if (trace >= 0) {
    char line[PATH_MAX + 8];
    int size = snprintf(line, sizeof line, "%c %.4000s\n", kind, path + root_length);
    ssize_t (*put)(int, const void *, size_t) = dlsym(RTLD_NEXT, "write");
    if (put(trace, line, size) < 0) trace = -1;
  }
  if (how == COUNT || !(n == at || (for_ever && n > at))) return 0;
  if (of_kinds[0] && !strchr(of_kinds, kind)) return 0;
  if (how == KILL || (how == TORN && kind != WRITE)) kill(getpid(), SIGKILL);
  if (how == SHORT && kind != WRITE) return 0;
  return 1;
}

static int strikes_at(char kind, int folder, const char *name) {
  char path[PATH_MAX];
  if (!root_length || !whole_path(folder, name, path)) return 0;
  return strikes(kind, path);
}

static int strikes_fd(char kind, int fd) {
  char path[PATH_MAX];
  if (!root_length || !path_of(fd, path)) return 0;
  return strikes(kind, path);
}

#define REAL(name, type, ...) \
  static type (*real)(__VA_ARGS__); \
  if (!real) real = dlsym(RTLD_NEXT, name)
#define FAILS(condition) \
  if (condition) { \
    errno = error_number; \
    return -1; \
  }

/* What half of a write does: it stays half, and the disk is full behind it, or the power is gone. */
#define WRITES(half) \
  if (strikes_fd(WRITE, fd)) { \
    if (how == FAIL || (how == SHORT && calls > at)) { \
      errno = error_number; \
      return -1; \
    } \
    ssize_t done = half; \
    if (how == TORN) kill(getpid(), SIGKILL); \
    return done; \
  }

ssize_t read(int fd, void *data, size_t size) {
  REAL("read", ssize_t, int, void *, size_t);
  FAILS(strikes_fd(READ, fd))
  return real(fd, data, size);
}

ssize_t pread(int fd, void *data, size_t size, off_t offset) {
  REAL("pread", ssize_t, int, void *, size_t, off_t);
  FAILS(strikes_fd(READ, fd))
  return real(fd, data, size, offset);
}

ssize_t pread64(int fd, void *data, size_t size, off64_t offset) {
  REAL("pread64", ssize_t, int, void *, size_t, off64_t);
  FAILS(strikes_fd(READ, fd))
  return real(fd, data, size, offset);
}

ssize_t write(int fd, const void *data, size_t size) {
  REAL("write", ssize_t, int, const void *, size_t);
  WRITES(real(fd, data, size / 2))
  return real(fd, data, size);
}

ssize_t pwrite(int fd, const void *data, size_t size, off_t offset) {
  REAL("pwrite", ssize_t, int, const void *, size_t, off_t);
  WRITES(real(fd, data, size / 2, offset))
  return real(fd, data, size, offset);
}

ssize_t pwrite64(int fd, const void *data, size_t size, off64_t offset) {
  REAL("pwrite64", ssize_t, int, const void *, size_t, off64_t);
  WRITES(real(fd, data, size / 2, offset))
  return real(fd, data, size, offset);
}

ssize_t writev(int fd, const struct iovec *parts, int count) {
  REAL("writev", ssize_t, int, const struct iovec *, int);
  WRITES(real(fd, parts, count > 1 ? count / 2 : 1))
  return real(fd, parts, count);
}

ssize_t sendfile64(int fd, int from, off64_t *offset, size_t size) {
  REAL("sendfile64", ssize_t, int, int, off64_t *, size_t);
  WRITES(real(fd, from, offset, size / 2))
  return real(fd, from, offset, size);
}

ssize_t sendfile(int fd, int from, off_t *offset, size_t size) { return sendfile64(fd, from, offset, size); }

int ftruncate(int fd, off_t size) {
  REAL("ftruncate", int, int, off_t);
  FAILS(strikes_fd(TRUNCATE, fd))
  return real(fd, size);
}

int ftruncate64(int fd, off64_t size) {
  REAL("ftruncate64", int, int, off64_t);
  FAILS(strikes_fd(TRUNCATE, fd))
  return real(fd, size);
}

int fsync(int fd) {
  REAL("fsync", int, int);
  FAILS(strikes_fd(FLUSH, fd))
  return real(fd);
}

int fdatasync(int fd) {
  REAL("fdatasync", int, int);
  FAILS(strikes_fd(FLUSH, fd))
  return real(fd);
}

int fchmod(int fd, mode_t mode) {
  REAL("fchmod", int, int, mode_t);
  FAILS(strikes_fd(RIGHTS, fd))
  return real(fd, mode);
}

int chmod(const char *path, mode_t mode) {
  REAL("chmod", int, const char *, mode_t);
  FAILS(strikes_at(RIGHTS, AT_FDCWD, path))
  return real(path, mode);
}

int rename(const char *from, const char *to) {
  REAL("rename", int, const char *, const char *);
  FAILS(strikes_at(RENAME, AT_FDCWD, to))
  return real(from, to);
}

int renameat(int from_folder, const char *from, int to_folder, const char *to) {
  REAL("renameat", int, int, const char *, int, const char *);
  FAILS(strikes_at(RENAME, to_folder, to))
  return real(from_folder, from, to_folder, to);
}

int unlink(const char *path) {
  REAL("unlink", int, const char *);
  FAILS(strikes_at(UNLINK, AT_FDCWD, path))
  return real(path);
}

int unlinkat(int folder, const char *path, int flags) {
  REAL("unlinkat", int, int, const char *, int);
  FAILS(strikes_at(flags & AT_REMOVEDIR ? REMOVE_DIR : UNLINK, folder, path))
  return real(folder, path, flags);
}

int rmdir(const char *path) {
  REAL("rmdir", int, const char *);
  FAILS(strikes_at(REMOVE_DIR, AT_FDCWD, path))
  return real(path);
}

int link(const char *from, const char *to) {
  REAL("link", int, const char *, const char *);
  FAILS(strikes_at(LINK, AT_FDCWD, to))
  return real(from, to);
}

int mkdir(const char *path, mode_t mode) {
  REAL("mkdir", int, const char *, mode_t);
  FAILS(strikes_at(MAKE_DIR, AT_FDCWD, path))
  return real(path, mode);
}

int mkdirat(int folder, const char *path, mode_t mode) {
  REAL("mkdirat", int, int, const char *, mode_t);
  FAILS(strikes_at(MAKE_DIR, folder, path))
  return real(folder, path, mode);
}

/* An opening that makes a file is a write of its folder; of one that is there a read, whatever comes later. */
#define CREATES(folder) \
  mode_t mode = 0; \
  FAILS(!(flags & O_CREAT) && strikes_at(OPEN, folder, path)) \
  if (flags & O_CREAT) { \
    va_list rest; \
    va_start(rest, flags); \
    mode = va_arg(rest, mode_t); \
    va_end(rest); \
    struct stat there; \
    FAILS(((flags & O_EXCL) || fstatat(folder, path, &there, 0)) && strikes_at(CREATE, folder, path)) \
  }

int open(const char *path, int flags, ...) {
  REAL("open", int, const char *, int, ...);
  CREATES(AT_FDCWD)
  return real(path, flags, mode);
}

int open64(const char *path, int flags, ...) {
  REAL("open64", int, const char *, int, ...);
  CREATES(AT_FDCWD)
  return real(path, flags, mode);
}

int openat(int folder, const char *path, int flags, ...) {
  REAL("openat", int, int, const char *, int, ...);
  CREATES(folder)
  return real(folder, path, flags, mode);
}

int openat64(int folder, const char *path, int flags, ...) {
  REAL("openat64", int, int, const char *, int, ...);
  CREATES(folder)
  return real(folder, path, flags, mode);
}
