// What the environment and the terminal say: where things lie, how wide a line
// is, whether colour is wanted. Only options.cc asks; libraries are told.
#pragma once

#include <cstddef>
#include <string>

namespace broadsheet::searcher {

/// The value of the environment variable `name`; "" if it is not set.
[[nodiscard]] std::string variable(const char* name);

/// $XDG_DATA_HOME/broadsheet/index, or that below ~/.local/share; "" without a
/// home.
[[nodiscard]] std::string user_index();

/// Absolute; "" if it has been removed.
[[nodiscard]] std::string working_directory();

/// The columns of the terminal that descriptor `terminal` is: COLUMNS, else
/// what the terminal says, else 80. At least one.
[[nodiscard]] std::size_t columns_of(int terminal);

/// Whether a terminal is to be written to in colour, when nobody said so:
/// neither NO_COLOR nor a TERM that can't.
[[nodiscard]] bool allows_color();

}  // namespace broadsheet::searcher
