#include "searcher/query/arguments.h"

#include <algorithm>
#include <string_view>

#include "searcher/query/fields.h"

namespace broadsheet::searcher::query {
namespace {

/// Whether `argument` is a known field, its colon and bare words with blanks
/// between them.
bool lost_its_quotes(std::string_view argument) {
  if (argument.starts_with('-')) argument.remove_prefix(1);
  const std::size_t colon = argument.find(':');
  if (colon == std::string_view::npos ||
      !find_field(argument.substr(0, colon))) {
    return false;
  }
  const std::string_view value = argument.substr(colon + 1);
  // With operators or quotes of its own in it, it was quoted as a query.
  return value.find(' ') != std::string_view::npos && value.front() != ' ' &&
         value.find_first_of("\"():|*~<>") == std::string_view::npos &&
         value.find(" -") == std::string_view::npos &&
         value.find(" AND ") == std::string_view::npos &&
         value.find(" OR ") == std::string_view::npos &&
         value.find(" NOT ") == std::string_view::npos;
}

}  // namespace

std::string join_arguments(std::span<const std::string> arguments) {
  std::string query;
  for (const std::string& argument : arguments) {
    if (!query.empty()) query += ' ';
    query += argument;
  }
  return query;
}

std::vector<std::string> notes_on_arguments(
    std::span<const std::string> arguments) {
  std::vector<std::string> notes;
  for (const std::string& argument : arguments) {
    if (!lost_its_quotes(argument)) continue;
    const std::size_t colon = argument.find(':');
    const std::string field = argument.substr(0, colon + 1);
    const std::string name = field.substr(field.starts_with('-') ? 1 : 0);
    const std::string value = argument.substr(colon + 1);
    notes.push_back("the shell may have removed quotation marks: only \"" +
                    value.substr(0, value.find(' ')) + "\" is searched in " +
                    name + " Write '" + field + '"' + value + "\"'");
  }
  return notes;
}

}  // namespace broadsheet::searcher::query
