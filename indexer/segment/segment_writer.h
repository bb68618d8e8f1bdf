// The interface behind which segments are written: through Xapian's own API
// today, by a faster writer of the same tables tomorrow.
#pragma once

#include <cstddef>
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

/// A writer of its own, tables straight from memory, into the new directory
/// `path`. About 20 MB of articles are in memory at a time, and what waits to
/// be merged at the end: up to `run_memory` bytes; the rest is on disk.
[[nodiscard]] std::unique_ptr<SegmentWriter> make_glass_segment_writer(
    const std::string& path, std::size_t run_memory);

/// A writer through Xapian::WritableDatabase into the new directory `path`.
[[nodiscard]] std::unique_ptr<SegmentWriter> make_xapian_segment_writer(
    const std::string& path);

}  // namespace broadsheet::indexer::segment
