#include "searcher/search/word_query.h"

#include <cstddef>

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
bool add_words(const Query& query, AnyOf& words) {
  if (query.empty()) return true;
  if (query.get_type() != Query::OP_OR) {
    return add_terms(query, words.emplace_back());
  }
  for (std::size_t i = 0; i < query.get_num_subqueries(); ++i) {
    if (!add_words(query.get_subquery(i), words)) return false;
  }
  return true;
}

}  // namespace

std::optional<WordQuery> word_query(const Query& query) {
  if (query.empty()) return std::nullopt;
  if (query.get_type() == Query::OP_AND_NOT) {
    if (query.get_num_subqueries() != 2) return std::nullopt;
    std::optional<WordQuery> words = word_query(query.get_subquery(0));
    if (!words || !words->left_out.empty()) return std::nullopt;
    words->left_out = query.get_subquery(1);
    return words;
  }
  WordQuery words;
  if (query.get_type() != Query::OP_AND) {
    if (!add_words(query, words.all.emplace_back())) return std::nullopt;
    return words;
  }
  for (std::size_t i = 0; i < query.get_num_subqueries(); ++i) {
    if (!add_words(query.get_subquery(i), words.all.emplace_back())) {
      return std::nullopt;
    }
  }
  return words;
}

}  // namespace broadsheet::searcher::search
