// One block of a table under construction:
//
//   4 bytes  revision
//   1        level: 0 for a leaf
//   2        free bytes between directory and items
//   2        free bytes in all: the same, as there are no other gaps
//   2        where the directory ends
//   from 11  the directory: for each item, in order, where it begins (2 bytes)
//   …        free
//   to end   the items, the first of them last
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "corpus/glass/block_file.h"

namespace broadsheet::glass {

inline constexpr std::size_t kBlockHeaderBytes = 11;
inline constexpr std::size_t kDirectoryEntryBytes = 2;

/// An empty block that items are added to until none fits.
class BlockBuilder {
 public:
  explicit BlockBuilder(std::uint32_t level) : level_(level) {}

  /// Bytes that an item added now may have at most; 0 if not even one fits.
  [[nodiscard]] std::size_t room() const {
    const std::size_t gap = items_begin_ - directory_end_;
    return gap > kDirectoryEntryBytes ? gap - kDirectoryEntryBytes : 0;
  }

  /// Makes room for an item of `size` bytes, at most room(), and returns where
  /// it is to be written.
  char* add(std::size_t size);

  [[nodiscard]] bool empty() const {
    return directory_end_ == kBlockHeaderBytes;
  }

  /// The finished block. Valid until the next call of any other function.
  [[nodiscard]] std::string_view finished();

  /// Empties the block.
  void clear();

 private:
  std::uint32_t level_;
  std::size_t directory_end_ = kBlockHeaderBytes;
  std::size_t items_begin_ = kBlockBytes;
  std::array<char, kBlockBytes> bytes_{};
};

}  // namespace broadsheet::glass
