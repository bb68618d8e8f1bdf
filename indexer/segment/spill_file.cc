#include "indexer/segment/spill_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

#include "corpus/base/error.h"

namespace broadsheet::indexer::segment {

SpillFile::SpillFile(std::string directory)
    : path_(std::move(directory) + "/spill") {}

std::uint64_t SpillFile::append(std::string_view bytes) {
  if (!file_.is_open()) {
    constexpr mode_t kOwnerOnly = 0600;
    file_ = FileDescriptor(::open(
        path_.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, kOwnerOnly));
    if (!file_.is_open()) throw system_error("create", path_, errno);
    if (::unlink(path_.c_str()) != 0) {
      throw system_error("unlink", path_, errno);
    }
  }
  write_all(file_, bytes, path_);
  return std::exchange(size_, size_ + bytes.size());
}

void SpillFile::read(std::uint64_t offset, char* bytes,
                     std::size_t size) const {
  while (size > 0) {
    const ssize_t got =
        ::pread(file_.number(), bytes, size, static_cast<off_t>(offset));
    if (got > 0) {
      bytes += got;
      size -= static_cast<std::size_t>(got);
      offset += static_cast<std::uint64_t>(got);
    } else if (got == 0) {
      throw Error(ErrorKind::kInputOutput,
                  "cannot read " + path_ + ": it ends too early");
    } else if (errno != EINTR) {
      throw system_error("read", path_, errno);
    }
  }
}

void SpillFile::will_read(std::uint64_t offset, std::uint64_t size) const {
  if (size == 0) return;  // To the end, this would mean.
  static_cast<void>(::posix_fadvise(file_.number(), static_cast<off_t>(offset),
                                    static_cast<off_t>(size),
                                    POSIX_FADV_WILLNEED));
}

}  // namespace broadsheet::indexer::segment
