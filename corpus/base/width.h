// How many columns a text takes on a terminal. Output is wrapped, and the caret
// under a query is placed, by columns: not by bytes and not by code points.
#pragma once

#include <cstddef>
#include <string_view>

namespace broadsheet {

/// Columns of one code point: two for East Asian wide and fullwidth characters
/// (most emoji among them), none for combining marks, for format characters
/// such as joiners and for controls, one for all others (also for those of
/// ambiguous width, as in terminals outside East Asian locales).
[[nodiscard]] std::size_t display_width(char32_t c);

/// Columns of `text`, the sum of its code points'. A malformed byte counts as
/// one column. Text from outside goes through `visible` first: a control
/// character has no width that could be told.
[[nodiscard]] std::size_t display_width(std::string_view text);

}  // namespace broadsheet
