// What is not on disk yet, and its loss.
//
// Until a file is synced, what was written to it since its last sync may be
// lost; until a directory is synced, so may names that were made or changed in
// it. The worst of all that is done: files are cut to their synced size, and
// renames and new names are undone from the last to the first. A file system
// may keep any part of it, so each loss may be left to chance, one in two.
#pragma once

#include <sys/types.h>

#include <map>
#include <random>
#include <string>
#include <vector>

namespace broadsheet::tests {

/// Not for two threads. Paths are absolute.
class UnsyncedChanges {
 public:
  /// A file or directory was made.
  void made(const std::string& path);

  /// `kept` is a second name of what was at `to` before, or "".
  void renamed(const std::string& from, const std::string& to,
               const std::string& kept);

  void removed(const std::string& path);

  /// The open `file` at `path`, a directory or a regular file, is on disk.
  void synced(int file, const std::string& path);

  /// From now on each loss happens by chance.
  void leave_to_chance(unsigned seed);

  /// Loses what is not on disk.
  void lose();

 private:
  /// A new name in a directory.
  struct Change {
    enum class Kind : unsigned char { kNewName, kRename };
    Kind kind = Kind::kNewName;
    std::string path;  // The new name.
    std::string from;  // Of a rename.
    std::string kept;  // A second name of what the rename replaced, or "".
  };

  bool is_lost() { return !by_chance_ || (random_() & 1) != 0; }

  bool by_chance_ = false;
  std::minstd_rand random_;
  std::map<std::string, off_t> synced_;  // Bytes on disk of files not whole.
  std::vector<Change> changes_;          // In the order they were made.
};

}  // namespace broadsheet::tests
