#include "searcher/query/article_set.h"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace broadsheet::searcher::query {
namespace {

/// Finds the docids of whatever segment it is asked about.
class DocidSource final : public Xapian::PostingSource {
 public:
  DocidSource(std::shared_ptr<const DocidsBySegment> segments, std::string name)
      : segments_(std::move(segments)), name_(std::move(name)) {}

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

  [[nodiscard]] DocidSource* clone() const override {
    return new DocidSource(segments_, name_);
  }
  [[nodiscard]] std::string get_description() const override { return name_; }

 private:
  [[nodiscard]] Xapian::doccount count() const {
    return docids_ == nullptr ? 0
                              : static_cast<Xapian::doccount>(docids_->size());
  }

  std::shared_ptr<const DocidsBySegment> segments_;
  std::string name_;
  const std::vector<std::uint32_t>* docids_ = nullptr;  // In segments_.
  std::size_t next_ = 0;  // The current one is before it.
};

}  // namespace

Xapian::Query articles_in(std::shared_ptr<const DocidsBySegment> articles,
                          std::string name) {
  return Xapian::Query(
      (new DocidSource(std::move(articles), std::move(name)))->release());
}

// Xapian joins the UUIDs of several databases with colons.
std::vector<std::string> segments_of(const Xapian::Database& database) {
  std::vector<std::string> uuids(1);
  for (const char c : database.get_uuid()) {
    if (c == ':') {
      uuids.emplace_back();
    } else {
      uuids.back() += c;
    }
  }
  return uuids;
}

Xapian::Query articles_in(const std::vector<std::string>& segments,
                          std::span<const Xapian::docid> documents,
                          std::string name) {
  auto docids = std::make_shared<DocidsBySegment>();
  for (const Xapian::docid document : documents) {
    // How Xapian numbers the documents of several databases.
    const std::size_t number = document - 1;
    (*docids)[segments[number % segments.size()]].push_back(
        static_cast<std::uint32_t>(number / segments.size() + 1));
  }
  for (auto& [segment, list] : *docids) std::ranges::sort(list);
  return articles_in(std::move(docids), std::move(name));
}

}  // namespace broadsheet::searcher::query
