#include "indexer/default_index.h"

#include <cstdlib>

namespace broadsheet::indexer {

std::string default_index_directory() {
  const auto variable = [](const char* name) {
    const char* value = std::getenv(name);
    return std::string(value == nullptr ? "" : value);
  };
  if (const std::string given = variable("BROADSHEET_INDEX"); !given.empty()) {
    return given;
  }
  // The XDG specification: what is not absolute is to be ignored.
  if (const std::string data = variable("XDG_DATA_HOME");
      data.starts_with('/')) {
    return data + "/broadsheet/index";
  }
  if (const std::string home = variable("HOME"); !home.empty()) {
    return home + "/.local/share/broadsheet/index";
  }
  return {};
}

}  // namespace broadsheet::indexer
