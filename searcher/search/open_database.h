// The way to Xapian and back: opens the segments of a published generation as
// one database, and turns Xapian's errors into ours.
#pragma once

#include <xapian.h>

#include <string>

#include "corpus/base/error.h"
#include "corpus/schema/manifest.h"

namespace broadsheet::searcher::search {

/// All segments of `published`, opened for reading and only as glass: a
/// directory of another kind can name programs to run. Throws Xapian::Error.
[[nodiscard]] Xapian::Database open_database(
    const schema::Published& published);

/// `error`, met while reading the index in `directory`: of kind kIndex, saying
/// that the index is damaged and how to rebuild it, or kInputOutput where the
/// system refused.
[[nodiscard]] Error translated(const Xapian::Error& error,
                               const std::string& directory);

}  // namespace broadsheet::searcher::search
