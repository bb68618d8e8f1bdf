// Where the index is if the command line does not say.
#pragma once

#include <string>

namespace broadsheet::indexer {

/// $BROADSHEET_INDEX, else a directory below $XDG_DATA_HOME or the home
/// directory; "" if none of the three is set.
[[nodiscard]] std::string default_index_directory();

}  // namespace broadsheet::indexer
