// Articles into the tables of one segment, through runs in memory or on disk.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "indexer/segment/inverter.h"
#include "indexer/segment/segment_assembler.h"
#include "indexer/segment/segment_writer.h"

namespace broadsheet::indexer::segment {
namespace {

// Bytes of articles, inverted, that make a run.
constexpr std::size_t kRunBytes = std::size_t{16} << 20;

class GlassSegmentWriter final : public SegmentWriter {
 public:
  GlassSegmentWriter(const std::string& path, std::size_t run_memory)
      : inverter_(terms_), assembler_(path, run_memory) {}

  void add(const schema::AnalyzedArticle& article) override {
    for (const schema::Posting& posting : article.postings) {
      inverter_.add({terms_.id(posting.term), posting.wdf, posting.positions});
    }
    inverter_.end_article(article);
    if (inverter_.memory() >= kRunBytes) finish_run();
  }

  void finish() override {
    finish_run();
    assembler_.finish(false);
  }

 private:
  void finish_run() {
    if (inverter_.empty()) return;
    assembler_.append(inverter_.take(assembler_.articles() + 1));
  }

  schema::TermTable terms_;
  Inverter inverter_;
  SegmentAssembler assembler_;
};

}  // namespace

std::unique_ptr<SegmentWriter> make_glass_segment_writer(
    const std::string& path, std::size_t run_memory) {
  return std::make_unique<GlassSegmentWriter>(path, run_memory);
}

}  // namespace broadsheet::indexer::segment
