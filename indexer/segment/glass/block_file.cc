#include "indexer/segment/glass/block_file.h"

#include <fcntl.h>

#include <cerrno>
#include <limits>
#include <utility>

#include "corpus/base/error.h"

namespace broadsheet::indexer::segment::glass {
namespace {

constexpr std::size_t kPendingBlocks = 32;

FileDescriptor create_file(const std::string& path) {
  constexpr mode_t kReadableByAll = 0666;  // Less what the umask takes away.
  int number = -1;
  do {
    number = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC,
                    kReadableByAll);
  } while (number < 0 && errno == EINTR);
  if (number < 0) throw system_error("create", path, errno);
  return FileDescriptor(number);
}

}  // namespace

BlockFile::BlockFile(std::string path)
    : path_(std::move(path)), file_(create_file(path_)) {
  pending_.reserve(kPendingBlocks * kBlockBytes);
}

std::uint32_t BlockFile::append(std::string_view block) {
  if (blocks_ == std::numeric_limits<std::uint32_t>::max()) {
    throw Error(ErrorKind::kInputOutput, path_ + " would pass 32 TiB");
  }
  pending_ += block;
  if (pending_.size() >= kPendingBlocks * kBlockBytes) write_pending();
  return blocks_++;
}

void BlockFile::finish() {
  write_pending();
  pending_.shrink_to_fit();
  file_ = FileDescriptor();
}

void BlockFile::write_pending() {
  write_all(file_, pending_, path_);
  pending_.clear();
}

}  // namespace broadsheet::indexer::segment::glass
