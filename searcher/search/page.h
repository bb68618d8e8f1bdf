// A page of results, ready to be shown in any form: what is known of it as a
// whole, and a hit.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "corpus/base/span.h"
#include "corpus/schema/stored_article.h"
#include "searcher/search/request.h"

namespace broadsheet::searcher::search {

/// A sentence of a hit that is shown.
struct ShownSentence {
  std::size_t index = 0;  ///< Into Outline::sentences.
  /// Holds no occurrence: shown for its neighbour's sake (--context), or as the
  /// article's first words where only its headline or a field matched.
  bool is_context = false;
  /// Bytes of the article's text: disjoint, in order, within the sentence.
  std::vector<Span> marks;
};

struct Hit {
  std::uint64_t rank = 0;  ///< From 1 over all results, not this page's.
  double score = 0;        ///< BM25; 0 when sorted by date or nothing ranks.
  schema::StoredArticle stored;
  std::vector<Span> headline_marks;  ///< Bytes of the article's text.
  /// In reading order; the headline's own sentences are never among them.
  std::vector<ShownSentence> sentences;
  /// How many sentences beside the headline hold an occurrence, shown or not.
  std::size_t matching_sentences = 0;
  /// How many other articles of the same story are found, and the first of
  /// them, at most kMostRetellings, the earliest first.
  std::size_t retelling_count = 0;
  std::vector<article::Article> retellings;
};

inline constexpr std::size_t kMostRetellings = 100;

/// A part of a query and how many articles it is true of on its own: what tells
/// the user which word left a query without an answer.
struct PartCount {
  std::string text;  ///< As typed.
  std::uint64_t articles = 0;
};

/// An answer but for its hits, which come one by one: there may be millions.
struct Page {
  Request request;
  std::string reading;  ///< ParsedQuery::reading.
  std::vector<std::string> notes;
  std::string explanation;  ///< Several lines; only if it was asked for.
  /// A query that differs by the spelling of a word and finds something; only
  /// where `total` is 0, and not always then.
  std::string suggestion;
  bool is_complete = true;  ///< False: the time was up before all was checked.
  std::uint64_t total = 0;  ///< Articles that the query is true of.
  bool total_is_exact = true;    ///< False: there are at most `total`.
  std::uint64_t hits = 0;        ///< On this page.
  std::uint64_t retellings = 0;  ///< Articles that these stand for as well.
  bool has_more = false;         ///< There are hits after this page.
  std::vector<PartCount> parts;  ///< Only where `total` is 0.
  std::string index_id;
  std::uint64_t generation = 0;
  std::uint64_t articles = 0;  ///< In the index.
};

}  // namespace broadsheet::searcher::search
