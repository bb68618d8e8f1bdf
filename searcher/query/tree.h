// The query tree: what a query means, before anything is looked up. The parser
// makes it, the compiler turns it into a Xapian query and the evaluator checks
// articles against it; all three agree because this is all there is to know.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "corpus/article/date.h"
#include "corpus/base/span.h"
#include "corpus/schema/terms.h"

namespace broadsheet::searcher::query {

struct Node;

/// One place of a phrase: the terms of the index that may stand there, with the
/// prefix of the phrase's field. Exact terms, or stem terms (Z…) for word
/// forms, of every language of the index; one of the two lists is empty.
struct Place {
  std::vector<std::string> exact_terms;
  std::vector<std::string> stem_terms;

  friend bool operator==(const Place&, const Place&) = default;
};

/// Words that stand side by side, in order, within one sentence of `field`. A
/// bare word is a phrase of one place; rules-based is one of two.
struct Phrase {
  schema::Field field = schema::Field::kText;
  std::string text;           ///< As typed, without quotes.
  bool is_bare = false;       ///< Typed without quotes.
  bool word_forms = false;    ///< Bare words and ~"…"; else exact words.
  std::vector<Place> places;  ///< At least one.
};

/// Every article.
struct Everything {};

/// Articles whose published date lies in `range`; undated ones never do.
struct DateFilter {
  article::DateRange range;
  std::string text;  ///< As typed: "date:2023-01..2023-03", "before:1987".
};

/// Undated articles (date:none).
struct Undated {};

struct And {
  std::vector<Node> children;
};

struct Or {
  std::vector<Node> children;
};

/// Articles that `child` (one element) does not match. Only below an And that
/// has another child that is none, Everything if the query names no other.
struct Not {
  std::vector<Node> child;
};

struct Node {
  std::variant<Everything, Phrase, DateFilter, Undated, And, Or, Not> value;
  Span source;  ///< Bytes of the query string it was read from.
};

/// Whether `field` ranks: its words count in an article's score. The fields of
/// what an article says do; those that say what it is (author, place, source
/// …) only filter.
[[nodiscard]] constexpr bool ranks(schema::Field field) {
  return field == schema::Field::kText || field == schema::Field::kHeadline;
}

/// Whether nothing below `node` ranks: it says what an article is (its date,
/// its source), not what it says. Everything is no filter.
[[nodiscard]] bool is_filter(const Node& node);

/// The phrases of the tree, negated ones included, in the order in which a walk
/// from the left meets them. They live as long as the tree.
[[nodiscard]] std::vector<const Phrase*> all_phrases(const Node& root);

}  // namespace broadsheet::searcher::query
