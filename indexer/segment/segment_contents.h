// What a finished segment holds, read back from it: the source of the catalog
// and of the manifest's counts.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "corpus/schema/slots.h"

namespace broadsheet::indexer::segment {

/// An article of a segment: its docid there and who it is.
struct Holding {
  std::uint32_t docid = 0;
  schema::Identity identity;
};

/// The articles of the published segment at `path`, by ascending docid. Throws
/// Error (kIndex) if it can't be read or an article has no identity.
[[nodiscard]] std::vector<Holding> holdings_of(const std::string& path);

struct SegmentCounts {
  std::uint64_t articles = 0;
  /// Articles by ISO 639-1 code.
  std::map<std::string, std::uint64_t> languages;
};

/// Counts from the term statistics of the segment at `path`: no article is
/// read. Throws Error (kIndex).
[[nodiscard]] SegmentCounts counts_of(const std::string& path);

}  // namespace broadsheet::indexer::segment
