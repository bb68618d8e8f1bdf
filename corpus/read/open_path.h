// Opening what a path names, whatever it turns out to be: never waiting for a
// FIFO's other end, never through a link put in the path's last place, and at
// any length of path.
#pragma once

#include <string>
#include <variant>

#include "corpus/base/file.h"

namespace broadsheet::read {

/// What opening met instead of a file: the errno value.
struct OpenFailure {
  int number = 0;
};

/// Opens `path` for reading; with `directory`, only if it is one. Paths beyond
/// the system's limit are opened a part at a time. A symbolic link in the last
/// place gives ELOOP.
[[nodiscard]] std::variant<FileDescriptor, OpenFailure> open_path(
    const std::string& path, bool directory);

/// What a failure means, for people: "no permission to read it".
[[nodiscard]] std::string explain(OpenFailure failure);

}  // namespace broadsheet::read
