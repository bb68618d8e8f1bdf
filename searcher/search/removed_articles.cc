#include "searcher/search/removed_articles.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <utility>

namespace broadsheet::searcher::search {
namespace {

using Docids = std::vector<std::uint32_t>;

// The docids of each segment, by the UUID of its database: all that Xapian
// tells of the segment that it asks about.
using DocidsBySegment = std::map<std::string, Docids>;

/// Finds the docids of whatever segment it is asked about.
class RemovedSource final : public Xapian::PostingSource {
 public:
  explicit RemovedSource(std::shared_ptr<const DocidsBySegment> segments)
      : segments_(std::move(segments)) {}

  void init(const Xapian::Database& segment) override {
    const auto found = segments_->find(segment.get_uuid());
    docids_ = found == segments_->end() ? nullptr : &found->second;
    next_ = 0;
  }

  [[nodiscard]] Xapian::doccount get_termfreq_min() const override {
    return count();
  }
  [[nodiscard]] Xapian::doccount get_termfreq_est() const override {
    return count();
  }
  [[nodiscard]] Xapian::doccount get_termfreq_max() const override {
    return count();
  }

  void next(double /*least_weight*/) override { ++next_; }
  void skip_to(Xapian::docid docid, double /*least_weight*/) override {
    if (next_ == 0) next_ = 1;
    if (at_end()) return;
    const auto current =
        docids_->begin() + static_cast<std::ptrdiff_t>(next_ - 1);
    const auto found = std::lower_bound(current, docids_->end(), docid);
    next_ = static_cast<std::size_t>(found - docids_->begin()) + 1;
  }
  [[nodiscard]] bool at_end() const override { return next_ > count(); }
  [[nodiscard]] Xapian::docid get_docid() const override {
    return (*docids_)[next_ - 1];
  }

  [[nodiscard]] RemovedSource* clone() const override {
    return new RemovedSource(segments_);
  }
  [[nodiscard]] std::string get_description() const override {
    return "removed articles";
  }

 private:
  [[nodiscard]] Xapian::doccount count() const {
    return docids_ == nullptr ? 0
                              : static_cast<Xapian::doccount>(docids_->size());
  }

  std::shared_ptr<const DocidsBySegment> segments_;
  const Docids* docids_ = nullptr;  // In segments_, after init().
  std::size_t next_ = 0;            // The current one is before it.
};

}  // namespace

RemovedArticles::RemovedArticles(const schema::Published& published) {
  const std::vector<schema::Segment>& segments = published.manifest.segments;
  auto by_segment = std::make_shared<DocidsBySegment>();
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
  query_ = Xapian::Query((new RemovedSource(std::move(by_segment)))->release());
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
