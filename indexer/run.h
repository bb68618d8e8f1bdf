// A run of the indexer, from options to outcome.
#pragma once

#include "indexer/options.h"
#include "indexer/outcome.h"
#include "indexer/progress.h"

namespace broadsheet::indexer {

/// Indexes what `options` name, or only counts for a dry run, and keeps
/// `progress` up to date. Throws Error; the index is then as it was.
[[nodiscard]] Outcome index_articles(const Options& options,
                                     Progress& progress);

}  // namespace broadsheet::indexer
