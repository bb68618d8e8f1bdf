// From an article to everything the index holds of it: outline, terms with
// positions, values and the stored record. The indexer's segment writers take
// the result; the searcher's tests compare with it.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "corpus/article/article.h"
#include "corpus/schema/outline.h"
#include "corpus/schema/slots.h"

namespace broadsheet::schema {

/// How many times a word of the headline counts in BM25, beside the body's.
inline constexpr std::uint32_t kHeadlineWeight = 3;

/// One term of one article.
struct Posting {
  std::string term;  ///< With its prefix.
  std::uint32_t wdf = 0;
  std::vector<std::uint32_t> positions;  ///< Ascending; empty for stems.
};

/// One article, analysed.
struct AnalyzedArticle {
  Outline outline;
  std::string language;           ///< The one it was analysed in.
  std::vector<Posting> postings;  ///< Each term once, in no stated order.
  std::vector<std::pair<unsigned, std::string>> values;  ///< Slot and value.
  std::string stored;  ///< encode_stored of it.
  Identity identity;
  /// (stem, exact form) pairs of this article that no earlier one of this
  /// analyzer had: the forms a stem stands for in the index.
  std::vector<std::pair<std::string, std::string>> new_variants;
};

/// Who the article is and what it says, without analysing it: enough to know
/// whether it is indexed already. Part of the content is the analysis version.
[[nodiscard]] Identity identity_of(const article::Article& article);

/// Analyses articles of any language. Keeps lexicons: one per thread.
class ArticleAnalyzer {
 public:
  /// `default_language` is taken where an article declares none and too little
  /// of it is there to tell.
  explicit ArticleAnalyzer(std::string default_language);
  ~ArticleAnalyzer();
  ArticleAnalyzer(ArticleAnalyzer&&) noexcept;
  ArticleAnalyzer& operator=(ArticleAnalyzer&&) noexcept;

  /// `article` is moved in: its text is only copied into the stored record.
  [[nodiscard]] AnalyzedArticle analyze(article::Article article);

  /// The variants reported so far are forgotten: the next segment needs them
  /// again.
  void start_segment();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace broadsheet::schema
