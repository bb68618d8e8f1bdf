// What capitals a text is printed with: caps(…), allcaps(…), nocaps(…).
#pragma once

#include <string_view>

#include "searcher/query/tree.h"

namespace broadsheet::searcher::match {

/// Whether `printed` (valid UTF-8) has such capitals. The s of a possessive
/// does not count: the NATO of "NATO's" is all in capitals.
[[nodiscard]] bool has_capitals(std::string_view printed,
                                query::Capitals capitals);

}  // namespace broadsheet::searcher::match
