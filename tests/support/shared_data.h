// The shared test collections, where they are: beside the checkout, or where
// BROADSHEET_SHARED_DATA says. Tests do more with them and pass without.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <optional>
#include <string>

namespace broadsheet::tests {

/// The path of `name` in the shared data, or nothing if it is not there.
inline std::optional<std::string> shared_data(const std::string& name) {
  const char* given = std::getenv("BROADSHEET_SHARED_DATA");
  const std::filesystem::path root =
      given != nullptr
          ? std::filesystem::path(given)
          : std::filesystem::path(BROADSHEET_SOURCE_DIR) / "../shared/data";
  const std::filesystem::path path = root / name;
  if (!std::filesystem::exists(path)) return std::nullopt;
  return path.string();
}

}  // namespace broadsheet::tests
