// What the compiler makes of a tree, or of a part of it: two Xapian queries
// that lie around what it says (compile.h), and how such queries are put
// together.
#pragma once

#include <xapian.h>

#include <string>
#include <vector>

#include "searcher/query/anchors.h"

namespace broadsheet::searcher::query {

struct CompiledQuery {
  /// Finds every article that the tree is true of, and ranks them.
  Xapian::Query query;
  /// Finds only such articles; its weights mean nothing. What it finds needs no
  /// evaluator to be a hit.
  Xapian::Query certain;
  /// Both find the same: no candidate needs the evaluator.
  bool exact = true;
};

/// What `query` finds, no more and no less.
[[nodiscard]] CompiledQuery exactly(const Xapian::Query& query);

/// Articles that `words` finds and ranks, of which `near` is true.
[[nodiscard]] CompiledQuery placed(const Xapian::Query& words,
                                   const Nearness& near);

/// `queries` or `terms`, not empty, as one query.
[[nodiscard]] Xapian::Query joined(Xapian::Query::op operation,
                                   const std::vector<Xapian::Query>& queries);
[[nodiscard]] Xapian::Query joined(Xapian::Query::op operation,
                                   const std::vector<std::string>& terms);

}  // namespace broadsheet::searcher::query
