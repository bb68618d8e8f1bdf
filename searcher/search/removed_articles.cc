#include "searcher/search/removed_articles.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <utility>

#include "searcher/query/article_set.h"

namespace broadsheet::searcher::search {

RemovedArticles::RemovedArticles(const schema::Published& published) {
  const std::vector<schema::Segment>& segments = published.manifest.segments;
  auto by_segment = std::make_shared<query::DocidsBySegment>();
  for (std::size_t i = 0; i < segments.size(); ++i) {
    if (segments[i].removed.empty()) continue;
    const Xapian::Database segment(published.directory + "/" + segments[i].name,
                                   Xapian::DB_BACKEND_GLASS);
    by_segment->emplace(segment.get_uuid(), segments[i].removed);
    // How Xapian numbers the documents of several databases.
    for (const std::uint32_t docid : segments[i].removed) {
      docids_.push_back(
          static_cast<Xapian::docid>((docid - 1) * segments.size() + i + 1));
    }
  }
  if (docids_.empty()) return;
  std::ranges::sort(docids_);
  query_ = query::articles_in(std::move(by_segment), "removed articles");
}

bool RemovedArticles::contain(Xapian::docid docid) const {
  return std::ranges::binary_search(docids_, docid);
}

query::CompiledQuery RemovedArticles::left_out_of(
    query::CompiledQuery query) const {
  if (empty()) return query;
  for (Xapian::Query* each : {&query.query, &query.certain}) {
    if (each->empty()) continue;
    *each = Xapian::Query(Xapian::Query::OP_AND_NOT, *each, query_);
  }
  return query;
}

}  // namespace broadsheet::searcher::search
