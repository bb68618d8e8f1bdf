// The postlist tables of several segments as one: values, lengths, postings.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "indexer/segment/glass/table_writer.h"
#include "indexer/segment/segment_source.h"

namespace broadsheet::indexer::segment {

/// A source, and what its docids grow by.
struct PlacedSource {
  const SegmentSource* segment = nullptr;
  std::uint32_t offset = 0;
};

/// Writes all entries of the postlist table. `go_on` is called now and then.
/// Throws Error.
void write_lists(glass::TableWriter& table,
                 const std::vector<PlacedSource>& sources,
                 const std::function<void()>& go_on);

}  // namespace broadsheet::indexer::segment
