#include "searcher/typed_query.h"

#include <unistd.h>

#include <cstddef>

#include "corpus/base/file.h"

namespace broadsheet::searcher {

std::string query_of(const std::vector<std::string>& arguments) {
  std::string query;
  for (const std::string& argument : arguments) {
    if (!query.empty()) query += ' ';
    query += argument;
  }
  return query;
}

std::string query_in(const std::string& name) {
  constexpr std::size_t kMost = std::size_t{1} << 20;
  const bool standard = name == "-";
  const FileDescriptor file =
      standard ? FileDescriptor(::dup(STDIN_FILENO)) : open_for_reading(name);
  std::string query;
  std::string buffer(std::size_t{1} << 16, ' ');
  while (query.size() < kMost) {
    const std::size_t size = read_some(file, buffer.data(), buffer.size(),
                                       standard ? "standard input" : name);
    if (size == 0) break;
    query.append(buffer, 0, size);
  }
  return query;
}

bool may_have_lost_quotes(std::string_view argument) {
  const std::size_t colon = argument.find(':');
  const std::size_t blank = argument.find(' ');
  if (colon == 0 || colon == std::string_view::npos ||
      blank == std::string_view::npos || blank <= colon + 1 ||
      blank + 1 == argument.size()) {
    return false;
  }
  return argument.find_first_not_of("abcdefghijklmnopqrstuvwxyz") == colon &&
         argument.find_first_of("\"'():|&", colon + 1) ==
             std::string_view::npos;
}

}  // namespace broadsheet::searcher
