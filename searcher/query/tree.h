// The query tree: what a query means, before anything is looked up. The parser
// makes it, the compiler turns it into a Xapian query and the evaluator checks
// articles against it; all three agree because this is all there is to know.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "corpus/article/date.h"
#include "corpus/base/span.h"
#include "corpus/schema/terms.h"

namespace broadsheet::searcher::query {

struct Node;
struct ArticleSet;

/// One place of a phrase: the terms of the index that may stand there, with the
/// prefix of the phrase's field. Exact terms, or stem terms (Z…) for word
/// forms, of every language of the index; only one of the lists has any.
struct Place {
  std::vector<std::string> exact_terms;
  std::vector<std::string> stem_terms;
  /// A form with wildcards, * and ?, or with `wrong_letters`, without prefix;
  /// empty for other places. expand() (expansion.h) fills in the exact terms.
  std::string pattern{};
  unsigned wrong_letters = 0;
  bool with_possessives = false;  ///< Of a pattern: it also matches form's.

  friend bool operator==(const Place&, const Place&) = default;
};

/// Which part of an article's text a phrase is looked for in.
enum class Region : unsigned char {
  kAnywhere,
  kLead,
  kHeadlineAndLead,
  kBody,       ///< Lead and body: neither headline, captions nor trailer.
  kQuotation,  ///< Between quotation marks.
  /// The name of who is quoted. What is found are the sentences quoted.
  kSpeaker,
};

/// What capitals an occurrence has, as it is printed.
enum class Capitals : unsigned char { kAny, kSome, kAllOfThem, kNone };

/// Which number of a noun is meant.
enum class Number : unsigned char { kEither, kSingular, kPlural };

/// Words that stand side by side, in order, within one sentence of `field`. A
/// bare word is a phrase of one place; rules-based is one of two.
struct Phrase {
  schema::Field field = schema::Field::kText;
  Region region = Region::kAnywhere;  ///< Other ones of kText only.
  Capitals capitals = Capitals::kAny;
  Number number = Number::kEither;
  /// Any order, and at most so many other words among them.
  std::optional<unsigned> slop{};
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

/// Articles in a language.
struct LanguageFilter {
  std::string language;  ///< ISO 639-1.
};

/// Articles with so many words in headline and body.
struct WordCountFilter {
  std::uint32_t least = 0;
  std::uint32_t most = 0;  ///< Inclusive.
  std::string text;        ///< As typed: "wc>1500".
};

/// The article with an id of its own.
struct IdentityFilter {
  std::string id;
};

/// Articles whose URL or path holds `text`, in any case.
struct OriginFilter {
  enum class Of : unsigned char { kUrl, kPath };
  Of of = Of::kUrl;
  std::string text;
};

/// Articles of stories that several articles tell, or all but those.
struct StoryFilter {
  enum class Which : unsigned char {
    kFirst,  ///< All that lead their story, or tell it alone.
    kLater,  ///< Those that another one leads.
    kAll,    ///< Those whose story is told more than once.
  };
  Which which = Which::kFirst;
  /// Those that another one leads or, for kAll, all that share a story; none
  /// until the index has said which they are.
  std::shared_ptr<const ArticleSet> articles{};
};

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

/// Two sides at most `distance` words apart in one sentence: adjacent words are
/// 1 apart. An occurrence of it reaches from the first word of the one to the
/// last of the other, which do not overlap. A side is a Phrase of a text field,
/// an Or of such, or a Near.
struct Near {
  std::vector<Node> sides;  ///< Two.
  unsigned distance = 1;    ///< 1 to 255.
  bool ordered = false;     ///< The first side comes first.
  /// NOT w/n: an occurrence of the first side without one of the second near.
  bool absent = false;
};

/// All of `children` in one sentence or paragraph. They hold no filter and no
/// Everything, and not only exclusions. What holds within a part of an article
/// is asked of that part alone: a paragraph within a sentence is the sentence.
struct Together {
  enum class Unit : unsigned char { kSentence, kParagraph };
  Unit unit = Unit::kSentence;
  std::vector<Node> children;  ///< At least one.
  /// pre/s, pre/p: the unit can be cut into as many parts, so that each child
  /// is true of its own. No child excludes anything.
  bool ordered = false;
  /// NOT w/s, NOT pre/s: the first child is true of the unit, and the whole is
  /// not. There are two children.
  bool absent = false;
};

/// At least `count` occurrences of `child` (one element), which has places, in
/// headline, lead and body; in the part of an article that is asked of.
struct AtLeast {
  std::uint32_t count = 1;
  std::vector<Node> child;
};

struct Node {
  std::variant<Everything, Phrase, DateFilter, Undated, LanguageFilter,
               WordCountFilter, IdentityFilter, OriginFilter, StoryFilter, And,
               Or, Not, Near, Together, AtLeast>
      value;
  Span source;  ///< Bytes of the query string it was read from.
};

/// Whether `field` ranks: its words count in an article's score. The fields of
/// what an article says do; those that say what it is (author, place, source
/// …) only filter.
[[nodiscard]] constexpr bool ranks(schema::Field field) {
  return field == schema::Field::kText || field == schema::Field::kHeadline;
}

/// Whether where `phrase` stands, or how it is printed, matters beyond its
/// words: what the index cannot tell.
[[nodiscard]] constexpr bool is_restricted(const Phrase& phrase) {
  return phrase.region != Region::kAnywhere ||
         phrase.capitals != Capitals::kAny;
}

/// The nodes right below `node`; none below a leaf. They live as long as it.
[[nodiscard]] std::span<const Node> children_of(const Node& node);
[[nodiscard]] std::span<Node> children_of(Node& node);

/// Whether nothing below `node` ranks: it says what an article is (its date,
/// its source), not what it says. Everything is no filter.
[[nodiscard]] bool is_filter(const Node& node);

/// The phrases of the tree, negated ones included, in the order in which a walk
/// from the left meets them. They live as long as the tree.
[[nodiscard]] std::vector<const Phrase*> all_phrases(const Node& root);

}  // namespace broadsheet::searcher::query
