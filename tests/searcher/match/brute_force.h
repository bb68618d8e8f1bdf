// The slow answer that the evaluator is measured by: every phrase is tried at
// every word, every pair of occurrences is made, every place to cut a sentence
// is tried. It shares nothing with the evaluator but the tokeniser and the
// tree.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
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

/// One query, asked of article after article.
class BruteForce {
 public:
  /// All must outlive it; every article to be asked of is in `vocabulary`.
  BruteForce(const query::Node& root, const Vocabulary& vocabulary);

  /// What makes the query true of `article`; nothing if it is not.
  [[nodiscard]] std::optional<Marks> answer(const KnownArticle& article);

 private:
  /// An occurrence of a node: words `first` to `last`, inclusive.
  struct Found {
    std::size_t first = 0;
    std::size_t last = 0;
    Marks marks;
  };
  /// Words [begin, end) of the article.
  struct Part {
    std::size_t begin = 0;
    std::size_t end = 0;
  };
  using Answer = std::optional<Marks>;

  Answer ask(const query::Node& node, Part part);
  Answer ask_phrase(const query::Phrase& phrase, Part part);
  Answer ask_all(const std::vector<query::Node>& children, Part part);
  Answer ask_together(const query::Together& together, Part part);
  Answer ask_unit(const query::Together& together, Part unit);
  Answer ask_in_order(const std::vector<query::Node>& children,
                      std::size_t next, Part part);
  std::vector<Found> found(const query::Node& node, Part part);
  std::vector<Found> found_near(const query::Near& near, Part part);
  const std::vector<Found>& spots(const query::Phrase& phrase);
  bool occurs_at(const query::Phrase& phrase, std::string_view text,
                 const std::vector<KnownWord>& words, std::size_t at);
  std::vector<Found> loose_spots(const query::Phrase& phrase,
                                 const std::vector<KnownWord>& words,
                                 std::string_view text);
  std::vector<std::size_t> words_used(const query::Phrase& phrase,
                                      const std::vector<KnownWord>& words,
                                      std::size_t first, std::size_t last);
  bool may_be(const query::Phrase& phrase, std::size_t place,
              const KnownWord& word);

  const query::Node& root_;
  std::map<const query::Phrase*, std::size_t> numbers_;
  /// By phrase and place: whether a term may stand there.
  std::map<const query::Phrase*, std::vector<std::vector<bool>>> allowed_;
  const KnownArticle* article_ = nullptr;
  std::map<const query::Phrase*, std::vector<Found>> spots_;
  /// The texts of KnownArticle::values.
  std::map<const std::vector<KnownWord>*, std::string_view> values_;
};

}  // namespace broadsheet::searcher::match
