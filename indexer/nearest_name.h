// The name that a misspelt one was probably meant to be.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace broadsheet::indexer {

/// The first of `names` with the fewest letters inserted, left out, replaced or
/// swapped with their neighbour against `typed`, or which `typed` begins; "" if
/// more than a third of the letters would have to change.
[[nodiscard]] std::string nearest_name(std::string_view typed,
                                       const std::vector<std::string>& names);

}  // namespace broadsheet::indexer
