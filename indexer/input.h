// The input of a run: the files to read, in order, found before reading begins
// so that progress knows its end.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "corpus/article/origin.h"

namespace broadsheet::indexer {

/// What the file system says of a file, beside its size. Times are nanoseconds
/// since 1970.
struct FileState {
  std::uint64_t inode = 0;
  std::int64_t modified = 0;  ///< Its content.
  std::int64_t changed = 0;   ///< Its content, name or rights.
  std::int64_t seen = 0;      ///< When the file system said so.
};

struct InputFile {
  std::string path;
  std::uint64_t bytes = 0;  ///< Its size when it was found.
  FileState state{};
};

struct Input {
  std::vector<InputFile> files;
  std::vector<article::Problem> problems;  ///< Of the walk, in its order.
  std::uint64_t bytes = 0;                 ///< Of all files.
};

/// The files at and below `paths`. What this program writes is left out: the
/// files `own_files` and those below the directories `own_directories`, by
/// whatever name they are met. Throws Error (kInterrupted).
[[nodiscard]] Input find_input(const std::vector<std::string>& paths,
                               const std::vector<std::string>& own_directories,
                               const std::vector<std::string>& own_files);

}  // namespace broadsheet::indexer
