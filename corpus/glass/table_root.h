// What is known about a finished table: the entry that finds its tree, and its
// place in the version file.
//
//   varint root block
//   varint level << 2 | sequential << 1 | fake
//   varint entries
//   varint block size >> 11
//   varint compress_min
//   varint length, and the free list:
//     varint revision, varint first unused block, four zero varints
//
// A table without entries has a fake root and no free list. "Sequential" says
// that leaves stand in ascending blocks.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "corpus/base/checksum.h"

namespace broadsheet::glass {

/// The revision of everything this writer makes: the first.
inline constexpr std::uint32_t kRevision = 1;

/// Stock Xapian compresses tags longer than this, in the tables where it
/// compresses at all.
inline constexpr std::uint32_t kCompressMin = 18;

struct TableRoot {
  std::uint32_t block = 0;    ///< Number of the root block.
  std::uint32_t level = 0;    ///< 0: the root is a leaf.
  std::uint64_t entries = 0;  ///< Without the null item.
  std::uint32_t blocks = 0;   ///< In the file; all of them are in use.
  /// Tags longer than this may be compressed by those who change the table; 0:
  /// none.
  std::uint32_t compress_min = 0;
  /// Of the file, if it was just written; not in the version file.
  std::optional<Hash128> hash{};

  friend bool operator==(const TableRoot&, const TableRoot&) = default;
};

/// The bytes of `root` in the version file.
[[nodiscard]] std::string encode(const TableRoot& root);

/// A root that was read, of a table by whatever writer.
struct FoundRoot {
  TableRoot root;
  std::uint32_t block_bytes = 0;
  bool sequential = false;  ///< Leaves stand in the order of their keys.
};

/// The inverse, from the front of `bytes`, which is moved behind it. Nothing if
/// that is no root.
[[nodiscard]] std::optional<FoundRoot> take_root(std::string_view& bytes);

}  // namespace broadsheet::glass
