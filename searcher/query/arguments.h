// Queries typed as arguments of a shell, which eats quotation marks:
// broadsheet- search title:"tax cut" arrives as one argument, title:tax cut.
#pragma once

#include <span>
#include <string>
#include <vector>

namespace broadsheet::searcher::query {

/// One query of several arguments, joined by blanks.
[[nodiscard]] std::string join_arguments(
    std::span<const std::string> arguments);

/// A note for each argument that a shell has probably taken quotation marks
/// from: a field and, behind it, bare words with blanks.
[[nodiscard]] std::vector<std::string> notes_on_arguments(
    std::span<const std::string> arguments);

}  // namespace broadsheet::searcher::query
