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

}  // namespace

BlockFile::BlockFile(std::string path, Writing writing)
    : path_(std::move(path)), writing_(writing), file_(create_file(path_)) {}

std::uint32_t BlockFile::append(std::string_view block) {
  if (blocks_ == std::numeric_limits<std::uint32_t>::max()) {
    throw Error(ErrorKind::kInputOutput, path_ + " would pass 32 TiB");
  }
  const std::size_t most =
      writing_ == Writing::kBehind ? kBehindBytes : kPendingBytes;
  if (pending_.empty()) pending_.reserve(most);
  pending_ += block;
  if (pending_.size() >= most) write_pending();
  return blocks_++;
}

void BlockFile::finish() {
  write_pending();
  if (behind_.valid()) behind_.get();
  pending_ = std::string();
  being_written_ = std::string();
  file_ = FileDescriptor();
}

void BlockFile::write_pending() {
  if (writing_ == Writing::kAtOnce) {
    write(pending_);
  } else {
    if (behind_.valid()) behind_.get();
    being_written_.swap(pending_);
    behind_ = std::async(std::launch::async, [this] { write(being_written_); });
  }
  pending_.clear();
}

void BlockFile::write(const std::string& blocks) {
  write_all(file_, blocks, path_);
  hash_.add(blocks);  // While they are in the processor's cache.
  written_ += blocks.size();
  if (written_ < sent_ + kSentAtOnce) return;
  // So that the disk works while we do, and the sync that follows is short. A
  // hint: a file system that does not take it gets all at that sync.
  static_cast<void>(::sync_file_range(
      file_.number(), static_cast<off64_t>(sent_),
      static_cast<off64_t>(written_ - sent_), SYNC_FILE_RANGE_WRITE));
  sent_ = written_;
}

}  // namespace broadsheet::glass
