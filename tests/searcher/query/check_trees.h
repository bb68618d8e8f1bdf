// A table of queries and the trees they are read into, checked row by row.
#pragma once

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "tests/searcher/query/shown_tree.h"

namespace broadsheet::searcher::query {

struct ExpectedTree {
  std::string query;
  std::string expected;  ///< As `shown` gives it: a tree, or an error's place.
};

inline void check_trees(const std::vector<ExpectedTree>& rows,
                        const ParseOptions& options = {}) {
  for (const ExpectedTree& row : rows) {
    CAPTURE(row.query);
    CHECK(shown(row.query, options) == row.expected);
  }
}

}  // namespace broadsheet::searcher::query
