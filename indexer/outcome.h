// What a run came to: what there was, what was done with it, how long it took.
#pragma once

#include <cstdint>
#include <optional>

#include "corpus/schema/manifest.h"
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

}  // namespace broadsheet::indexer
