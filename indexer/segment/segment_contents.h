// What a finished segment holds, read back from it: the source of the catalog
// and of the manifest's counts.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "corpus/base/error.h"
#include "corpus/schema/identity.h"
#include "indexer/segment/removed_articles.h"

namespace broadsheet::indexer::segment {

/// A finished segment, and those of its articles that are not to be counted any
/// more.
struct LiveSegment {
  std::string path;
  RemovedArticles removed{};
};

/// An article of a segment: its docid there and who it is.
struct Holding {
  std::uint32_t docid = 0;
  schema::Identity identity;
};

/// The articles of `segment`, by ascending docid. Throws Error (kIndex) if it
/// can't be read or an article has no identity.
[[nodiscard]] std::vector<Holding> holdings_of(const LiveSegment& segment);

/// What is to be thrown if the segment at `path` is found to be so.
[[nodiscard]] Error article_without_identity(const std::string& path);

struct SegmentCounts {
  std::uint64_t articles = 0;
  /// Articles by ISO 639-1 code.
  std::map<std::string, std::uint64_t> languages;
};

/// Counts from the posting lists of `segment`: no article is read. Throws Error
/// (kIndex).
[[nodiscard]] SegmentCounts counts_of(const LiveSegment& segment);

/// What the terms and values of several segments say together.
struct TermFigures {
  std::uint64_t terms = 0;  ///< Different ones.
  std::uint64_t words = 0;  ///< Of headlines and bodies.
  std::uint64_t dated = 0;  ///< Articles with a date.
  std::int64_t first = 0;   ///< Seconds since 1970 UTC of the earliest.
  std::int64_t last = 0;
};

/// Throws Error (kIndex).
[[nodiscard]] TermFigures term_figures_of(
    const std::vector<LiveSegment>& segments);

/// Calls `use` with the stored record of each article of `segment`, packed as
/// it is there, by ascending docid. Throws Error (kIndex).
void for_each_stored(const LiveSegment& segment,
                     const std::function<void(const std::string&)>& use);

/// The same for the articles `docids`, ascending, of the segment at `path`,
/// each with its docid. Throws Error (kIndex).
void for_each_stored_of(
    const std::string& path, const std::vector<std::uint32_t>& docids,
    const std::function<void(std::uint32_t, const std::string&)>& use);

}  // namespace broadsheet::indexer::segment
