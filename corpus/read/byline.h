// Bylines: "By Jane Doe and John Roe, Staff Writers" as the names it holds.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace broadsheet::read {

/// The names in `line` if it is a byline ("By", "Von", "Par" or "Door", and
/// then names in capitalised words); none if it is anything else.
[[nodiscard]] std::vector<std::string> byline_authors(std::string_view line);

/// The names in `names`, which is known to name the authors and may start with
/// "By": "Martin Hale and Jane Merrow, Agency". What follows a comma is a name
/// only if "and" joins it; else it is where they work, and left out.
[[nodiscard]] std::vector<std::string> author_names(std::string_view names);

}  // namespace broadsheet::read
