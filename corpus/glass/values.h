// Values: what an article can be sorted or filtered by, in numbered slots. They
// stand in the postlist table, before all terms.
//
//   00 D0 slot          statistics of a slot (slot: its bytes, least
//                       significant first, none for slot 0)
//     varint articles with a value, counted string lowest value,
//     highest value (nothing if it is the lowest)
//   00 D8 varint slot, docid   a chunk of values, beginning at docid
//     counted string value, (varint gap - 1, counted string value)*
//
// A chunk ends with the first value that brings it to 2,000 bytes. A counted
// string is a varint length and the bytes. No value is empty.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "corpus/glass/table_writer.h"

namespace broadsheet::glass {

/// What Xapian keeps about the values of one slot. Bytes compare unsigned.
struct SlotStatistics {
  std::uint32_t articles = 0;
  std::string lowest;
  std::string highest;

  /// Counts `value`.
  void add(std::string_view value);

  /// Counts all that `other` counted.
  void add(const SlotStatistics& other);

  friend bool operator==(const SlotStatistics&,
                         const SlotStatistics&) = default;
};

using StatisticsBySlot = std::map<std::uint32_t, SlotStatistics>;

/// Writes the entries of `statistics`, in the order of their keys, which is not
/// that of the slots. Throws Error.
void write_value_statistics(TableWriter& table,
                            const StatisticsBySlot& statistics);

/// Bytes of a chunk's key before the slot.
inline constexpr std::size_t kValueChunkKeyBytes = 2;

/// Where the values of `slot` come among those of other slots: slots have to be
/// written in the order of these strings.
[[nodiscard]] std::string value_chunk_prefix(std::uint32_t slot);

/// Writes the values of one slot after the other.
class ValueWriter {
 public:
  /// `table` must outlive it.
  explicit ValueWriter(TableWriter& table) : table_(table) {}

  /// Begins the values of a slot, given as value_chunk_prefix of it.
  void start(std::string_view prefix);

  /// Adds a value; its docid lies above those added before. Throws Error.
  void append(std::uint32_t docid, std::string_view value);

  /// Writes what is left. Throws Error.
  void finish();

 private:
  void write_chunk();

  TableWriter& table_;
  std::string key_;
  std::string chunk_;
  std::uint32_t first_ = 0;
  std::uint32_t last_ = 0;
};

}  // namespace broadsheet::glass
