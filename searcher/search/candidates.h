// The candidates of a query that is not exact, best first. The best are had at
// once; to put a million in order, of which a page looks at a hundred, would
// take longer than all the rest.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "searcher/search/posting_lists.h"
#include "searcher/search/ranking.h"
#include "searcher/search/request.h"

namespace broadsheet::searcher::search {

class Candidates {
 public:
  /// What `query` finds, in the order of `request`; both and `lists` outlive
  /// this. Throws Xapian::Error, as all of it does.
  Candidates(const PostingLists& lists, const Xapian::Query& query,
             const Request& request);

  /// How many there are; until all are had, this may be more than there are.
  [[nodiscard]] std::uint64_t size() const { return size_; }

  /// Whether there is a candidate `i`, from 0.
  [[nodiscard]] bool has(std::size_t i);
  /// That one.
  [[nodiscard]] const RankedArticle& operator[](std::size_t i) const {
    return ranked_[i];
  }

  /// The docids of the first `count`, or of all if there are fewer.
  [[nodiscard]] std::span<const Xapian::docid> first(std::uint64_t count);

 private:
  void rank(std::uint64_t limit);

  const PostingLists& lists_;
  const Xapian::Query& query_;
  Request request_;
  std::uint64_t size_ = 0;
  bool has_all_ = false;
  std::vector<RankedArticle> ranked_;  // The best, or all.
  std::vector<Xapian::docid> docids_;  // The same.
};

}  // namespace broadsheet::searcher::search
