// An article cut into words by the tokeniser, each with everything that a query
// may ask of it: what the slow matcher reads.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "corpus/schema/stored_article.h"
#include "corpus/schema/terms.h"

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

/// Who is quoted where, in bytes of the article's text.
struct WrittenQuotation {
  std::vector<Span> pieces;    ///< What stands between marks.
  std::vector<Span> speakers;  ///< Names of who said it.
};

/// An article cut into words, once for many queries.
struct KnownArticle {
  const schema::StoredArticle* stored = nullptr;
  std::vector<KnownWord> words;  ///< Of its text.
  /// Of each value of each metadata field.
  std::vector<std::pair<schema::Field, std::vector<KnownWord>>> values;
  /// For whoever knows them to fill in.
  std::vector<WrittenQuotation> quotations{};
};

/// `articles`, which must outlive the result, cut into words each in its
/// language.
[[nodiscard]] std::vector<KnownArticle> known(
    const std::vector<schema::StoredArticle>& articles, Vocabulary& vocabulary);

}  // namespace broadsheet::searcher::match
