#include "searcher/search/candidates.h"

#include <algorithm>
#include <utility>

#include "searcher/search/exact_ranking.h"

namespace broadsheet::searcher::search {
namespace {

// So many beyond the page are had at once: enough where one in a hundred
// candidates is true.
constexpr std::uint64_t kAtOnce = 1000;

}  // namespace

Candidates::Candidates(const PostingLists& lists, const Xapian::Query& query,
                       const Request& request)
    : lists_(lists), query_(query), request_(request) {
  const bool wants_all = request.detail == Detail::kCount ||
                         request.limit == 0 || request.limit > kMostPlaced ||
                         request.offset > kMostPlaced;
  request_.detail = Detail::kArticles;
  request_.offset = 0;
  rank(wants_all ? 0 : request.offset + request.limit + kAtOnce);
}

bool Candidates::has(std::size_t i) {
  if (i >= ranked_.size() && !has_all_) rank(0);
  return i < ranked_.size();
}

std::span<const Xapian::docid> Candidates::first(std::uint64_t count) {
  if (count > docids_.size() && !has_all_) rank(0);
  return std::span(docids_).first(
      static_cast<std::size_t>(std::min<std::uint64_t>(count, docids_.size())));
}

void Candidates::rank(std::uint64_t limit) {
  request_.limit = limit;
  Ranking ranking = rank_exact(lists_, query_, request_);
  size_ = ranking.total;
  has_all_ = limit == 0 || ranking.articles.size() == size_;
  ranked_ = std::move(ranking.articles);
  docids_.clear();
  for (const RankedArticle& article : ranked_) {
    docids_.push_back(article.document);
  }
}

}  // namespace broadsheet::searcher::search
