#include "corpus/glass/table_reader.h"

#include <utility>

#include "corpus/base/error.h"
#include "corpus/glass/tag_compressor.h"

namespace broadsheet::glass {
namespace {

constexpr std::size_t kLeastBlockBytes = 2048;
constexpr std::size_t kMostBlockBytes = 65536;
constexpr std::size_t kReadAtOnce = 4 * kMostBlockBytes;

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
  } while (item_.key.empty());  // The null item.
  if (!item_.is_first()) throw_damaged();
  key_ = item_.key;
  form_ =
      (item_.flags & kDeflatedFlag) != 0 ? TagForm::kDeflated : TagForm::kPlain;
  tag_ = item_.piece;
  if (item_.is_last()) return true;
  pieces_ = item_.piece;
  do {
    if (!next_item() || item_.is_first() || item_.key != key_) {
      throw_damaged();
    }
    pieces_ += item_.piece;
  } while (!item_.is_last());
  tag_ = pieces_;
  return true;
}

bool TableReader::next_item() {
  while (next_item_ == leaf_.items()) {
    if (!next_leaf()) return false;
  }
  const std::optional<LeafItem> item = leaf_.leaf_item(next_item_++);
  if (!item) throw_damaged();
  item_ = *item;
  return true;
}

bool TableReader::next_leaf() {
  do {
    if (!next_block()) return false;
    const std::optional<BlockView> block = BlockView::of(block_);
    if (!block) throw_damaged();
    leaf_ = *block;
  } while (leaf_.level() != 0);
  next_item_ = 0;
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
