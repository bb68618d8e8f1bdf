// Articles made of a few words, and an index of them in memory, as the indexer
// writes it.
#pragma once

#include <xapian.h>

#include <map>
#include <string>
#include <vector>

#include "corpus/article/article.h"
#include "corpus/schema/article_terms.h"
#include "corpus/schema/stored_article.h"
#include "searcher/match/evaluator.h"
#include "searcher/query/compile.h"
#include "searcher/query/expansion.h"
#include "searcher/query/parser.h"

namespace broadsheet::searcher::match {

/// An English article: its first line is the headline unless it is empty, every
/// other line a paragraph.
[[nodiscard]] article::Article article_of(const std::string& lines);

/// As it comes back from an index.
[[nodiscard]] schema::StoredArticle stored(const article::Article& article);

/// The tree of `query`; the test fails and the tree is Everything if it has an
/// error.
[[nodiscard]] query::Node tree_of(const std::string& query,
                                  const query::ParseOptions& options = {});

/// The sentences of `article` that hold an occurrence, with every occurrence in
/// brackets, joined by " | "; "true" if `query` matches without occurrences,
/// "false" if it does not match.
[[nodiscard]] std::string marked(const std::string& query,
                                 const article::Article& article);
[[nodiscard]] std::string marked(const std::string& query,
                                 const std::string& lines);

class SmallIndex {
 public:
  SmallIndex();

  /// Adds an article; they are numbered from 0.
  void add(const article::Article& article);

  [[nodiscard]] const std::vector<schema::StoredArticle>& articles() const {
    return articles_;
  }

  /// The numbers of the articles that Xapian finds, in order.
  [[nodiscard]] std::vector<std::size_t> found_by(
      const Xapian::Query& query) const;

  [[nodiscard]] query::Variants variants() const;
  [[nodiscard]] query::TermWalk terms() const;

 private:
  schema::ArticleAnalyzer analyzer_;
  Xapian::WritableDatabase database_;
  std::vector<schema::StoredArticle> articles_;
  std::map<std::string, std::vector<std::string>> forms_;
};

}  // namespace broadsheet::searcher::match
