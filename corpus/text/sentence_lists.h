// Lists inside a paragraph: places where an item begins though no full stop
// ends the one before. Prose that is wrapped at any width must come through
// unharmed, so an item counts only in company: a bullet with another one, the
// number 2 after the number 1.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace broadsheet::text {

/// The bytes of `paragraph` where list items or lines after an empty one begin,
/// ascending, without 0.
///
///   1. Wheat 2. Maize          at "2." (also 1), (1), 1.), a., and on lines)
///   • Wheat • Maize            at the second bullet
///   wheat / maize / oats       at each line, if there are three or more of a
///                              few small words and nothing else
[[nodiscard]] std::vector<std::size_t> item_begins(std::string_view paragraph);

}  // namespace broadsheet::text
