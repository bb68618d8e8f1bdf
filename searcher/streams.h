// Standard output and standard error, written whole and checked: a full disk is
// an error, a reader that has gone away is not.
#pragma once

#include <string_view>

namespace broadsheet::searcher {

/// Writes all of `text`. A closed pipe is quietly taken as read. Throws Error
/// (kInputOutput) if the system refuses otherwise.
void write_output(std::string_view text);

/// The same to standard error; there is nowhere to complain if that fails.
void write_message(std::string_view text);

}  // namespace broadsheet::searcher
