// The slow answer that the evaluator is measured by: every phrase is tried at
// every word, every pair of occurrences is made, every place to cut a sentence
// is tried. It shares nothing with the evaluator but the tokeniser and the
// tree.
#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "corpus/schema/stored_article.h"
#include "corpus/text/analyzer.h"
#include "searcher/query/tree.h"

namespace broadsheet::searcher::match {

/// Numbers for terms, so that words are quick to compare.
class Vocabulary {
 public:
  std::size_t id(const std::string& term);
  /// The number of `term` if any word has it.
  [[nodiscard]] std::optional<std::size_t> find(const std::string& term) const;
  [[nodiscard]] std::size_t size() const { return ids_.size(); }
  [[nodiscard]] const std::map<std::string, std::size_t>& ids() const {
    return ids_;
  }

 private:
  std::map<std::string, std::size_t> ids_;
};

/// A word of an article with everything that a query may ask of it.
struct KnownWord {
  std::vector<std::size_t> terms;  ///< Of its field, stem terms included.
  Span bytes;
  std::size_t sentence = 0;
  std::size_t slot = 0;  ///< Words of one slot are in one sentence.
  std::size_t paragraph = 0;
  article::Zone zone = article::Zone::kBody;
};

/// An article cut into words, once for many queries.
struct KnownArticle {
  const schema::StoredArticle* stored = nullptr;
  std::vector<KnownWord> words;  ///< Of its text.
  /// Of each value of each metadata field.
  std::vector<std::pair<schema::Field, std::vector<KnownWord>>> values;
};

using Analyzers = std::map<std::string, std::unique_ptr<text::Analyzer>>;

/// `stored` must outlive the result.
[[nodiscard]] KnownArticle known(const schema::StoredArticle& stored,
                                 Analyzers& analyzers, Vocabulary& vocabulary);

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
