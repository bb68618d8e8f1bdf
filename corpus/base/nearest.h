// The name that a misspelt one was meant to be: for "did you mean …" in options
// and fields.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace broadsheet {

/// How many letters must be added, removed, changed or swapped with their
/// neighbour to turn `a` into `b`; bytes, each at most once.
[[nodiscard]] std::size_t edit_distance(std::string_view a, std::string_view b);

/// The first of `names` that is nearest to `typed`, if it is no more than a
/// third of its letters away, or one of `names` that `typed` begins; else "".
[[nodiscard]] std::string nearest(std::string_view typed,
                                  std::span<const std::string> names);

}  // namespace broadsheet
