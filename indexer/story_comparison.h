// Compares two articles of the next generation: by their prints, which says no
// for most, by their fine prints, then by their wordings, wherever those are to
// be had: those of articles that the run indexed are kept, and the others'
// stored texts are analysed again.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "corpus/schema/article_terms.h"
#include "corpus/schema/record_codec.h"
#include "indexer/overlap_print.h"
#include "indexer/segment/article_rows.h"
#include "indexer/story_pairs.h"
#include "indexer/story_prints.h"
#include "indexer/wordings.h"

namespace broadsheet::indexer {

/// Where stored articles are.
struct StoredTexts {
  std::vector<segment::LiveSegment> segments;  ///< As StoryRow counts them.
  std::string default_language;                ///< As they were analysed.
  std::string dictionary;                      ///< Of the records; may be "".
};

/// Not for two threads.
class StoryComparison {
 public:
  /// All of it outlives this; `wordings` are closed.
  StoryComparison(std::span<const StoryRow> rows, const Wordings& wordings,
                  const StoredTexts& stored, StoryPrints& prints);

  // What follows is of two rows, and soonest done with one `second` after the
  // other.

  /// Whether the run keeps the wordings of both, so that no text need be
  /// analysed.
  [[nodiscard]] bool are_kept(std::uint32_t first, std::uint32_t second) const {
    return rows_[first].kept != nullptr && rows_[second].kept != nullptr;
  }

  /// Whether their prints let them be of one story; false for most. Throws
  /// Error.
  [[nodiscard]] bool prints_may_overlap(std::uint32_t first,
                                        std::uint32_t second);

  /// Whether their fine prints do as well. Throws Error.
  [[nodiscard]] bool fine_prints_may_overlap(std::uint32_t first,
                                             std::uint32_t second);

  /// Whether the articles tell one story (tell_one_story). Throws Error.
  [[nodiscard]] bool is_one_story(std::uint32_t first, std::uint32_t second);

  /// Asks for what is_one_story() needs of them from the disk. A hint.
  void will_compare(std::uint32_t first, std::uint32_t second) const;

 private:
  void make_room();
  const OverlapPrint& print(std::uint32_t row);
  const FineOverlapPrint& fine_print(std::uint32_t row);
  const schema::Wording& settled(std::uint32_t row);
  [[nodiscard]] schema::Wording analysed(const StoryRow& row);

  std::span<const StoryRow> rows_;
  const Wordings& wordings_;
  const StoredTexts& stored_;

  StoryPrints& prints_;
  std::optional<OverlapProbe> probe_;
  std::uint32_t probed_ = 0;  // The row that is in probe_.
  std::optional<FineOverlapProbe> fine_probe_;
  std::uint32_t fine_probed_ = 0;

  // As one article is compared with several.
  std::unordered_map<std::uint32_t, FineOverlapPrint> fine_prints_;
  // Settled ones, likewise.
  std::unordered_map<std::uint32_t, schema::Wording> cache_;
  std::size_t cached_hashes_ = 0;

  // Made when a stored text is needed.
  std::optional<schema::ArticleAnalyzer> analyzer_;
  std::optional<schema::RecordUnpacker> unpacker_;
  std::vector<segment::StoredRecords> records_;
};

}  // namespace broadsheet::indexer
