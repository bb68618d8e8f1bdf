// Which index a search reads: the one that is named, or the one that lies at
// hand. A project keeps its own in .broadsheet, as it keeps .git; without one
// there is the user's.
#pragma once

#include <string>

namespace broadsheet::searcher {

/// The directory that is looked for from the working directory upward.
inline constexpr const char* kProjectIndex = ".broadsheet";

/// Where an index may be; an empty string means no such place.
struct IndexPlaces {
  std::string option{};             ///< --index.
  std::string variable{};           ///< BROADSHEET_INDEX.
  std::string working_directory{};  ///< Absolute.
  std::string user_index{};         ///< $XDG_DATA_HOME/broadsheet/index.
};

struct FoundIndex {
  std::string directory;
  std::string reason;  ///< "--index", …: for --info.
};

/// The first of the places: an option or a variable is taken at its word, the
/// others if they hold an index. Throws Error (kIndex), naming the places
/// looked at, if none does.
[[nodiscard]] FoundIndex find_index(const IndexPlaces& places);

}  // namespace broadsheet::searcher
