// Ranking: which articles a query is true of, in which order, and how many
// there are. Exact counts by default; an estimate is never shown as a fact.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <functional>
#include <vector>

#include "searcher/query/compile.h"
#include "searcher/search/posting_lists.h"
#include "searcher/search/request.h"

namespace broadsheet::searcher::search {

struct RankedArticle {
  Xapian::docid document = 0;
  double score = 0;  ///< BM25; 0 when sorted by date.
  /// The other articles of its story that are found, the earliest first; none
  /// unless ranked by story.
  std::vector<Xapian::docid> retellings{};
};

struct Ranking {
  std::uint64_t total = 0;
  bool total_is_exact = true;  ///< False: `total` is the most there can be.
  bool is_complete = true;     ///< False: Request::timeout was up.
  bool has_more = false;       ///< There is something after this page.
  std::vector<RankedArticle> articles;  ///< Of the page asked for.
};

/// Whether the query is true of a candidate.
using Check = std::function<bool(Xapian::docid)>;

/// Candidates that each have to be checked are counted exactly if, with the
/// page full, no more than this are left; else only where the request is for a
/// count or for all hits.
inline constexpr std::size_t kMostChecked = 200;

/// Ranks what `query` finds in the index of `lists` as `request` asks: best
/// first, newest or oldest; undated articles last in both, ties in the order of
/// indexing. `check` is called only if the query is not exact. Throws
/// Xapian::Error.
[[nodiscard]] Ranking rank(const PostingLists& lists,
                           const query::CompiledQuery& query,
                           const Request& request, const Check& check);

}  // namespace broadsheet::searcher::search
