// Ranking the articles that have certain words, word by word: each list of
// postings is read once, from its beginning to its end, and adds to the scores
// of its articles. Xapian goes article by article, through a tree of choices;
// where many articles have the words, that takes several times as long.
#pragma once

#include <xapian.h>

#include <optional>

#include "searcher/search/posting_lists.h"
#include "searcher/search/ranking.h"
#include "searcher/search/request.h"

namespace broadsheet::searcher::search {

/// As rank_exact(), by relevance, scored as Xapian would score it; nothing of a
/// query that is not of words alone (word_query), or for which Xapian is
/// quicker. Throws as
/// PostingLists does.
[[nodiscard]] std::optional<Ranking> rank_words(const PostingLists& lists,
                                                const Xapian::Query& query,
                                                const Request& request);

}  // namespace broadsheet::searcher::search
