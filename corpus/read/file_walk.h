// The files below what the user named, in one stable order: directories are
// read whole and sorted by bytes, so that every run sees the same sequence.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "corpus/article/origin.h"

namespace broadsheet::read {

/// What a walk finds.
struct WalkVisitor {
  std::function<void(const std::string& path)> file;
  std::function<void(article::Problem problem)> problem;
};

/// Visits every regular file at or below each of `paths`, in order. Symbolic
/// links are followed only where the user named one, and the visitor is given
/// what such a link to a file points to; links below a directory are problems.
/// Hidden files (a leading '.') below a directory are passed over; what can't
/// be read, and FIFOs, sockets and devices, are problems. Each directory is
/// entered once, by device and inode. Depth is limited by memory, not by the
/// call stack or the longest path that the system takes. Throws Error if the
/// process runs out of file descriptors.
void walk_files(const std::vector<std::string>& paths,
                const WalkVisitor& visitor);

}  // namespace broadsheet::read
