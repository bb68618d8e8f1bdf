// One block of a table that was read: its items, in the order of their keys.
// Nothing in it is trusted. block_builder.h shows the layout.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "corpus/glass/item.h"

namespace broadsheet::glass {

/// An item of a leaf.
struct LeafItem {
  std::uint32_t flags = 0;  ///< kFirstFlag and its like.
  std::string_view key;     ///< Empty: the null item.
  std::string_view piece;   ///< The tag, or a part of it.

  [[nodiscard]] bool is_first() const { return (flags & kFirstFlag) != 0; }
  [[nodiscard]] bool is_last() const { return (flags & kLastFlag) != 0; }
};

/// An item of a branch.
struct BranchItem {
  std::uint32_t child = 0;     ///< The number of a block.
  std::string_view separator;  ///< Empty: of the first item.
  std::uint32_t component = 0;
};

/// A view of a block, which outlives it.
class BlockView {
 public:
  /// Without items.
  BlockView() = default;

  /// Nothing if `block` has no directory as it should be.
  [[nodiscard]] static std::optional<BlockView> of(std::string_view block);

  /// 0: a leaf.
  [[nodiscard]] std::uint32_t level() const;
  [[nodiscard]] std::size_t items() const { return items_; }

  /// Item `i` < items() of a leaf, and of a branch; nothing if it does not lie
  /// within the block.
  [[nodiscard]] std::optional<LeafItem> leaf_item(std::size_t i) const;
  [[nodiscard]] std::optional<BranchItem> branch_item(std::size_t i) const;

 private:
  [[nodiscard]] std::size_t begin_of(std::size_t i) const;

  std::string_view block_;
  std::size_t items_ = 0;
};

}  // namespace broadsheet::glass
