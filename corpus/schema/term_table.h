// Terms as numbers: a posting names its term by a small number, so that the
// millions of postings of an index are sorted and counted without touching a
// string.
#pragma once

#include <tsl/robin_map.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace broadsheet::schema {

/// A number that stands for a term within one TermTable.
using TermId = std::uint32_t;

/// Numbers distinct terms from 0. Not for two threads.
class TermTable {
 public:
  /// The number of `term`, which is copied if it is new.
  TermId id(std::string_view term);

  /// The term behind a number. Valid until clear().
  [[nodiscard]] std::string_view text(TermId id) const { return texts_[id]; }

  /// Numbers run from 0 to this, half-open.
  [[nodiscard]] std::size_t size() const { return texts_.size(); }

  /// Forgets all terms and frees their memory. All numbers are void then.
  void clear();

 private:
  struct HashOfBytes {
    std::size_t operator()(std::string_view bytes) const;
  };

  std::string_view copy(std::string_view term);

  tsl::robin_map<std::string_view, TermId, HashOfBytes> ids_;
  std::vector<std::string_view> texts_;
  std::vector<std::unique_ptr<char[]>> pages_;  // Where the texts are.
  std::size_t page_left_ = 0;                   // Bytes free in the last one.
};

}  // namespace broadsheet::schema
