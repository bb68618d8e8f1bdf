// Paths that mean the same file tomorrow and from another directory: what the
// index keeps of where an article came from, and knows an article without an id
// by.
#pragma once

#include <string>

namespace broadsheet::indexer {

/// Remembers the last directory, as files come directory by directory. Not for
/// two threads.
class LastingPaths {
 public:
  /// `path` as an absolute one whose directory has no symbolic links, "." or
  /// "..". The file itself may be a link. Where the directory can't be
  /// resolved any more, an absolute path as it stands.
  [[nodiscard]] std::string path(const std::string& path);

 private:
  std::string last_named_;     // As given, up to the last slash.
  std::string last_resolved_;  // With a final slash; empty at first.
};

}  // namespace broadsheet::indexer
