// How a query is answered (--explain): the tree it is read into, what Xapian is
// asked, and what is left to the evaluator.
#pragma once

#include <string>

#include "searcher/query/compile.h"
#include "searcher/query/tree.h"

namespace broadsheet::searcher::search {

/// Several lines, each ended by a line feed; not escaped for a terminal.
[[nodiscard]] std::string explanation(const query::Node& root,
                                      const query::CompiledQuery& compiled);

}  // namespace broadsheet::searcher::search
