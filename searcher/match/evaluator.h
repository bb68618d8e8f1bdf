// The one evaluator (architecture, contract 4): reads the words of an article
// and says whether the query is true of it, and which occurrences make it so.
// Matching, choosing sentences and marking are all this answer.
#pragma once

#include <cstddef>
#include <memory>
#include <vector>

#include "corpus/base/span.h"
#include "corpus/schema/stored_article.h"
#include "searcher/query/tree.h"

namespace broadsheet::searcher::match {

/// One occurrence of a phrase of the query in a sentence of the article.
struct Occurrence {
  std::size_t sentence = 0;  ///< Index into Outline::sentences.
  Span bytes;                ///< Of the article's text: first to last word.
  std::size_t phrase = 0;  ///< Which phrase of the tree, in tree order from 0.

  friend bool operator==(const Occurrence&, const Occurrence&) = default;
};

struct Match {
  bool is_true = false;
  /// In reading order, by their first byte, then by phrase; those of one phrase
  /// may overlap ("rain rain" in "rain rain rain"). Only occurrences that take
  /// part in making the query true; those of a negated part never do, nor do
  /// those in a false side of an OR. Phrases of metadata fields (author, place,
  /// source …) have none: their words are in no sentence.
  std::vector<Occurrence> occurrences{};
};

/// Evaluates one query against many articles. Keeps lexicons: one per thread.
class Evaluator {
 public:
  /// `root` must outlive the evaluator.
  explicit Evaluator(const query::Node& root);
  ~Evaluator();
  Evaluator(Evaluator&&) noexcept;
  Evaluator& operator=(Evaluator&&) noexcept;

  /// The article is analysed in the language it was indexed in,
  /// `stored.article.language`.
  [[nodiscard]] Match evaluate(const schema::StoredArticle& stored);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace broadsheet::searcher::match
