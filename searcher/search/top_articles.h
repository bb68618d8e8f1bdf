// The best of many scored articles, as many as a page needs.
#pragma once

#include <xapian.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "searcher/search/ranking.h"

namespace broadsheet::searcher::search {

class TopArticles {
 public:
  /// Keeps the best `most`; scores are none below 0.
  explicit TopArticles(std::uint64_t most) : most_(most) {}

  /// Of equal scores the lower docid is the better.
  void add(Xapian::docid article, double score) {
    best_.push_back({score, article});
    // Of at least twice as many, so that each is moved about a few times only.
    if (best_.size() > kLeast && best_.size() / 2 > most_) drop_the_rest();
  }

  /// What an article must score at least to be kept, as far as it is known.
  [[nodiscard]] double least_score() const { return least_; }

  /// Those kept but for the best `offset`, best first. The last call.
  [[nodiscard]] std::vector<RankedArticle> take_from(std::uint64_t offset) {
    if (best_.size() > most_) drop_the_rest();
    std::ranges::sort(best_, is_better);
    std::vector<RankedArticle> articles;
    for (std::size_t i = offset; i < best_.size(); ++i) {
      articles.push_back({best_[i].article, best_[i].score});
    }
    return articles;
  }

 private:
  struct Scored {
    double score = 0;
    Xapian::docid article = 0;
  };

  static constexpr std::size_t kLeast = 128;

  static bool is_better(const Scored& a, const Scored& b) {
    if (a.score != b.score) return a.score > b.score;
    return a.article < b.article;
  }

  void drop_the_rest() {
    const auto end = best_.begin() + static_cast<std::ptrdiff_t>(most_);
    std::ranges::nth_element(best_, end, is_better);
    // The first of the rest: of those kept, none scores less.
    least_ = end->score;
    best_.erase(end, best_.end());
  }

  std::uint64_t most_;
  std::vector<Scored> best_;  // In no order.
  double least_ = 0;
};

}  // namespace broadsheet::searcher::search
