// What a run holds of its articles besides postings: their values, slot by
// slot, and the forms that stems stand for.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "corpus/schema/numbered_article.h"
#include "indexer/segment/run.h"

namespace broadsheet::indexer::segment {

class FactStreams {
 public:
  using Value = std::pair<unsigned, std::string>;  ///< Slot and value.

  /// Adds the next article's.
  void add(const schema::ArticleFacts& facts);

  /// The values of the article added as number `article`, from 0: slots
  /// ascending. Valid until the next call of a function that is not const.
  [[nodiscard]] std::span<const Value> values(std::size_t article) const;

  /// Writes the values, their statistics and the synonyms of `run`, whose first
  /// docid is set. Throws Error if a synonym or its term is longer than Xapian
  /// takes.
  void write_to(Run& run);

  /// No article was added.
  void clear();

 private:
  void write_values(Run& run) const;
  void write_synonyms(Run& run);

  std::vector<Value> values_;
  std::vector<std::uint32_t> first_value_;  // Of each article.
  std::vector<std::pair<std::string, std::string>> variants_;
};

}  // namespace broadsheet::indexer::segment
