// Queries that ask where words stand, and the same queries without: phrases and
// connectors read a list of positions for each word of each candidate, which
// takes many times as long as to find that the words are there.
#pragma once

#include <xapian.h>

#include <cstdint>

namespace broadsheet::searcher::search {

/// Whether `query` asks where words stand.
[[nodiscard]] bool asks_for_positions(const Xapian::Query& query);

/// Finds what `query` finds, and more: of phrases and connectors only that all
/// their words are there. What both find, both score alike; so a choice of
/// phrases that scores (OP_OR), and what is excluded, stay as they are.
[[nodiscard]] Xapian::Query without_positions(const Xapian::Query& query);

/// As many articles `query` finds at most, by how many have its words: told
/// without a match. Throws Xapian::Error.
[[nodiscard]] std::uint64_t most_found(const Xapian::Database& database,
                                       const Xapian::Query& query);

}  // namespace broadsheet::searcher::search
