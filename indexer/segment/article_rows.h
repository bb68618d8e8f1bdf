// What a finished segment says of each of its articles without their text, and
// single articles of it: what finding stories takes.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "corpus/base/checksum.h"
#include "corpus/schema/story_sketch.h"
#include "indexer/segment/segment_contents.h"

namespace broadsheet::indexer::segment {

struct ArticleRow {
  std::uint32_t docid = 0;
  Hash128 identity;                       ///< Identity::id.
  std::optional<std::int64_t> published;  ///< Seconds since 1970 UTC.
  std::uint32_t words = 0;                ///< Of headline and body.
  std::optional<schema::Sketch> sketch;
};

/// The articles of `segment`, by ascending docid. Throws Error (kIndex) if it
/// can't be read or an article has no identity.
[[nodiscard]] std::vector<ArticleRow> article_rows(const LiveSegment& segment);

/// Reads stored records of one segment.
class StoredRecords {
 public:
  /// Throws Error (kIndex) if the segment at `path` can't be read.
  explicit StoredRecords(std::string path);
  ~StoredRecords();
  StoredRecords(StoredRecords&&) noexcept;
  StoredRecords& operator=(StoredRecords&&) noexcept;

  /// The record of article `docid`, packed as it is there. Throws Error
  /// (kIndex).
  [[nodiscard]] std::string at(std::uint32_t docid) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace broadsheet::indexer::segment
