// Merging an index (--merge): its segments become one, and no article is read.
#pragma once

#include "indexer/options.h"
#include "indexer/outcome.h"

namespace broadsheet::indexer {

/// Merges all segments of the index into one, if there are more, and reads no
/// articles. Throws Error; the index is then as it was.
[[nodiscard]] Outcome merge_index(const Options& options);

}  // namespace broadsheet::indexer
