#include "indexer/segment/glass/block_file.h"

#include <fcntl.h>

#include <limits>
#include <utility>

#include "corpus/base/error.h"

namespace broadsheet::indexer::segment::glass {
namespace {

constexpr std::size_t kPendingBlocks = 32;
constexpr std::uint64_t kSentAtOnce = std::uint64_t{4} << 20;  // Bytes.

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
  hash_.add(pending_);  // While it is in the processor's cache.
  pending_.clear();
  const std::uint64_t written = std::uint64_t{blocks_} * kBlockBytes;
  if (written < sent_ + kSentAtOnce) return;
  // So that the disk works while we do, and the sync that follows is short. A
  // hint: a file system that does not take it gets all at that sync.
  static_cast<void>(::sync_file_range(
      file_.number(), static_cast<off64_t>(sent_),
      static_cast<off64_t>(written - sent_), SYNC_FILE_RANGE_WRITE));
  sent_ = written;
}

}  // namespace broadsheet::indexer::segment::glass
