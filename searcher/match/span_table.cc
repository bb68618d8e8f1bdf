#include "searcher/match/span_table.h"

#include <algorithm>

namespace broadsheet::searcher::match {
namespace {

using Row = SpanTable::Row;
constexpr unsigned kWords = SpanTable::kWords;

/// The words from `begin` to `end`, half-open.
Row range(unsigned begin, unsigned end) {
  if (begin >= end) return {};
  Row row;
  row.set();
  row >>= kWords - (end - begin);
  row <<= begin;
  return row;
}

/// The words behind `last` that are at most `distance` from it.
Row behind(unsigned last, unsigned distance) {
  return range(last + 1, std::min(kWords, last + distance + 1));
}

template <typename Action>
void for_each_bit(const Row& row, Action action) {
  for (std::size_t i = row._Find_first(); i < kWords; i = row._Find_next(i)) {
    action(static_cast<unsigned>(i));
  }
}

/// The last words of all occurrences in `table`.
Row all_lasts(const SpanTable& table) {
  Row lasts;
  for_each_bit(table.firsts(),
               [&](unsigned first) { lasts |= table.lasts(first); });
  return lasts;
}

/// By word `last`: where occurrences of `second` that begin behind it, near
/// enough, end.
std::vector<Row> ends_behind(const Row& lasts, const SpanTable& second,
                             unsigned distance) {
  std::vector<Row> ends(kWords);
  for_each_bit(lasts, [&](unsigned last) {
    for_each_bit(second.firsts() & behind(last, distance),
                 [&](unsigned begin) { ends[last] |= second.lasts(begin); });
  });
  return ends;
}

void add_hulls(const SpanTable& first, const SpanTable& second,
               unsigned distance, SpanTable& found) {
  const std::vector<Row> ends = ends_behind(all_lasts(first), second, distance);
  for_each_bit(first.firsts(), [&](unsigned begin) {
    Row row;
    for_each_bit(first.lasts(begin), [&](unsigned last) { row |= ends[last]; });
    for_each_bit(row, [&](unsigned end) { found.add(begin, end); });
  });
}

/// Adds the parts of hulls in `wanted` where `first` comes first.
void add_parts(const SpanTable& first, const SpanTable& second,
               unsigned distance, const SpanTable& wanted, SpanTable& of_first,
               SpanTable& of_second) {
  for_each_bit(first.firsts() & wanted.firsts(), [&](unsigned begin) {
    const Row& hull_ends = wanted.lasts(begin);
    Row starts;  // Of second parts that end a wanted hull.
    for_each_bit(second.firsts(), [&](unsigned start) {
      if ((second.lasts(start) & hull_ends).any()) starts.set(start);
    });
    Row taken;
    for_each_bit(first.lasts(begin), [&](unsigned last) {
      const Row near = starts & behind(last, distance);
      if (near.none()) return;
      of_first.add(begin, last);
      taken |= near;
    });
    for_each_bit(taken, [&](unsigned start) {
      for_each_bit(second.lasts(start) & hull_ends,
                   [&](unsigned end) { of_second.add(start, end); });
    });
  });
}

}  // namespace

void SpanTable::add_all(const SpanTable& other) {
  for_each_bit(other.firsts_,
               [&](unsigned first) { rows_[first] |= other.rows_[first]; });
  firsts_ |= other.firsts_;
}

void SpanTable::keep_only(const SpanTable& other) {
  for_each_bit(Row(firsts_), [&](unsigned first) {
    rows_[first] &= other.rows_[first];
    if (rows_[first].none()) firsts_.reset(first);
  });
}

std::size_t SpanTable::count() const {
  std::size_t spans = 0;
  for_each_bit(firsts_, [&](unsigned first) { spans += rows_[first].count(); });
  return spans;
}

SpanTable hulls(const Pairing& pairing) {
  SpanTable found;
  add_hulls(pairing.a, pairing.b, pairing.distance, found);
  if (!pairing.ordered) {
    add_hulls(pairing.b, pairing.a, pairing.distance, found);
  }
  return found;
}

Parts parts_of(const Pairing& pairing, const SpanTable& wanted) {
  Parts parts;
  add_parts(pairing.a, pairing.b, pairing.distance, wanted, parts.a, parts.b);
  if (!pairing.ordered) {
    add_parts(pairing.b, pairing.a, pairing.distance, wanted, parts.b, parts.a);
  }
  return parts;
}

SpanTable lonely(const Pairing& pairing) {
  const Row ends = all_lasts(pairing.b);
  SpanTable found;
  for_each_bit(pairing.a.firsts(), [&](unsigned first) {
    // What ends less than this far before `first` is near.
    const unsigned reach = std::min(first, pairing.distance);
    const bool near_before =
        !pairing.ordered && (ends & range(first - reach, first)).any();
    if (near_before) return;
    for_each_bit(pairing.a.lasts(first), [&](unsigned last) {
      if ((pairing.b.firsts() & behind(last, pairing.distance)).none()) {
        found.add(first, last);
      }
    });
  });
  return found;
}

}  // namespace broadsheet::searcher::match
