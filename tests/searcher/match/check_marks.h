// A table of queries and what each marks in one article, checked row by row.
#pragma once

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "tests/searcher/match/small_index.h"

namespace broadsheet::searcher::match {

struct ExpectedMarks {
  std::string query;
  std::string expected;  ///< As `marked` gives it.
};

inline void check_marks(const article::Article& article,
                        const std::vector<ExpectedMarks>& rows) {
  for (const ExpectedMarks& row : rows) {
    CAPTURE(row.query);
    CHECK(marked(row.query, article) == row.expected);
  }
}

}  // namespace broadsheet::searcher::match
