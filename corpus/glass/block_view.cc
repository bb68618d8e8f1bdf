#include "corpus/glass/block_view.h"

#include "corpus/glass/block_builder.h"
#include "corpus/glass/branch_levels.h"
#include "corpus/glass/integers.h"

namespace broadsheet::glass {
namespace {

constexpr std::size_t kLevelAt = 4;
constexpr std::size_t kDirectoryEndAt = 9;

}  // namespace

std::optional<BlockView> BlockView::of(std::string_view block) {
  if (block.size() < kBlockHeaderBytes) return std::nullopt;
  const std::size_t end = take_big_endian16(block.data() + kDirectoryEndAt);
  if (end < kBlockHeaderBytes || end > block.size() ||
      (end - kBlockHeaderBytes) % kDirectoryEntryBytes != 0) {
    return std::nullopt;
  }
  BlockView view;
  view.block_ = block;
  view.items_ = (end - kBlockHeaderBytes) / kDirectoryEntryBytes;
  return view;
}

std::uint32_t BlockView::level() const {
  return static_cast<unsigned char>(block_[kLevelAt]);
}

std::size_t BlockView::begin_of(std::size_t i) const {
  return take_big_endian16(block_.data() + kBlockHeaderBytes +
                           i * kDirectoryEntryBytes);
}

std::optional<LeafItem> BlockView::leaf_item(std::size_t i) const {
  const std::size_t begin = begin_of(i);
  if (begin + kSizeBytes + kKeyLengthBytes > block_.size()) return std::nullopt;
  const char* in = block_.data() + begin;
  const std::uint32_t size_and_flags = take_big_endian16(in);
  LeafItem item;
  item.flags = size_and_flags & kAllFlags;
  const std::size_t size = (size_and_flags & ~kAllFlags) + kNotInSize;
  const std::size_t key_bytes = static_cast<unsigned char>(in[kSizeBytes]);
  const std::size_t around = kSizeBytes + kKeyLengthBytes + key_bytes +
                             (item.is_first() ? 0 : kComponentBytes);
  if (begin + size > block_.size() || around > size) return std::nullopt;
  const std::string_view bytes = block_.substr(begin, size);
  item.key = bytes.substr(kSizeBytes + kKeyLengthBytes, key_bytes);
  item.piece = bytes.substr(around);
  return item;
}

std::optional<BranchItem> BlockView::branch_item(std::size_t i) const {
  const std::size_t begin = begin_of(i);
  if (begin + kChildBytes + kKeyLengthBytes > block_.size()) {
    return std::nullopt;
  }
  const char* in = block_.data() + begin;
  const std::size_t key_bytes = static_cast<unsigned char>(in[kChildBytes]);
  const std::size_t key_at = begin + kChildBytes + kKeyLengthBytes;
  if (key_at + key_bytes + kComponentBytes > block_.size()) return std::nullopt;
  BranchItem item;
  item.child = take_big_endian32(in);
  item.separator = block_.substr(key_at, key_bytes);
  item.component = take_big_endian16(block_.data() + key_at + key_bytes);
  return item;
}

}  // namespace broadsheet::glass
