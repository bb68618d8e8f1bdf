#include "searcher/search/word_query.h"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace broadsheet::searcher::search {
namespace {

using Xapian::Query;

// Adds the terms of `query` to `word`; false if it is more than those.
bool add_terms(const Query& query, QueryWord& word) {
  if (query.empty()) return true;
  switch (query.get_type()) {
    case Query::LEAF_TERM:
      word.push_back(*query.get_terms_begin());
      // The empty term stands for every article.
      return !word.back().empty();
    case Query::OP_OR:
    case Query::OP_SYNONYM:
      for (std::size_t i = 0; i < query.get_num_subqueries(); ++i) {
        if (!add_terms(query.get_subquery(i), word)) return false;
      }
      return true;
    default:
      return false;
  }
}

// Adds the words of `query` to `words`; false if it is more than those.
bool add_words(const Query& query, std::vector<QueryWord>& words) {
  if (query.empty()) return true;
  if (query.get_type() != Query::OP_OR) {
    return add_terms(query, words.emplace_back());
  }
  for (std::size_t i = 0; i < query.get_num_subqueries(); ++i) {
    if (!add_words(query.get_subquery(i), words)) return false;
  }
  return true;
}

// Adds what `query` needs to `all`; false if it is more than words.
bool add_needs(const Query& query, bool scores, std::vector<AnyOf>& all) {
  const bool filters = !query.empty() && query.get_type() == Query::OP_FILTER;
  if (filters || (!query.empty() && query.get_type() == Query::OP_AND)) {
    for (std::size_t i = 0; i < query.get_num_subqueries(); ++i) {
      if (!add_needs(query.get_subquery(i), scores && !(filters && i > 0),
                     all)) {
        return false;
      }
    }
    return true;
  }
  AnyOf any{{}, scores};
  if (!add_words(query, any.words)) return false;
  // Whoever scores for words has them.
  const auto has_them = [&](const AnyOf& other) {
    return other.words == any.words;
  };
  if (scores || std::ranges::none_of(all, has_them)) {
    all.push_back(std::move(any));
  }
  return true;
}

}  // namespace

std::optional<WordQuery> word_query(const Query& query) {
  if (query.empty()) return std::nullopt;
  WordQuery words;
  const bool leaves_out = query.get_type() == Query::OP_AND_NOT;
  if (leaves_out) {
    if (query.get_num_subqueries() != 2) return std::nullopt;
    words.left_out = query.get_subquery(1);
  }
  if (!add_needs(leaves_out ? query.get_subquery(0) : query, true, words.all)) {
    return std::nullopt;
  }
  return words;
}

}  // namespace broadsheet::searcher::search
