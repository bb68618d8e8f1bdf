// The tables that every run has a part of: postlist, position and synonym. The
// streams of all runs are merged, entry by entry, and each list is written
// once.
#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <string>

#include "corpus/glass/table_writer.h"
#include "corpus/glass/values.h"
#include "indexer/segment/entry_merge.h"
#include "indexer/segment/removed_articles.h"
#include "indexer/segment/run.h"

namespace broadsheet::indexer::segment {

/// All tables may be written at a time, by a thread each.
class MergedTables {
 public:
  /// The tables of `runs` by ascending docids, without the articles `removed`.
  /// What is spilled is read back with `buffers` bytes of memory. `go_on` is
  /// called now and then, and ends the writing by throwing. All outlive this.
  MergedTables(std::span<const Run> runs, const RemovedArticles& removed,
               std::size_t buffers, const std::function<void()>& go_on)
      : runs_(runs), removed_(removed), buffers_(buffers), go_on_(go_on) {}

  /// Each writes the table `path`, which is new; positions, the largest by far,
  /// with a thread more for `writing`. Throws Error.
  [[nodiscard]] glass::TableRoot write_postlist(const std::string& path) const;
  [[nodiscard]] glass::TableRoot write_positions(const std::string& path,
                                                 glass::Writing writing) const;
  [[nodiscard]] glass::TableRoot write_synonyms(const std::string& path) const;

 private:
  [[nodiscard]] glass::StatisticsBySlot value_statistics() const;
  void write_values(glass::TableWriter& table) const;
  void write_lengths(glass::TableWriter& table) const;
  void write_terms(glass::TableWriter& table) const;
  [[nodiscard]] EntryMerge merge(EntryStream Run::*stream) const;

  std::span<const Run> runs_;
  const RemovedArticles& removed_;
  std::size_t buffers_;
  const std::function<void()>& go_on_;
};

}  // namespace broadsheet::indexer::segment
