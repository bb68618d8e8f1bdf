// The branches of a table: they lead from the root to the leaves, and grow from
// the leaves up as these are finished.
//
// A branch block holds, for each child in order, an item:
//
//   4 bytes  number of the child
//   1        bytes of the separator
//   …        separator: at or below every key of the child, above all before it
//   2        component of the separator: decides between pieces of one tag
//
// The first item of a block has no separator: its parent has it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "corpus/glass/block_builder.h"
#include "corpus/glass/block_file.h"

namespace broadsheet::glass {

inline constexpr std::size_t kChildBytes = 4;

/// Where a block begins: the shortest key that tells it from the one before.
struct Separator {
  std::string key;              ///< At most 255 bytes.
  std::uint32_t component = 0;  ///< From 1; 0 for the first block of a table.
};

/// Writes the branches between the leaves of a file.
class BranchLevels {
 public:
  /// `file` must outlive it.
  explicit BranchLevels(BlockFile& file) : file_(file) {}

  /// Adds leaf `block`, which begins at `separator`. Throws Error.
  void add_leaf(const Separator& separator, std::uint32_t block);

  struct Root {
    std::uint32_t block = 0;
    std::uint32_t level = 0;
  };

  /// Writes the branches still in memory and returns the root. At least one
  /// leaf was added; a single one is the root itself. Throws Error.
  [[nodiscard]] Root finish();

 private:
  struct Level {
    explicit Level(std::uint32_t number) : block(number) {}

    BlockBuilder block;
    Separator begin;          // Of the block under construction.
    bool has_parent = false;  // A block of this level was finished already.
  };

  void add(std::size_t level, const Separator& separator, std::uint32_t child);
  std::uint32_t finish_block(std::size_t level);

  BlockFile& file_;
  std::vector<Level> levels_;  // levels_[0] is level 1.
  // The only leaf so far: until there are two, there are no branches.
  Separator first_separator_;
  std::uint32_t first_leaf_ = 0;
  std::uint64_t leaves_ = 0;
};

}  // namespace broadsheet::glass
