// A query tree as text, down to the terms of each word, so that tests are
// tables of strings:
//
//   oil                 Zoil
//   "oil price"         [oil price]
//   U.S. rules-based    (Zu.s AND [Zrule Zbase])
//   US in capitals      (u.s|us)
//   date:2023-04        date[2023-04-01..2023-05-01)
#pragma once

#include <string>

#include "searcher/query/parser.h"
#include "searcher/query/tree.h"

namespace broadsheet::searcher::query {

[[nodiscard]] std::string shown(const Node& node);

/// The tree of `query`, or "CODE @BEGIN-END" of its error.
[[nodiscard]] std::string shown(const std::string& query,
                                const ParseOptions& options = {});

/// The notes of `query`, one a line; its error as above.
[[nodiscard]] std::string notes_of(const std::string& query,
                                   const ParseOptions& options = {});

/// The reading of `query`; its error as above.
[[nodiscard]] std::string reading_of(const std::string& query,
                                     const ParseOptions& options = {});

}  // namespace broadsheet::searcher::query
