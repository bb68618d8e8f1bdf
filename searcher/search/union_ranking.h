// Ranking the articles that have any of some words, word by word: each list of
// postings is read once, from its beginning to its end, and adds to the scores
// of its articles. Xapian goes article by article, through a tree of choices
// that is as deep as there are words; where most articles have some word, that
// takes several times as long, and another pass to count them.
#pragma once

#include <xapian.h>

#include <optional>

#include "searcher/search/ranking.h"
#include "searcher/search/request.h"

namespace broadsheet::searcher::search {

/// As rank_exact(), by relevance, scored as Xapian would score it; nothing of a
/// query that is not of words joined by OR or SYNONYM, with or without an
/// AND_NOT around them, or that has so few postings that Xapian is quicker.
/// Takes 16 bytes of memory for each article of the index. Throws
/// Xapian::Error.
[[nodiscard]] std::optional<Ranking> rank_union(
    const Xapian::Database& database, const Xapian::Query& query,
    const Request& request);

}  // namespace broadsheet::searcher::search
