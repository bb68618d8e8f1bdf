// A query of words alone, joined by AND and OR: what can be answered list by
// list, each read once, without going from article to article.
#pragma once

#include <xapian.h>

#include <optional>
#include <string>
#include <vector>

namespace broadsheet::searcher::search {

/// Terms that count as one word.
using QueryWord = std::vector<std::string>;

/// Words of which an article needs any.
struct AnyOf {
  std::vector<QueryWord> words;
  bool scores = true;  ///< False: to have them is worth nothing.

  friend bool operator==(const AnyOf&, const AnyOf&) = default;
};

struct WordQuery {
  std::vector<AnyOf> all;  ///< An article needs each; at least one.
  Xapian::Query left_out;  ///< What finds an article not wanted; or empty.
};

/// `query` as one of words, in its order: SYNONYM joins what is one word, OR
/// words of which any will do, AND and FILTER those, AND_NOT around all of it
/// what is left out. Nothing of any other query, or of an empty one.
[[nodiscard]] std::optional<WordQuery> word_query(const Xapian::Query& query);

}  // namespace broadsheet::searcher::search
