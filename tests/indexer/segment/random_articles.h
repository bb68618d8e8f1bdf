// Articles as no newspaper has them: what a segment writer has to survive.
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "corpus/schema/article_terms.h"

namespace broadsheet::indexer::segment {

/// Makes articles from a seed, the same ones everywhere.
class RandomArticles {
 public:
  explicit RandomArticles(std::uint64_t seed);

  /// Some articles, most of them small, none to a few dozen: empty ones, terms
  /// of 1 to 120 arbitrary bytes (NULs too, so that keys grow), stored records
  /// of one letter repeated or of noise, up to 60 KB, positions up to 2^32 - 2.
  [[nodiscard]] std::vector<schema::AnalyzedArticle> corpus();

  /// An article of the same kind.
  [[nodiscard]] schema::AnalyzedArticle article();

  /// A number from `least` to `most`, both included.
  [[nodiscard]] std::uint32_t number(std::uint32_t least, std::uint32_t most);

 private:
  [[nodiscard]] bool one_in(std::uint32_t count);
  [[nodiscard]] std::string bytes(std::size_t size);
  [[nodiscard]] std::string term();
  [[nodiscard]] std::string stored();
  [[nodiscard]] std::vector<std::uint32_t> positions();
  void add_postings(schema::AnalyzedArticle& article);
  void add_values(schema::AnalyzedArticle& article);

  std::mt19937_64 random_;
  std::vector<std::string> vocabulary_;
};

}  // namespace broadsheet::indexer::segment
