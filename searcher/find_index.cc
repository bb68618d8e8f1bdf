#include "searcher/find_index.h"

#include <algorithm>

#include "corpus/base/error.h"
#include "corpus/schema/published.h"

namespace broadsheet::searcher {

FoundIndex find_index(const IndexPlaces& places) {
  if (!places.option.empty()) return {places.option, "the option --index"};
  if (!places.variable.empty()) {
    return {places.variable, "the variable BROADSHEET_INDEX"};
  }
  std::string directory = places.working_directory;
  while (!directory.empty()) {
    std::string index = directory;
    if (!index.ends_with('/')) index += '/';
    index += kProjectIndex;
    if (schema::is_index(index)) {
      return {index, directory == places.working_directory
                         ? "it lies in the working directory"
                         : "it lies above the working directory"};
    }
    if (directory == "/") break;
    const std::size_t slash = directory.find_last_of('/');
    if (slash == std::string::npos) break;
    directory.resize(std::max<std::size_t>(1, slash));
  }
  if (!places.user_index.empty() && schema::is_index(places.user_index)) {
    return {places.user_index, "it is the user's own"};
  }
  std::string looked_at =
      std::string(kProjectIndex) + " in the working directory and above it";
  if (!places.user_index.empty()) {
    looked_at += ", and at " + places.user_index;
  }
  throw Error(ErrorKind::kIndex,
              "no index found: looked for " + looked_at +
                  "; make one with: broadsheet-index PATH..., or name one with "
                  "--index DIRECTORY");
}

}  // namespace broadsheet::searcher
