// Where the phrases of a query stand in one article: in positions, by which
// connectors measure, and in bytes, by which matches are marked.
#pragma once

#include <cstddef>
#include <cstdint>
#include <unordered_map>
#include <vector>

#include "corpus/base/span.h"
#include "searcher/match/evaluator.h"
#include "searcher/query/tree.h"

namespace broadsheet::searcher::match {

/// A half-open range of positions (schema/positions.h).
struct Scope {
  std::uint32_t begin = 0;
  std::uint32_t end = 0xFFFFFFFF;
};

/// One occurrence of a phrase; it lies within one slot.
struct Spot {
  std::uint32_t first = 0;  ///< Position of its first word.
  std::uint32_t last = 0;   ///< Position of its last word, inclusive.
  /// What is marked for it: a half-open range of Spots::marks.
  std::size_t mark_begin = 0;
  std::size_t mark_end = 0;
};

/// Of one article.
struct Spots {
  /// By number of the phrase: its spots, by `first`, then `last`.
  std::vector<std::vector<Spot>> phrases;
  /// By number of the phrase: whether it occurs in a metadata field.
  std::vector<bool> in_fields;
  std::vector<Occurrence> marks;
};

/// The number of each phrase of a tree, in tree order.
using PhraseNumbers = std::unordered_map<const query::Phrase*, std::size_t>;

}  // namespace broadsheet::searcher::match
