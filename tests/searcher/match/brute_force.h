// The slow answer that the evaluator is measured by: every pair of occurrences
// is made, every place to cut a sentence is tried. It shares nothing with the
// evaluator but the tokeniser and the tree.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "searcher/query/tree.h"
#include "tests/searcher/match/known_article.h"
#include "tests/searcher/match/slow_spots.h"

namespace broadsheet::searcher::match {

/// One query, asked of article after article.
class BruteForce {
 public:
  /// All must outlive it; every article to be asked of is in `vocabulary`.
  BruteForce(const query::Node& root, const Vocabulary& vocabulary);

  /// What makes the query true of `article`; nothing if it is not.
  [[nodiscard]] std::optional<Marks> answer(const KnownArticle& article);

 private:
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
  std::vector<SlowSpot> found(const query::Node& node, Part part);
  std::vector<SlowSpot> found_near(const query::Near& near, Part part);

  const query::Node& root_;
  SlowSpots spots_;
  const KnownArticle* article_ = nullptr;
};

}  // namespace broadsheet::searcher::match
