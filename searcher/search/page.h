// A page of results: what a search found, ready to be shown in any form.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "corpus/base/span.h"
#include "corpus/schema/stored_article.h"

namespace broadsheet::searcher::search {

/// A sentence of a hit that is shown.
struct ShownSentence {
  std::size_t index = 0;      ///< Into Outline::sentences.
  bool is_context = false;    ///< Shown for its neighbour's sake (--context).
  std::vector<Span> marks;    ///< Bytes of the article's text, disjoint, in
                              ///< order, within the sentence.
};

struct Hit {
  std::uint64_t rank = 0;  ///< From 1 over all results, not this page's.
  double score = 0;        ///< BM25; 0 when nothing of the query ranks.
  schema::StoredArticle stored;
  std::vector<Span> headline_marks;  ///< Bytes of the article's text.
  /// In reading order; the headline's own sentences are never among them.
  std::vector<ShownSentence> sentences;
  /// How many sentences beside the headline hold an occurrence, shown or not.
  std::size_t matching_sentences = 0;
};

struct Page {
  std::string query;    ///< As typed.
  std::string reading;  ///< ParsedQuery::reading.
  std::vector<std::string> notes;
  std::uint64_t total = 0;  ///< Articles that the query is true of.
  bool total_is_exact = true;
  std::uint64_t offset = 0;  ///< Results before this page.
  std::vector<Hit> hits;
  std::string index_id;
  std::uint64_t generation = 0;
  std::uint64_t articles = 0;  ///< In the index.
};

}  // namespace broadsheet::searcher::search
