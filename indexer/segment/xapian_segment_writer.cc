// Articles into one segment through Xapian's own interface: the reference that
// the writer of our own is compared with.

#include <xapian.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "corpus/schema/terms.h"
#include "indexer/segment/segment_writer.h"
#include "indexer/segment/xapian_errors.h"

namespace broadsheet::indexer::segment {
namespace {

// Nothing reads the segment before it is finished and published elsewhere, so
// it needs no syncs here. DB_DANGEROUS gains nothing, as all is written by one
// commit, and hides why a write failed.
constexpr int kPrivate =
    Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS | Xapian::DB_NO_SYNC;

class XapianSegmentWriter final : public SegmentWriter {
 public:
  explicit XapianSegmentWriter(const std::string& path)
      : path_(path),
        database_(translated(ErrorKind::kInputOutput, "create", path, [&] {
          return Xapian::WritableDatabase(path, kPrivate);
        })) {}

  void add(const schema::AnalyzedArticle& article) override {
    translated(ErrorKind::kInputOutput, "write", path_, [&] {
      Xapian::Document document;
      for (const schema::Posting& posting : article.postings) {
        // The first position carries the whole frequency: the others then only
        // append to the list.
        if (posting.positions.empty()) {
          document.add_term(posting.term, posting.wdf);
          continue;
        }
        Xapian::termcount wdf = posting.wdf;
        for (const std::uint32_t position : posting.positions) {
          document.add_posting(posting.term, position, std::exchange(wdf, 0));
        }
      }
      for (const auto& [slot, value] : article.values) {
        document.add_value(slot, value);
      }
      document.set_data(article.record);
      database_.add_document(document);
    });
    variants_.insert(variants_.end(), article.new_variants.begin(),
                     article.new_variants.end());
  }

  void finish() override {
    // Xapian gathers the synonyms of one term in memory as long as no other
    // term comes between.
    std::sort(variants_.begin(), variants_.end());
    translated(ErrorKind::kInputOutput, "write", path_, [&] {
      for (const auto& [stem, form] : variants_) {
        database_.add_synonym(schema::stem_term(schema::Field::kText, stem),
                              form);
      }
      database_.commit();
      database_.close();
    });
  }

 private:
  std::string path_;
  Xapian::WritableDatabase database_;
  std::vector<std::pair<std::string, std::string>> variants_;
};

}  // namespace

std::unique_ptr<SegmentWriter> make_xapian_segment_writer(
    const std::string& path) {
  return std::make_unique<XapianSegmentWriter>(path);
}

}  // namespace broadsheet::indexer::segment
