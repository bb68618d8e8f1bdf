#include "corpus/base/file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>

#include "corpus/base/error.h"

namespace broadsheet {
namespace {

// Whether that changed anything.
bool set_bypass(const FileDescriptor& file, bool bypass) {
  const int flags = ::fcntl(file.number(), F_GETFL);
  if (flags == -1 || ((flags & O_DIRECT) != 0) == bypass) return false;
  return ::fcntl(file.number(), F_SETFL, flags ^ O_DIRECT) == 0;
}

}  // namespace

FileDescriptor& FileDescriptor::operator=(FileDescriptor&& other) noexcept {
  std::swap(number_, other.number_);
  return *this;
}

FileDescriptor::~FileDescriptor() {
  if (number_ >= 0) ::close(number_);
}

FileDescriptor open_for_reading(const std::string& path) {
  const int number = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (number < 0) throw system_error("open", path, errno);
  return FileDescriptor(number);
}

FileDescriptor create_file(const std::string& path) {
  constexpr mode_t kAll = 0666;  // Less what the umask takes away.
  const int number =
      ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, kAll);
  if (number < 0) throw system_error("create", path, errno);
  return FileDescriptor(number);
}

std::size_t read_some(const FileDescriptor& file, char* bytes, std::size_t size,
                      const std::string& path) {
  for (;;) {
    const ssize_t got = ::read(file.number(), bytes, size);
    if (got >= 0) return static_cast<std::size_t>(got);
    if (errno != EINTR) throw system_error("read", path, errno);
  }
}

std::string read_file(const std::string& path) {
  const FileDescriptor file = open_for_reading(path);
  struct stat status {};
  std::size_t expected = 0;
  if (::fstat(file.number(), &status) == 0 && status.st_size > 0) {
    expected = static_cast<std::size_t>(status.st_size);
  }
  std::string content;
  std::size_t filled = 0;
  do {
    // One byte more than expected, so that the end is seen without growing.
    content.resize(filled + (expected > filled ? expected - filled : 0) + 1);
    const std::size_t got =
        read_some(file, content.data() + filled, content.size() - filled, path);
    if (got == 0) break;
    filled += got;
  } while (true);
  content.resize(filled);
  return content;
}

void bypass_page_cache(const FileDescriptor& file) {
  static_cast<void>(set_bypass(file, true));
}

void write_all(const FileDescriptor& file, std::string_view bytes,
               const std::string& path) {
  while (!bytes.empty()) {
    const ssize_t put = ::write(file.number(), bytes.data(), bytes.size());
    if (put >= 0) {
      bytes.remove_prefix(static_cast<std::size_t>(put));
      continue;
    }
    const int error = errno;
    if (error == EINTR) continue;
    // Not so aligned as this file system wants it.
    if (error == EINVAL && set_bypass(file, false)) continue;
    throw system_error(fmt::format("write {} bytes to", bytes.size()), path,
                       error);
  }
}

void write_file_synced(const std::string& path, std::string_view bytes) {
  const FileDescriptor file = create_file(path);
  write_all(file, bytes, path);
  if (::fsync(file.number()) != 0) throw system_error("sync", path, errno);
}

void sync_path(const std::string& path) {
  const FileDescriptor file = open_for_reading(path);
  if (::fsync(file.number()) != 0) throw system_error("sync", path, errno);
}

void rename_path(const std::string& from, const std::string& to) {
  if (std::rename(from.c_str(), to.c_str()) != 0) {
    throw system_error("rename " + from + " to", to, errno);
  }
}

}  // namespace broadsheet
