// Articles that are left out: when a segment is put together, the ones that
// came again later in the same input; of a published one, those replaced since.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "corpus/glass/posting_chunk.h"

namespace broadsheet::indexer::segment {

class RemovedArticles {
 public:
  RemovedArticles() = default;

  /// `docids` in any order.
  explicit RemovedArticles(std::vector<std::uint32_t> docids);

  [[nodiscard]] bool empty() const { return docids_.empty(); }

  /// Ascending.
  [[nodiscard]] const std::vector<std::uint32_t>& docids() const {
    return docids_;
  }

  [[nodiscard]] bool contains(std::uint32_t docid) const {
    return !docids_.empty() &&
           std::binary_search(docids_.begin(), docids_.end(), docid);
  }

  /// Whether any of them is from `first` to `last`, both included.
  [[nodiscard]] bool any_within(std::uint32_t first, std::uint32_t last) const;

 private:
  std::vector<std::uint32_t> docids_;  // Ascending.
};

/// What is left of a stretch of a posting list without some articles.
struct ThinnedStretch {
  std::uint32_t articles = 0;  ///< Zero: nothing is left.
  std::uint64_t occurrences = 0;
  std::uint32_t first_docid = 0;
  std::uint32_t last_docid = 0;
  std::string postings;  ///< As in glass::PostingStretch.
  std::uint32_t removed_articles = 0;
  std::uint64_t removed_occurrences = 0;
};

[[nodiscard]] ThinnedStretch without(const glass::PostingStretch& stretch,
                                     const RemovedArticles& removed);

}  // namespace broadsheet::indexer::segment
