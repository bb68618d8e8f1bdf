// The query as it was typed, before it is read: arguments as the shell left
// them, or a file.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace broadsheet::searcher {

/// `arguments` with a blank between each two.
[[nodiscard]] std::string query_of(const std::vector<std::string>& arguments);

/// The query in the file `name`, or in standard input if it is "-". What is
/// longer than a query can be is not read to its end. Throws Error.
[[nodiscard]] std::string query_in(const std::string& name);

/// Whether `argument` may have been title:"tax cut" before the shell made it
/// title:tax cut.
[[nodiscard]] bool may_have_lost_quotes(std::string_view argument);

}  // namespace broadsheet::searcher
