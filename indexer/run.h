// A run of the indexer, from options to outcome.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "corpus/schema/manifest.h"
#include "indexer/options.h"
#include "indexer/progress.h"
#include "indexer/report.h"
#include "indexer/tally.h"

namespace broadsheet::indexer {

/// Wall time of the parts of a run, in seconds.
struct PhaseTimes {
  double prepare = 0;  ///< Lock, leftovers, catalog, finding the input.
  double build = 0;    ///< Reading, analysing, writing chunks.
  double merge = 0;
  double publish = 0;
  [[nodiscard]] double total() const {
    return prepare + build + merge + publish;
  }
};

struct Outcome {
  Tally tally;
  Report report;
  PhaseTimes seconds;
  std::uint64_t removed = 0;  ///< Articles that --prune took out.
  bool published = false;     ///< A new generation is live.
  /// The live generation after the run; nothing if there is no index.
  std::optional<schema::Manifest> live;
};

/// Indexes what `options` name, or only counts for a dry run, and keeps
/// `progress` up to date. Throws Error; the index is then as it was.
[[nodiscard]] Outcome index_articles(const Options& options,
                                     Progress& progress);

/// Merges all segments of the index into one, if there are more, and reads no
/// articles. Throws Error; the index is then as it was.
[[nodiscard]] Outcome merge_index(const Options& options);

}  // namespace broadsheet::indexer
