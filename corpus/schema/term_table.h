// Terms as numbers: a posting names its term by a small number, so that the
// millions of postings of an index are sorted and counted without touching a
// string.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "corpus/text/word_table.h"

namespace broadsheet::schema {

/// A number that stands for a term within one TermTable.
using TermId = std::uint32_t;

/// Numbers distinct terms from 0. Not for two threads.
class TermTable {
 public:
  /// The number of `term`, which is copied if it is new.
  TermId id(std::string_view term) { return terms_.place(term); }

  /// The term behind a number. Valid until id() or clear().
  [[nodiscard]] std::string_view text(TermId id) const { return terms_.at(id); }

  /// Numbers run from 0 to this, half-open.
  [[nodiscard]] std::size_t size() const { return terms_.size(); }

  /// Bytes of memory taken.
  [[nodiscard]] std::size_t memory() const { return terms_.memory(); }

  /// Forgets all terms and frees their memory. All numbers are void then.
  void clear() { terms_.clear(); }

 private:
  text::WordTable terms_;
};

}  // namespace broadsheet::schema
