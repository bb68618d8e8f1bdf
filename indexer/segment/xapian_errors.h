// Where Xapian's errors become ours. Only this folder opens databases to write
// or merge, so Xapian::Error is seen nowhere beyond it.
#pragma once

#include <xapian.h>

#include <string>
#include <utility>

#include "corpus/base/error.h"

namespace broadsheet::indexer::segment {

/// The Error of kind `kind` for `error`, met while doing `action` ("write",
/// "merge") to the segment at `path`.
[[nodiscard]] Error translate(ErrorKind kind, const std::string& action,
                              const std::string& path,
                              const Xapian::Error& error);

/// Runs `work` and returns what it returns; a Xapian::Error it throws becomes
/// an Error.
template <typename Work>
auto translated(ErrorKind kind, const std::string& action,
                const std::string& path, Work&& work) {
  try {
    return std::forward<Work>(work)();
  } catch (const Xapian::Error& error) {
    throw translate(kind, action, path, error);
  }
}

}  // namespace broadsheet::indexer::segment
