// The postlist tables of several segments as one: values, lengths, postings.
#pragma once

#include <tsl/robin_set.h>

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "corpus/glass/table_writer.h"
#include "indexer/segment/segment_source.h"

namespace broadsheet::indexer::segment {

/// A source, and what its docids grow by.
struct PlacedSource {
  const SegmentSource* segment = nullptr;
  std::uint32_t offset = 0;
};

/// The keys of the terms that removed articles have, of one source each: in
/// the lists of all others there is nothing to leave out.
using RemovedTerms = std::vector<tsl::robin_set<std::string>>;

/// Writes all entries of the postlist table. `removed` is of the sources.
/// `go_on` is called now and then. Throws Error.
void write_lists(glass::TableWriter& table,
                 const std::vector<PlacedSource>& sources,
                 const RemovedTerms& removed,
                 const std::function<void()>& go_on);

}  // namespace broadsheet::indexer::segment
