// broadsheet-index --stats: what the live index holds, in figures.
#pragma once

#include <string>

#include "indexer/options.h"

namespace broadsheet::indexer {

/// The figures of the index of `options`, escaped for a terminal: lines for
/// people or, with `options.json`, one line of JSON. Reads all stored articles.
/// Throws Error.
[[nodiscard]] std::string statistics_of(const Options& options);

}  // namespace broadsheet::indexer
