// Many sorted streams as one: each key once, with what every stream has of it.
//
// A tournament of the streams would compare keys anew at each step; here they
// stand in a heap under the first eight bytes of their keys, which decide
// nearly always. A stream stays in the heap while its entry is in use, and
// sinks to its next place from there.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/segment/entry_stream.h"

namespace broadsheet::indexer::segment {

class EntryMerge {
 public:
  /// The readers' streams must outlive it.
  explicit EntryMerge(std::vector<EntryReader> readers);

  /// Goes to the next key, at first to the first one. Returns false at the end.
  /// Throws Error.
  bool next();

  /// The key, and the readers that stand at it, in their order. Valid until
  /// next().
  [[nodiscard]] std::string_view key() const { return key_; }
  [[nodiscard]] const std::vector<EntryReader*>& entries() const {
    return entries_;
  }

 private:
  struct Head {
    std::uint64_t first_bytes = 0;
    std::uint32_t reader = 0;
    bool is_at_end = false;  // And stays in the heap, behind all others.
  };

  void go_on(std::size_t place);
  void find_at_key();
  [[nodiscard]] bool is_at_key(const Head& head) const;
  [[nodiscard]] bool comes_later(const Head& a, const Head& b) const;

  std::vector<EntryReader> readers_;
  std::vector<Head> heap_;                 // The least head is in front.
  std::vector<std::size_t> at_key_;        // Places in it, ascending.
  std::vector<std::uint64_t> are_at_key_;  // A bit for each reader.
  std::vector<EntryReader*> entries_;      // The readers there.
  std::string key_;
};

}  // namespace broadsheet::indexer::segment
