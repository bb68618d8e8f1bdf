// The directory of a segment that is being written: where its tables are, and
// what makes them a database.
#pragma once

#include <string>
#include <vector>

#include "corpus/glass/version_file.h"
#include "corpus/schema/manifest.h"

namespace broadsheet::indexer::segment {

class SegmentDirectory {
 public:
  /// Makes the new directory `path`. Throws Error.
  explicit SegmentDirectory(std::string path);

  [[nodiscard]] const std::string& path() const { return path_; }

  /// The path of the table `name`: "postlist".
  [[nodiscard]] std::string table(const char* name) const;

  /// Makes a database of `tables`, which stand in it, and returns what its
  /// files are; they are not synced. Throws Error.
  [[nodiscard]] std::vector<schema::SegmentFile> complete(
      const glass::Tables& tables, const glass::Statistics& statistics) const;

 private:
  std::string path_;
};

}  // namespace broadsheet::indexer::segment
