// What broadsheet-index can be asked to do, each from options to exit code,
// with all it prints.
#pragma once

#include "indexer/options.h"

namespace broadsheet::indexer {

/// Does what `options` say and returns the exit code. Throws Error.
[[nodiscard]] int run(const Options& options);

}  // namespace broadsheet::indexer
