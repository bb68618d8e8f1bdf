#include "corpus/glass/table_reader.h"

#include <utility>

#include "corpus/base/error.h"
#include "corpus/glass/block_builder.h"
#include "corpus/glass/item.h"
#include "corpus/glass/tag_compressor.h"

namespace broadsheet::glass {
namespace {

constexpr std::size_t kLevelAt = 4;
constexpr std::size_t kDirectoryEndAt = 9;

constexpr std::size_t kLeastBlockBytes = 2048;
constexpr std::size_t kMostBlockBytes = 65536;
constexpr std::size_t kReadAtOnce = 4 * kMostBlockBytes;

std::size_t big_endian16(std::string_view bytes, std::size_t at) {
  return std::size_t{static_cast<unsigned char>(bytes[at])} << 8 |
         static_cast<unsigned char>(bytes[at + 1]);
}

}  // namespace

TableReader::TableReader(std::string path, std::size_t block_bytes)
    : path_(std::move(path)),
      file_(open_for_reading(path_)),
      block_bytes_(block_bytes) {
  // What a root may say; anything else is no table.
  if (block_bytes < kLeastBlockBytes || block_bytes > kMostBlockBytes ||
      (block_bytes & (block_bytes - 1)) != 0) {
    throw_damaged();
  }
}

bool TableReader::next() {
  do {
    if (!next_item()) return false;
  } while (item_key_.empty());  // The null item.
  if ((flags_ & kFirstFlag) == 0) throw_damaged();
  key_ = item_key_;
  form_ = (flags_ & kDeflatedFlag) != 0 ? TagForm::kDeflated : TagForm::kPlain;
  tag_ = piece_;
  if ((flags_ & kLastFlag) != 0) return true;
  pieces_ = piece_;
  do {
    if (!next_item() || (flags_ & kFirstFlag) != 0 || item_key_ != key_) {
      throw_damaged();
    }
    pieces_ += piece_;
  } while ((flags_ & kLastFlag) == 0);
  tag_ = pieces_;
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
  const std::string_view item = block_.substr(begin, size);
  item_key_ = item.substr(kSizeBytes + kKeyLengthBytes, key_bytes);
  piece_ = item.substr(around);
  return true;
}

bool TableReader::next_leaf() {
  do {
    if (!next_block()) return false;
  } while (block_[kLevelAt] != 0);
  entry_ = kBlockHeaderBytes;
  directory_end_ = big_endian16(block_, kDirectoryEndAt);
  if (directory_end_ < kBlockHeaderBytes || directory_end_ > block_bytes_ ||
      (directory_end_ - kBlockHeaderBytes) % kDirectoryEntryBytes != 0) {
    throw_damaged();
  }
  return true;
}

bool TableReader::next_block() {
  if (next_ == filled_) {
    buffer_.resize(kReadAtOnce);
    next_ = 0;
    filled_ = 0;
    while (filled_ < kReadAtOnce) {
      const std::size_t got = read_some(file_, buffer_.data() + filled_,
                                        kReadAtOnce - filled_, path_);
      if (got == 0) break;
      filled_ += got;
    }
    if (filled_ % block_bytes_ != 0) throw_damaged();
    if (filled_ == 0) return false;
  }
  block_ = std::string_view(buffer_).substr(next_, block_bytes_);
  next_ += block_bytes_;
  return true;
}

std::string TableReader::plain_tag() const {
  return form_ == TagForm::kDeflated ? inflate(tag_) : std::string(tag_);
}

void TableReader::throw_damaged() const {
  throw Error(ErrorKind::kIndex, "the table " + path_ + " is damaged");
}

}  // namespace broadsheet::glass
