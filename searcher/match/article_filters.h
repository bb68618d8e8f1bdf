// Filters by what an article is rather than what it says: its date, language,
// length, id, URL and path.
#pragma once

#include "corpus/schema/stored_article.h"
#include "searcher/query/tree.h"

namespace broadsheet::searcher::match {

/// Whether the filter `node` lets `stored` through; true of other nodes.
[[nodiscard]] bool is_article(const query::Node& node,
                              const schema::StoredArticle& stored);

}  // namespace broadsheet::searcher::match
