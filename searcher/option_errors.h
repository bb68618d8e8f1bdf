// What is said of a command line that can't be read.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace broadsheet::searcher {

/// Tells the user of a mistake in the command line, as a record if that asks
/// for records. Returns the exit code.
int refused(const std::string& mistake, int argc, const char* const* argv);

/// The message for `argument`, which looks like an option and is none of
/// `options`: their names, without dashes.
[[nodiscard]] std::string about_unknown(
    std::string_view argument, const std::vector<std::string>& options);

}  // namespace broadsheet::searcher
