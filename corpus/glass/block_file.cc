#include "corpus/glass/block_file.h"

#include <fcntl.h>

#include <limits>
#include <utility>

#include "corpus/base/error.h"

namespace broadsheet::glass {
namespace {

constexpr std::size_t kPendingBytes = std::size_t{256} << 10;
// More, as each costs a thread.
constexpr std::size_t kBehindBytes = std::size_t{1} << 20;
constexpr std::uint64_t kSentAtOnce = std::uint64_t{4} << 20;  // Bytes.

constexpr std::size_t stretch_bytes(Writing writing) {
  return writing == Writing::kBehind ? kBehindBytes : kPendingBytes;
}

}  // namespace

BlockFile::BlockFile(std::string path, Writing writing,
                     std::uint64_t most_cached)
    : path_(std::move(path)),
      writing_(writing),
      most_cached_(most_cached),
      file_(create_file(path_)),
      pending_(stretch_bytes(writing)) {
  if (writing == Writing::kBehind) {
    being_written_ = AlignedBuffer(stretch_bytes(writing));
  }
}

std::uint32_t BlockFile::append(std::string_view block) {
  if (blocks_ == std::numeric_limits<std::uint32_t>::max()) {
    throw Error(ErrorKind::kInputOutput, path_ + " would pass 32 TiB");
  }
  pending_.append(block);
  if (pending_.size() >= stretch_bytes(writing_)) write_pending();
  return blocks_++;
}

void BlockFile::finish() {
  write_pending();
  if (behind_.valid()) behind_.get();
  pending_ = AlignedBuffer();
  being_written_ = AlignedBuffer();
  file_ = FileDescriptor();
}

void BlockFile::write_pending() {
  if (writing_ == Writing::kAtOnce) {
    write(pending_);
  } else {
    if (behind_.valid()) behind_.get();
    std::swap(being_written_, pending_);
    behind_ = std::async(std::launch::async, [this] { write(being_written_); });
  }
  pending_.clear();
}

void BlockFile::write(const AlignedBuffer& blocks) {
  if (!is_large_ && written_ >= most_cached_) {
    is_large_ = true;
    bypass_page_cache(file_);
  }
  write_all(file_, blocks.view(), path_);
  hash_.add(blocks.view());  // While they are in the processor's cache.
  written_ += blocks.size();
  if (is_large_ || written_ < sent_ + kSentAtOnce) return;
  // So that the disk works while we do, and the sync that follows is short. A
  // hint: a file system that does not take it gets all at that sync.
  static_cast<void>(::sync_file_range(
      file_.number(), static_cast<off64_t>(sent_),
      static_cast<off64_t>(written_ - sent_), SYNC_FILE_RANGE_WRITE));
  sent_ = written_;
}

}  // namespace broadsheet::glass
