// A query tree written out as text with every parenthesis, so that users see
// how precedence has read what they typed.
#pragma once

#include <string>

#include "searcher/query/tree.h"

namespace broadsheet::searcher::query {

/// "(floods OR drought) AND Spain". A query again: read back, it gives the same
/// tree. Words are as typed, not escaped for a terminal.
[[nodiscard]] std::string written_out(const Node& root);

}  // namespace broadsheet::searcher::query
