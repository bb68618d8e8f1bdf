#include "indexer/index_directory.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <filesystem>
#include <string_view>
#include <system_error>

#include "corpus/base/error.h"
#include "corpus/schema/index_names.h"
#include "corpus/schema/published.h"

namespace broadsheet::indexer {
namespace {

constexpr std::string_view kPrivatePrefix = "tmp-";

// A new directory is only safe once the one that names it is synced.
void make_directory(const std::string& path) {
  if (::mkdir(path.c_str(), 0777) == 0) {
    const std::size_t slash = path.rfind('/');
    sync_path(slash == std::string::npos ? "."
              : slash == 0               ? "/"
                                         : path.substr(0, slash));
    return;
  }
  if (errno == EEXIST) return;  // What it is is looked at later.
  if (errno != ENOENT) throw system_error("create", path, errno);
  const std::size_t slash = path.rfind('/');
  if (slash == std::string::npos || slash == 0) {
    throw system_error("create", path, ENOENT);
  }
  make_directory(path.substr(0, slash));
  if (::mkdir(path.c_str(), 0777) != 0 && errno != EEXIST) {
    throw system_error("create", path, errno);
  }
  sync_path(path.substr(0, slash));
}

}  // namespace

std::string prepare_index_directory(const std::string& path) {
  std::string directory = path;
  while (directory.size() > 1 && directory.ends_with('/')) directory.pop_back();
  make_directory(directory);
  struct stat status {};
  if (::stat(directory.c_str(), &status) != 0) {
    throw system_error("examine", directory, errno);
  }
  if (!S_ISDIR(status.st_mode)) {
    throw Error(ErrorKind::kIndex,
                directory + " is not an index: an index is a directory");
  }
  if (schema::is_index(directory)) return directory;

  std::error_code code;
  for (const auto& entry :
       std::filesystem::directory_iterator(directory, code)) {
    const std::string name = entry.path().filename().string();
    if (is_index_entry(name)) continue;
    throw Error(ErrorKind::kIndex,
                directory + " is no index but holds other files (" + name +
                    "): name an empty or a new directory");
  }
  if (code) throw system_error("list", directory, code.value());
  return directory;
}

bool is_private_name(const std::string& name) {
  return name.starts_with(kPrivatePrefix) &&
         name.size() > kPrivatePrefix.size() &&
         name.find_first_not_of("0123456789", kPrivatePrefix.size()) ==
             std::string::npos;
}

bool is_index_entry(const std::string& name) {
  return name == "CURRENT" || name == "CURRENT.tmp" || name == "lock" ||
         is_private_name(name) || schema::is_generation_name(name) ||
         schema::is_segment_name(name) || schema::is_beside_segments(name);
}

WriterLock::WriterLock(const std::string& directory) {
  const std::string path = directory + "/lock";
  file_ = FileDescriptor(
      ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0666));
  if (!file_.is_open()) throw system_error("create", path, errno);
  while (::flock(file_.number(), LOCK_EX | LOCK_NB) != 0) {
    if (errno == EINTR) continue;
    if (errno != EWOULDBLOCK) throw system_error("lock", path, errno);
    std::array<char, 32> pid{};
    std::string holder(pid.data(),
                       read_some(file_, pid.data(), pid.size(), path));
    while (holder.ends_with('\n')) holder.pop_back();
    if (holder.empty() ||
        holder.find_first_not_of("0123456789") != std::string::npos) {
      holder = "unknown";  // It was just about to write it.
    }
    throw Error(ErrorKind::kLocked, "another broadsheet-index (pid " + holder +
                                        ") is writing to " + directory +
                                        "; wait for it, or stop it");
  }
  if (::ftruncate(file_.number(), 0) != 0) {
    throw system_error("write to", path, errno);
  }
  write_all(file_, fmt::format("{}\n", ::getpid()), path);
}

WriterLock::~WriterLock() {
  // The file itself stays: to remove it would let two writers lock two files of
  // one name. A failure leaves the pid of a process that holds no lock.
  [[maybe_unused]] const int ignored = ::ftruncate(file_.number(), 0);
}

PrivateDirectory::PrivateDirectory(const std::string& index_directory)
    : path_(
          fmt::format("{}/{}{}", index_directory, kPrivatePrefix, ::getpid())) {
  if (::mkdir(path_.c_str(), 0777) != 0) {
    throw system_error("create", path_, errno);
  }
}

PrivateDirectory::~PrivateDirectory() {
  // What can't be removed now, the next run removes.
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

}  // namespace broadsheet::indexer
