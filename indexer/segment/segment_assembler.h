// From runs to a segment. The documents of a run go into their tables as soon
// as it comes; its streams wait, in memory as long as there is room, and are
// merged when the last one is there: the postlist and synonym tables by one
// thread, the position table by another.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "corpus/glass/table_writer.h"
#include "corpus/glass/version_file.h"
#include "indexer/segment/removed_articles.h"
#include "indexer/segment/run.h"
#include "indexer/segment/segment_directory.h"
#include "indexer/segment/spill_file.h"

namespace broadsheet::indexer::segment {

/// Not for two threads.
class SegmentAssembler {
 public:
  /// Begins a segment in the new directory `path`. Runs, and what is needed to
  /// read back those that were spilled to its disk, take `run_memory` bytes,
  /// and 8 bytes for each article. Throws Error.
  SegmentAssembler(const std::string& path, std::size_t run_memory);

  /// Others use `bytes` of the memory for runs from now on. Throws Error.
  void leave_room(std::size_t bytes);

  /// Adds the next run: its first docid is above all of those before. Throws
  /// Error.
  void append(Run run);

  /// Writes the rest of the segment, with a second thread if `in_parallel`,
  /// and leaves out the articles `removed`; the others keep their docids.
  /// Returns the files, which are not synced. Nothing may be added after it.
  /// `go_on` is called now and then, by both threads, and ends it by throwing.
  /// Throws Error.
  std::vector<schema::SegmentFile> finish(
      bool in_parallel, const RemovedArticles& removed = {},
      const std::function<void()>& go_on = [] {});

  /// How many articles were added, which is the last docid.
  [[nodiscard]] std::uint32_t articles() const { return articles_; }

 private:
  [[nodiscard]] bool has_room_for(std::size_t bytes) const;
  void spill(Run& run);
  [[nodiscard]] glass::Statistics statistics(
      const RemovedArticles& removed) const;
  [[nodiscard]] glass::TableRoot finish_documents(
      glass::TableWriter& table, const char* name,
      const RemovedArticles& removed) const;

  SegmentDirectory directory_;
  std::size_t buffers_;    // Bytes of memory to read what is spilled.
  std::size_t memory_;     // Bytes for runs.
  std::size_t taken_ = 0;  // Of these, by others.
  std::size_t held_ = 0;   // Of these, by runs.
  SpillFile spill_;
  glass::TableWriter docdata_;
  glass::TableWriter termlist_;
  std::uint32_t articles_ = 0;
  std::vector<Run> runs_;          // Their documents are gone.
  std::size_t spilled_first_ = 0;  // So many of the first are not held.
};

}  // namespace broadsheet::indexer::segment
