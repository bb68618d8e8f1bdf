#include "searcher/environment.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <memory>

namespace broadsheet::searcher {
namespace {

constexpr std::size_t kUsualColumns = 80;
constexpr std::size_t kMostColumns = 10'000;

}  // namespace

std::string variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

std::string user_index() {
  // A relative XDG_DATA_HOME is to be ignored, says its specification.
  std::string data = variable("XDG_DATA_HOME");
  if (!data.starts_with('/')) {
    const std::string home = variable("HOME");
    if (home.empty()) return "";
    data = home + "/.local/share";
  }
  return data + "/broadsheet/index";
}

std::string working_directory() {
  const std::unique_ptr<char, decltype(&std::free)> path(::getcwd(nullptr, 0),
                                                         &std::free);
  return path == nullptr ? "" : path.get();
}

std::size_t columns_of(int terminal) {
  const std::string given = variable("COLUMNS");
  if (!given.empty() && given.size() <= 5 &&
      given.find_first_not_of("0123456789") == std::string::npos) {
    const std::size_t columns = std::stoul(given);
    if (columns > 0) return std::min(columns, kMostColumns);
  }
  struct winsize size {};
  if (::ioctl(terminal, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) {
    return size.ws_col;
  }
  return kUsualColumns;
}

bool allows_color() {
  const std::string terminal = variable("TERM");
  return variable("NO_COLOR").empty() && !terminal.empty() &&
         terminal != "dumb";
}

}  // namespace broadsheet::searcher
