// Occurrences of an operand in one slot of a sentence, as a table of bits:
// first word by last word. A connector over connectors can have as many
// occurrences as there are pairs of words; a table holds them all in 8 KB, and
// joining two takes as many steps for a thousand as for one.
#pragma once

#include <array>
#include <bitset>
#include <vector>

#include "corpus/schema/positions.h"

namespace broadsheet::searcher::match {

class SpanTable {
 public:
  static constexpr unsigned kWords = schema::kWordsPerSlot;
  using Row = std::bitset<kWords>;

  SpanTable() : rows_(kWords) {}

  /// Ordinals of words in the slot, 0 to 255; `first` is not above `last`.
  void add(unsigned first, unsigned last) {
    rows_[first].set(last);
    firsts_.set(first);
  }
  void add_all(const SpanTable& other);
  void keep_only(const SpanTable& other);
  [[nodiscard]] bool has(unsigned first, unsigned last) const {
    return rows_[first][last];
  }
  [[nodiscard]] bool empty() const { return firsts_.none(); }
  [[nodiscard]] std::size_t count() const;

  /// The last words of occurrences that begin at `first`.
  [[nodiscard]] const Row& lasts(unsigned first) const { return rows_[first]; }
  /// The words that occurrences begin at.
  [[nodiscard]] const Row& firsts() const { return firsts_; }

 private:
  std::vector<Row> rows_;
  Row firsts_;
};

/// What a connector joins in one slot: occurrences of `a` and `b` at most
/// `distance` words apart, which do not overlap; `a` first if `ordered`.
struct Pairing {
  const SpanTable& a;
  const SpanTable& b;
  unsigned distance = 1;
  bool ordered = false;
};

/// From the first word of the one to the last word of the other.
[[nodiscard]] SpanTable hulls(const Pairing& pairing);

/// The occurrences of `a` and of `b` that are part of a hull in `wanted`.
struct Parts {
  SpanTable a;
  SpanTable b;
};
[[nodiscard]] Parts parts_of(const Pairing& pairing, const SpanTable& wanted);

/// The occurrences of `a` without one of `b` near.
[[nodiscard]] SpanTable lonely(const Pairing& pairing);

}  // namespace broadsheet::searcher::match
