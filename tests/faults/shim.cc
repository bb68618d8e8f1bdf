// A library to preload under broadsheet-index: it counts the calls by which a
// program reads, changes or saves files, and lets something go wrong at a
// chosen one.
//
//   BROADSHEET_FAULT_ROOT   a directory: only calls about files below it count
//   BROADSHEET_FAULT_AT     the number of the call, from 1; 0 for none
//   BROADSHEET_FAULT_KIND   kill     the process ends before the call
//                           cut      the process ends, and with it goes all
//                                    that was not synced: the worst, see
//                                    unsynced_changes.h
//                           enospc, eio, short, eintr
//                                    the call fails, or writes half
//   BROADSHEET_FAULT_AND_ON 1: every later call of the kind fails too (enospc
//                           and eio)
//   BROADSHEET_FAULT_LOG    a file that gets the number of calls at the end
//   BROADSHEET_FAULT_KEPT   a directory of the same file system, outside of the
//                           root, for what a cut needs to undo renames
//   BROADSHEET_FAULT_SEED   a cut loses each thing by chance instead
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <climits>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <mutex>
#include <string>

#include "tests/faults/real_calls.h"
#include "tests/faults/unsynced_changes.h"

namespace {

using namespace broadsheet::tests;

std::string setting(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

class Faults {
 public:
  static Faults& instance() {
    static Faults* const faults = new Faults;  // Outlives every other static.
    return *faults;
  }

  [[nodiscard]] bool is_watched(const std::string& path) const {
    return !root_.empty() && path.compare(0, root_.size(), root_) == 0;
  }

  /// Counts a call about `path`. Returns 0, or the errno it shall fail with;
  /// -1: it shall write half. Does not return if the process shall end.
  int count(const std::string& path, bool may_be_interrupted = false) {
    const std::lock_guard lock(mutex_);
    if (!is_watched(path)) return 0;
    ++calls_;
    const bool now = calls_ == at_;
    if (now && kind_ == "kill") end();
    if (now && kind_ == "cut") {
      unsynced_.lose();
      end();
    }
    const bool later = and_on_ && at_ > 0 && calls_ > at_;
    if (!now && !later) return 0;
    if (kind_ == "enospc") return ENOSPC;
    if (kind_ == "eio") return EIO;
    if (kind_ == "eintr" && may_be_interrupted) return EINTR;
    if (kind_ == "short") return -1;
    return 0;
  }

  void made(const std::string& path) {
    const std::lock_guard lock(mutex_);
    if (is_watched(path)) unsynced_.made(path);
  }

  void renamed(const std::string& from, const std::string& to,
               const std::string& kept) {
    const std::lock_guard lock(mutex_);
    if (is_watched(to)) unsynced_.renamed(from, to, kept);
  }

  void removed(const std::string& path) {
    const std::lock_guard lock(mutex_);
    unsynced_.removed(path);
  }

  void synced(int file, const std::string& path) {
    const std::lock_guard lock(mutex_);
    if (is_watched(path)) unsynced_.synced(file, path);
  }

  /// A second name for what a rename to `to` is about to replace.
  std::string keep(const std::string& to) {
    const std::lock_guard lock(mutex_);
    if (!is_watched(to) || kind_ != "cut") return {};
    std::string kept = kept_in_ + "/kept-" + std::to_string(++kept_files_);
    return ::link(to.c_str(), kept.c_str()) == 0 ? kept : "";
  }

  void tell() const {
    if (log_.empty()) return;
    if (std::FILE* file = std::fopen(log_.c_str(), "w")) {
      std::fprintf(file, "%ld\n", calls_);
      std::fclose(file);
    }
  }

 private:
  Faults()
      : root_(setting("BROADSHEET_FAULT_ROOT")),
        kind_(setting("BROADSHEET_FAULT_KIND")),
        log_(setting("BROADSHEET_FAULT_LOG")),
        kept_in_(setting("BROADSHEET_FAULT_KEPT")),
        at_(std::atol(setting("BROADSHEET_FAULT_AT").c_str())),
        and_on_(setting("BROADSHEET_FAULT_AND_ON") == "1") {
    const std::string seed = setting("BROADSHEET_FAULT_SEED");
    if (seed.empty()) return;
    unsynced_.leave_to_chance(static_cast<unsigned>(std::atol(seed.c_str())));
  }

  [[noreturn]] static void end() { ::_exit(77); }

  std::mutex mutex_;
  std::string root_;
  std::string kind_;
  std::string log_;
  std::string kept_in_;
  long at_ = 0;
  bool and_on_ = false;
  long calls_ = 0;
  int kept_files_ = 0;
  UnsyncedChanges unsynced_;
};

std::string path_of(int file) {
  char link[64];
  char path[PATH_MAX];
  std::snprintf(link, sizeof link, "/proc/self/fd/%d", file);
  const ssize_t size = ::readlink(link, path, sizeof path);
  return size < 0 ? std::string() : std::string(path, size);
}

/// Whether the call shall go on; else errno says why not.
bool allowed(int fault) {
  if (fault <= 0) return true;
  errno = fault;
  return false;
}

int open_counted(const char* name, const char* path, int flags, mode_t mode) {
  Faults& faults = Faults::instance();
  const bool makes = (flags & O_CREAT) != 0;
  const bool is_new = makes && ::access(path, F_OK) != 0;
  if (makes && !allowed(faults.count(path))) return -1;
  const int file = real<Open>(name)(path, flags, mode);
  if (file >= 0 && is_new) faults.made(path);
  return file;
}

struct TellAtEnd {
  ~TellAtEnd() { Faults::instance().tell(); }
} tell_at_end;

}  // namespace

extern "C" {

int open(const char* path, int flags, ...) {
  va_list list;
  va_start(list, flags);
  const mode_t mode = va_arg(list, mode_t);
  va_end(list);
  return open_counted("open", path, flags, mode);
}

int open64(const char* path, int flags, ...) {
  va_list list;
  va_start(list, flags);
  const mode_t mode = va_arg(list, mode_t);
  va_end(list);
  return open_counted("open64", path, flags, mode);
}

ssize_t write(int file, const void* bytes, size_t size) {
  const int fault = Faults::instance().count(path_of(file), true);
  if (!allowed(fault)) return -1;
  if (fault == -1 && size > 1) size /= 2;
  return real<Write>("write")(file, bytes, size);
}

ssize_t read(int file, void* bytes, size_t size) {
  const int fault = Faults::instance().count(path_of(file), true);
  if (!allowed(fault)) return -1;
  if (fault == -1 && size > 1) size /= 2;
  return real<Read>("read")(file, bytes, size);
}

int fsync(int file) {
  const std::string path = path_of(file);
  const int fault = Faults::instance().count(path);
  if (!allowed(fault)) return -1;
  const int result = real<Sync>("fsync")(file);
  if (result == 0) Faults::instance().synced(file, path);
  return result;
}

int rename(const char* from, const char* to) {
  Faults& faults = Faults::instance();
  if (!allowed(faults.count(to))) return -1;
  const std::string kept = faults.keep(to);
  const int result = real<Rename>("rename")(from, to);
  if (result == 0) faults.renamed(from, to, kept);
  return result;
}

int unlink(const char* path) {
  Faults& faults = Faults::instance();
  if (!allowed(faults.count(path))) return -1;
  const int result = real<OnPath>("unlink")(path);
  if (result == 0) faults.removed(path);
  return result;
}

int remove(const char* path) {
  Faults& faults = Faults::instance();
  if (!allowed(faults.count(path))) return -1;
  const int result = real<OnPath>("remove")(path);
  if (result == 0) faults.removed(path);
  return result;
}

int unlinkat(int directory, const char* name, int flags) {
  Faults& faults = Faults::instance();
  const std::string path = path_of(directory) + "/" + name;
  if (!allowed(faults.count(path))) return -1;
  const int result = real<Unlinkat>("unlinkat")(directory, name, flags);
  if (result == 0) faults.removed(path);
  return result;
}

int mkdir(const char* path, mode_t mode) {
  Faults& faults = Faults::instance();
  if (!allowed(faults.count(path))) return -1;
  const int result = real<Mkdir>("mkdir")(path, mode);
  if (result == 0) faults.made(path);
  return result;
}

int ftruncate(int file, off_t size) {
  if (!allowed(Faults::instance().count(path_of(file)))) return -1;
  return real<Truncate>("ftruncate")(file, size);
}

}  // extern "C"
