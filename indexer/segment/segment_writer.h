// The interface behind which segments are written: through Xapian's own API
// today, by a faster writer of the same tables tomorrow.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "corpus/schema/article_terms.h"

namespace broadsheet::indexer::segment {

/// Writes one segment: a glass database that stock Xapian opens.
class SegmentWriter {
 public:
  virtual ~SegmentWriter() = default;

  /// Adds `article` as the next docid, counting from 1. Throws Error.
  virtual void add(const schema::AnalyzedArticle& article) = 0;

  /// Completes the segment; nothing may be added after it. The files are
  /// written but not synced. Throws Error.
  virtual void finish() = 0;
};

/// A writer through Xapian::WritableDatabase into the new directory `path`.
[[nodiscard]] std::unique_ptr<SegmentWriter> make_xapian_segment_writer(
    const std::string& path);

}  // namespace broadsheet::indexer::segment
