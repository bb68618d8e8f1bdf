// Articles as numbers: what a run knows of an article stands at its number in
// lists, and only its identity is looked up. A hash map would hold all of it in
// buckets, of which a quarter to a half are in use.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "corpus/base/checksum.h"
#include "indexer/paged_list.h"

namespace broadsheet::indexer {

/// Numbers distinct identities from 0: 24 to 32 bytes of memory for each. Not
/// for two threads.
class IdentityTable {
 public:
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;

  /// The number of `identity`, or kNone.
  [[nodiscard]] std::uint32_t find(const Hash128& identity) const;

  /// The same; it gets the next number, which is size() before, if it has none.
  /// Throws Error (kInputOutput) if there are more than 32 bits can number.
  [[nodiscard]] std::uint32_t number(const Hash128& identity);

  [[nodiscard]] std::size_t size() const { return identities_.size(); }

  /// Bytes of memory taken.
  [[nodiscard]] std::size_t memory() const {
    return identities_.memory() + slots_.capacity() * sizeof(std::uint32_t);
  }

 private:
  // Where `identity` is, or would be.
  [[nodiscard]] std::size_t slot_of(const Hash128& identity) const;
  void grow();

  PagedList<Hash128> identities_;     // By number.
  std::vector<std::uint32_t> slots_;  // A power of two; at most half in use.
};

}  // namespace broadsheet::indexer
