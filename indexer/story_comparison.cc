#include "indexer/story_comparison.h"

#include <utility>

#include "corpus/schema/stored_article.h"
#include "indexer/same_story.h"

namespace broadsheet::indexer {
namespace {

// 16 MB.
constexpr std::size_t kMostCachedHashes = std::size_t{4} << 20;

// Some 10 MB.
constexpr std::size_t kMostFinePrints = std::size_t{32} << 10;

}  // namespace

StoryComparison::StoryComparison(std::span<const StoryRow> rows,
                                 const Wordings& wordings,
                                 const StoredTexts& stored, StoryPrints& prints)
    : rows_(rows), wordings_(wordings), stored_(stored), prints_(prints) {}

bool StoryComparison::prints_may_overlap(std::uint32_t first,
                                         std::uint32_t second) {
  make_room();
  if (!probe_ || probed_ != second) {
    probe_.emplace(print(second));
    probed_ = second;
  }
  return probe_->may_overlap(print(first));
}

bool StoryComparison::fine_prints_may_overlap(std::uint32_t first,
                                              std::uint32_t second) {
  if (!fine_probe_ || fine_probed_ != second) {
    if (fine_prints_.size() > kMostFinePrints) fine_prints_.clear();
    fine_probe_.emplace(fine_print(second));
    fine_probed_ = second;
  }
  return fine_probe_->may_overlap(fine_print(first));
}

bool StoryComparison::is_one_story(std::uint32_t first, std::uint32_t second) {
  make_room();
  return tell_one_story({settled(first), rows_[first].article->published},
                        {settled(second), rows_[second].article->published});
}

void StoryComparison::will_compare(std::uint32_t first,
                                   std::uint32_t second) const {
  for (const std::uint32_t row : {first, second}) {
    const KeptWording* kept = rows_[row].kept;
    if (kept != nullptr && !cache_.contains(row)) wordings_.will_read(*kept);
  }
}

const FineOverlapPrint& StoryComparison::fine_print(std::uint32_t row) {
  const auto found = fine_prints_.find(row);
  if (found != fine_prints_.end()) return found->second;
  const KeptWording* kept = rows_[row].kept;
  return fine_prints_
      .emplace(row, kept != nullptr ? wordings_.read_print(*kept)
                                    : FineOverlapPrint(settled(row).triples))
      .first->second;
}

const OverlapPrint& StoryComparison::print(std::uint32_t row) {
  if (const KeptWording* kept = rows_[row].kept) return kept->print;
  if (const OverlapPrint* print = prints_.find(row)) return *print;
  return prints_.keep(row, OverlapPrint(settled(row).triples));
}

// Where no wording in the cache is in use.
void StoryComparison::make_room() {
  if (cached_hashes_ <= kMostCachedHashes) return;
  cache_.clear();
  cached_hashes_ = 0;
}

// References into the map live until it is cleared.
const schema::Wording& StoryComparison::settled(std::uint32_t row) {
  const auto found = cache_.find(row);
  if (found != cache_.end()) return found->second;
  const KeptWording* kept = rows_[row].kept;
  const schema::Wording& wording =
      cache_
          .emplace(row, kept != nullptr ? wordings_.read(*kept)
                                        : analysed(rows_[row]))
          .first->second;
  cached_hashes_ += wording.triples.size() + wording.facts.size();
  return wording;
}

schema::Wording StoryComparison::analysed(const StoryRow& row) {
  if (!analyzer_) {
    analyzer_.emplace(stored_.default_language);
    unpacker_.emplace(stored_.dictionary);
    for (const segment::LiveSegment& segment : stored_.segments) {
      records_.emplace_back(segment.path);
    }
  }
  schema::Wording wording = analyzer_->wording_of(schema::decode_stored(
      unpacker_->unpack(records_[row.segment].at(row.article->docid))));
  wording.settle();
  return wording;
}

}  // namespace broadsheet::indexer
