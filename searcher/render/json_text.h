// JSON that is safe to print on a terminal: the library's dump, with control,
// direction-changing and invisible characters as \u escapes too. A reader of
// JSON sees the same strings either way.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

namespace broadsheet::searcher::render {

/// One line, without '\n'. Malformed UTF-8 in a string becomes U+FFFD.
[[nodiscard]] std::string json_line(const nlohmann::ordered_json& value);

}  // namespace broadsheet::searcher::render
