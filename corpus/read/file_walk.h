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
/// links are followed only where the user named one; hidden files (a leading
/// '.') below a directory are passed over; what can't be read, and FIFOs,
/// sockets and devices, are problems. Each directory is entered once, by device
/// and inode. Depth is limited by memory, not by the call stack.
void walk_files(const std::vector<std::string>& paths,
                const WalkVisitor& visitor);

}  // namespace broadsheet::read
