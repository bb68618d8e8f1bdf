// A table by key: the tree leads to an entry, and from there the leaves are
// followed. For who wants a few stretches of a table, not all of it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "corpus/glass/block_view.h"
#include "corpus/glass/table_root.h"

namespace broadsheet::glass {

/// Reads plain tags of a table whose leaves stand in the order of their keys
/// (FoundRoot::sequential). Nothing in the table is trusted: where it is
/// damaged, an entry is not found, or the last one was reached; is_damaged()
/// tells.
class TableCursor {
 public:
  /// `file` is all of the table's file, and outlives this.
  TableCursor(std::string_view file, const FoundRoot& root)
      : file_(file), root_(root) {}
  // Views of the pieces stay what they are when those move.
  TableCursor(TableCursor&&) = default;
  TableCursor& operator=(TableCursor&&) = default;

  /// Goes to the entry with `key`, which is not empty; false if there is none.
  [[nodiscard]] bool find(std::string_view key);

  /// Goes to the entry after the one found; false at the end.
  [[nodiscard]] bool next();

  /// The entry. Valid until the next call of the two above; what is a view of
  /// the file stays.
  [[nodiscard]] std::string_view key() const { return item_.key; }
  [[nodiscard]] std::string_view tag() const { return tag_; }

  [[nodiscard]] bool is_damaged() const { return is_damaged_; }

 private:
  bool open_block(std::uint64_t number);
  bool descend_to_leaf(std::string_view key);
  bool next_item();
  bool take_tag();
  bool damaged();

  std::string_view file_;
  FoundRoot root_;
  bool is_damaged_ = false;

  std::uint64_t number_ = 0;  // Of the current block.
  BlockView block_;
  std::size_t next_item_ = 0;  // In it.
  LeafItem item_;
  std::vector<char> pieces_;  // A tag of several, put together.
  std::string_view tag_;
};

}  // namespace broadsheet::glass
