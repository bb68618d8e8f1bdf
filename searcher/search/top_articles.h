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
    const Scored added{score, article};
    if (best_.size() < most_) {
      best_.push_back(added);
    } else {
      if (most_ == 0 || !is_better(added, best_.front())) return;
      std::ranges::pop_heap(best_, is_better);
      best_.back() = added;
    }
    std::ranges::push_heap(best_, is_better);
  }

  /// What an article must score at least to be kept.
  [[nodiscard]] double least_score() const {
    return best_.size() < most_ || best_.empty() ? 0 : best_.front().score;
  }

  /// Those kept but for the best `offset`, best first. The last call.
  [[nodiscard]] std::vector<RankedArticle> take_from(std::uint64_t offset) {
    std::ranges::sort_heap(best_, is_better);
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

  static bool is_better(const Scored& a, const Scored& b) {
    if (a.score != b.score) return a.score > b.score;
    return a.article < b.article;
  }

  std::uint64_t most_;
  std::vector<Scored> best_;  // A heap, the worst in front.
};

}  // namespace broadsheet::searcher::search
