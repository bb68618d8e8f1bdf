// Whether two segments hold the same, asked through Xapian's public API: the
// claim behind every test of the segment writer.
#pragma once

#include <string>

namespace broadsheet::indexer::segment {

/// What upper bounds of wdfs have to be: an article that was taken out may
/// leave them higher than they need to be.
enum class Bounds : unsigned char { kSame, kMayBeHigher };

/// The first thing in which the databases at `expected` and `actual` differ, in
/// words, or "" if there is none: counts, bounds, terms with their frequencies,
/// postings, positions, lengths, term lists, values and their statistics,
/// stored articles, synonyms.
[[nodiscard]] std::string first_difference(const std::string& expected,
                                           const std::string& actual,
                                           Bounds bounds = Bounds::kSame);

/// What xapian-check has to say against the database at `path`, or "".
[[nodiscard]] std::string check_failures(const std::string& path);

}  // namespace broadsheet::indexer::segment
