#include "corpus/glass/table_cursor.h"

#include <optional>

namespace broadsheet::glass {

bool TableCursor::find(std::string_view key) {
  if (root_.root.entries == 0) return false;
  if (!descend_to_leaf(key)) return false;
  // The first item not below the key.
  std::size_t begin = 0;
  std::size_t end = block_.items();
  while (begin < end) {
    const std::size_t middle = begin + (end - begin) / 2;
    const std::optional<LeafItem> item = block_.leaf_item(middle);
    if (!item) return damaged();
    if (item->key < key) {
      begin = middle + 1;
    } else {
      end = middle;
    }
  }
  next_item_ = begin;
  return next_item() && item_.key == key && item_.is_first() && take_tag();
}

bool TableCursor::next() {
  if (!next_item()) return false;
  return item_.is_first() ? take_tag() : damaged();
}

bool TableCursor::open_block(std::uint64_t number) {
  const std::uint64_t bytes = root_.block_bytes;
  if (bytes == 0 || number >= file_.size() / bytes) return false;
  const std::optional<BlockView> block =
      BlockView::of(file_.substr(number * bytes, bytes));
  if (!block) return false;
  number_ = number;
  block_ = *block;
  return true;
}

bool TableCursor::descend_to_leaf(std::string_view key) {
  std::uint32_t level = root_.root.level;
  if (!open_block(root_.root.block)) return damaged();
  for (;; --level) {
    if (block_.level() != level) return damaged();
    if (level == 0) return true;
    if (block_.items() == 0) return damaged();
    // The last item at or below the first piece of the key; the first item is
    // below everything.
    std::size_t begin = 0;
    std::size_t end = block_.items();
    while (end - begin > 1) {
      const std::size_t middle = begin + (end - begin) / 2;
      const std::optional<BranchItem> item = block_.branch_item(middle);
      if (!item) return damaged();
      const bool is_above = item->separator > key ||
                            (item->separator == key && item->component > 1);
      (is_above ? end : begin) = middle;
    }
    const std::optional<BranchItem> item = block_.branch_item(begin);
    if (!item || !open_block(item->child)) return damaged();
  }
}

bool TableCursor::next_item() {
  while (next_item_ == block_.items()) {
    const std::uint64_t next = number_ + 1;
    if (next * root_.block_bytes >= file_.size()) return false;
    if (!open_block(next)) return damaged();
    // Branches stand between the leaves.
    next_item_ = block_.level() == 0 ? 0 : block_.items();
  }
  const std::optional<LeafItem> item = block_.leaf_item(next_item_++);
  if (!item) return damaged();
  item_ = *item;
  return true;
}

bool TableCursor::take_tag() {
  tag_ = item_.piece;
  if ((item_.flags & kDeflatedFlag) != 0) return damaged();
  if (item_.is_last()) return true;
  pieces_.assign(item_.piece.begin(), item_.piece.end());
  const std::string_view key = item_.key;
  do {
    if (!next_item() || item_.is_first() || item_.key != key) return damaged();
    pieces_.insert(pieces_.end(), item_.piece.begin(), item_.piece.end());
  } while (!item_.is_last());
  tag_ = {pieces_.data(), pieces_.size()};
  return true;
}

bool TableCursor::damaged() {
  is_damaged_ = true;
  return false;
}

}  // namespace broadsheet::glass
