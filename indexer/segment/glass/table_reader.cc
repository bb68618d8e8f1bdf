#include "indexer/segment/glass/table_reader.h"

#include <utility>

#include "corpus/base/error.h"
#include "indexer/segment/glass/block_builder.h"
#include "indexer/segment/glass/item.h"

namespace broadsheet::indexer::segment::glass {
namespace {

constexpr std::size_t kLevelAt = 4;
constexpr std::size_t kDirectoryEndAt = 9;

std::size_t big_endian16(std::string_view bytes, std::size_t at) {
  return std::size_t{static_cast<unsigned char>(bytes[at])} << 8 |
         static_cast<unsigned char>(bytes[at + 1]);
}

}  // namespace

TableReader::TableReader(std::string path)
    : path_(std::move(path)), file_(open_for_reading(path_)) {}

bool TableReader::next() {
  tag_.clear();
  do {
    if (!next_item()) return false;
  } while (item_key_.empty());  // The null item.
  if ((flags_ & kFirstFlag) == 0) throw_damaged();
  key_ = item_key_;
  form_ = (flags_ & kDeflatedFlag) != 0 ? TagForm::kDeflated : TagForm::kPlain;
  tag_ += piece_;
  while ((flags_ & kLastFlag) == 0) {
    if (!next_item() || (flags_ & kFirstFlag) != 0 || item_key_ != key_) {
      throw_damaged();
    }
    tag_ += piece_;
  }
  return true;
}

bool TableReader::next_item() {
  while (entry_ == directory_end_) {
    if (!next_leaf()) return false;
  }
  const std::size_t begin = big_endian16(block_, entry_);
  entry_ += kDirectoryEntryBytes;
  if (begin + kSizeBytes + kKeyLengthBytes > block_.size()) throw_damaged();
  const auto size_and_flags =
      static_cast<std::uint32_t>(big_endian16(block_, begin));
  flags_ = size_and_flags & kAllFlags;
  const std::size_t size = (size_and_flags & ~kAllFlags) + kNotInSize;
  const std::size_t key_bytes =
      static_cast<unsigned char>(block_[begin + kSizeBytes]);
  const std::size_t around = kSizeBytes + kKeyLengthBytes + key_bytes +
                             ((flags_ & kFirstFlag) != 0 ? 0 : kComponentBytes);
  if (begin + size > block_.size() || around > size) throw_damaged();
  const std::string_view item = std::string_view(block_).substr(begin, size);
  item_key_ = item.substr(kSizeBytes + kKeyLengthBytes, key_bytes);
  piece_ = item.substr(around);
  return true;
}

bool TableReader::next_leaf() {
  block_.resize(kBlockBytes);
  do {
    std::size_t filled = 0;
    while (filled < kBlockBytes) {
      const std::size_t got =
          read_some(file_, block_.data() + filled, kBlockBytes - filled, path_);
      if (got == 0) break;
      filled += got;
    }
    if (filled == 0) return false;
    if (filled < kBlockBytes) throw_damaged();
  } while (block_[kLevelAt] != 0);
  entry_ = kBlockHeaderBytes;
  directory_end_ = big_endian16(block_, kDirectoryEndAt);
  if (directory_end_ < kBlockHeaderBytes || directory_end_ > kBlockBytes ||
      (directory_end_ - kBlockHeaderBytes) % kDirectoryEntryBytes != 0) {
    throw_damaged();
  }
  return true;
}

void TableReader::throw_damaged() const {
  throw Error(ErrorKind::kIndex, "the table " + path_ + " is damaged");
}

}  // namespace broadsheet::indexer::segment::glass
