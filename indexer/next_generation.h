// The next generation: from the live segments, what the run replaced in them,
// and the chunks it wrote, to the segments that are to be published. Published
// files are only read.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "corpus/schema/manifest.h"
#include "indexer/catalog.h"
#include "indexer/pipeline.h"
#include "indexer/publish.h"

namespace broadsheet::indexer {

/// A search opens every segment, so there are never more than these.
inline constexpr std::size_t kMostSegments = 8;

/// What a run changes.
struct Changes {
  Built built;
  /// For each live segment, the docids that the run replaces.
  std::vector<std::vector<std::uint32_t>> replaced;
};

/// The segments of the next generation, in order: what is left of the live ones
/// `live` of `directory`, then one of the chunks. Segments are built below
/// `private_directory`. If there would be more than kMostSegments, all are
/// merged into one. Throws Error, with kind kInterrupted now and then.
[[nodiscard]] std::vector<NextSegment> next_generation(
    const std::string& directory, const std::vector<schema::Segment>& live,
    const Changes& changes, const std::string& private_directory);

}  // namespace broadsheet::indexer
