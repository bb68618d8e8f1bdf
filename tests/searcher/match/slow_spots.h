// Where the phrases of a query stand, by trying each at every word: what the
// slow answer begins with.
#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <string_view>
#include <tuple>
#include <vector>

#include "searcher/query/tree.h"
#include "tests/searcher/match/known_article.h"

namespace broadsheet::searcher::match {

/// Sentence, first and last byte, phrase.
using Marks =
    std::set<std::tuple<std::size_t, std::size_t, std::size_t, std::size_t>>;

/// An occurrence: words `first` to `last` of the article, inclusive.
struct SlowSpot {
  std::size_t first = 0;
  std::size_t last = 0;
  Marks marks;
};

/// Of one query, in article after article.
class SlowSpots {
 public:
  /// All must outlive it; every article to be looked at is in `vocabulary`.
  SlowSpots(const query::Node& root, const Vocabulary& vocabulary);

  /// What follows is of `article`, which must outlive it.
  void look_at(const KnownArticle& article);

  /// Where `phrase` stands in the text. Valid until another article comes.
  const std::vector<SlowSpot>& in_text(const query::Phrase& phrase);

  /// Whether `phrase` stands in a value of its metadata field.
  bool is_in_field(const query::Phrase& phrase);

 private:
  using Words = std::vector<KnownWord>;

  [[nodiscard]] bool is_quoted(Span bytes) const;
  std::vector<SlowSpot> said_by(const query::Phrase& phrase);
  void add_sentences(const WrittenQuotation& quotation, std::size_t phrase,
                     std::vector<SlowSpot>& spots) const;
  bool stands_in(const query::Phrase& phrase, const Words& words,
                 std::string_view text);
  bool occurs_at(const query::Phrase& phrase, std::string_view text,
                 const Words& words, std::size_t at);
  std::vector<SlowSpot> loose_spots(const query::Phrase& phrase,
                                    const Words& words, std::string_view text);
  std::vector<std::size_t> words_used(const query::Phrase& phrase,
                                      const Words& words, std::size_t first,
                                      std::size_t last);
  bool may_be(const query::Phrase& phrase, std::size_t place,
              const KnownWord& word);

  std::map<const query::Phrase*, std::size_t> numbers_;
  /// By phrase and place: whether a term may stand there.
  std::map<const query::Phrase*, std::vector<std::vector<bool>>> allowed_;
  const KnownArticle* article_ = nullptr;
  std::map<const query::Phrase*, std::vector<SlowSpot>> spots_;
  /// The texts of KnownArticle::values.
  std::map<const Words*, std::string_view> values_;
};

}  // namespace broadsheet::searcher::match
