// What is said of a command line that can't be read, better than its parser
// says it. Names of options come without dashes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace broadsheet::indexer {

/// Tells the user what is wrong with the command line. Returns the exit code.
int usage_error(const std::string& message);

/// The message for `argument`, which looks like an option and is none of
/// `options`.
[[nodiscard]] std::string about_unknown(
    std::string_view argument, const std::vector<std::string>& options);

/// The message for a file of options that can't be opened.
[[nodiscard]] std::string about_unreadable_config(const std::string& file);

/// The message for a line of `file` that is none of `options`, from what the
/// parser has `said` of it, which names neither the file nor the option.
[[nodiscard]] std::string about_config(const std::string& file,
                                       const std::string& said,
                                       const std::vector<std::string>& options);

}  // namespace broadsheet::indexer
