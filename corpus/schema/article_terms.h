// From an article to everything the index holds of it: outline, terms with
// positions, values and the stored record. The indexer's segment writers take
// the result; the searcher's tests compare with it.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/article/article.h"
#include "corpus/schema/identity.h"
#include "corpus/schema/numbered_article.h"
#include "corpus/schema/stored_article.h"
#include "corpus/schema/term_table.h"

namespace broadsheet::schema {

/// How many times a word of the headline counts in BM25, beside the body's.
inline constexpr std::uint32_t kHeadlineWeight = 3;

/// One term of one article.
struct Posting {
  std::string term;  ///< With its prefix.
  std::uint32_t wdf = 0;
  std::vector<std::uint32_t> positions;  ///< Ascending; empty for stems.
};

/// One article, analysed, with its terms as text.
struct AnalyzedArticle : ArticleFacts {
  std::vector<Posting> postings;  ///< Each term once, in no stated order.
};

/// What an analyzer may remember if nobody says otherwise: bytes.
inline constexpr std::size_t kUsualRememberedBytes = std::size_t{128} << 20;

/// Analyses articles of any language. Keeps lexicons: one per thread.
class ArticleAnalyzer {
 public:
  /// `default_language` is taken where an article declares none and too little
  /// of it is there to tell. It remembers words and terms of up to about
  /// `memory` bytes, and those of one article more.
  explicit ArticleAnalyzer(std::string default_language,
                           std::size_t memory = kUsualRememberedBytes);
  ~ArticleAnalyzer();
  ArticleAnalyzer(ArticleAnalyzer&&) noexcept;
  ArticleAnalyzer& operator=(ArticleAnalyzer&&) noexcept;

  /// `article` is moved in: its text is only copied into the stored record.
  [[nodiscard]] AnalyzedArticle analyze(article::Article article);

  /// The same with numbers of terms(). `identity` is identity_of(article).
  /// Valid until the next call of either.
  [[nodiscard]] const NumberedArticle& analyze_numbered(
      article::Article article, const Identity& identity);

  /// The wording of an article that is indexed already, as analysing it gave
  /// it then; not settled.
  [[nodiscard]] Wording wording_of(const StoredArticle& stored);

  /// The terms behind the numbers. They are kept until forget().
  [[nodiscard]] const TermTable& terms() const;

  /// The variants reported so far are forgotten: the next segment needs them
  /// again.
  void start_segment();

  /// Whether as much is remembered as may be: words are forgotten before the
  /// next article then, but terms only by forget().
  [[nodiscard]] bool is_full() const;

  /// Forgets words and terms. Nobody may use the numbers of terms given so far
  /// any more: others may get them.
  void forget();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace broadsheet::schema
