// The synonym tables of several segments as one: for each term, what it stands
// for in any of them.
#pragma once

#include <vector>

#include "corpus/glass/table_writer.h"
#include "indexer/segment/merged_lists.h"

namespace broadsheet::indexer::segment {

/// Writes all entries. Throws Error.
void merge_synonyms(glass::TableWriter& table,
                    const std::vector<PlacedSource>& sources);

}  // namespace broadsheet::indexer::segment
