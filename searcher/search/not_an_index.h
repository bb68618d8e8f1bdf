// Why a directory is not an index: people give the wrong one, and each mistake
// has its own remedy.
#pragma once

#include <string>

#include "corpus/base/error.h"

namespace broadsheet::searcher::search {

/// The Error (kIndex) for `path`, which holds no CURRENT file: it does not
/// exist, is a file, is a Xapian database of another program, has lost its
/// CURRENT file, or is no index at all. Reads the directory's names only.
[[nodiscard]] Error not_an_index(const std::string& path);

}  // namespace broadsheet::searcher::search
