#include "indexer/segment/glass/block_file.h"

#include <limits>
#include <utility>

#include "corpus/base/error.h"

namespace broadsheet::indexer::segment::glass {
namespace {

constexpr std::size_t kPendingBlocks = 32;

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
