// The index directory as its one writer has it: made if need be, locked, with a
// private place to build in. schema/manifest.h tells what readers see of it.
#pragma once

#include <string>

#include "corpus/base/file.h"

namespace broadsheet::indexer {

/// The directory `path`, without a final '/', created with its parents if it is
/// not there, which is then on disk. Throws Error: kIndex if it is a file, or a
/// directory that is neither an index nor empty; kInputOutput if it can't be
/// made.
[[nodiscard]] std::string prepare_index_directory(const std::string& path);

/// Whether `name`, an entry of an index directory, is of the making of writers.
[[nodiscard]] bool is_private_name(const std::string& name);  ///< "tmp-<pid>".
[[nodiscard]] bool is_index_entry(const std::string& name);

/// The right to write an index; it ends with the process at the latest.
class WriterLock {
 public:
  /// Takes the lock of `directory`. Throws Error (kLocked) with the holder's
  /// pid if another process has it.
  explicit WriterLock(const std::string& directory);
  ~WriterLock();
  WriterLock(const WriterLock&) = delete;
  WriterLock& operator=(const WriterLock&) = delete;

 private:
  FileDescriptor file_;
};

/// A directory of this process below the index directory, removed with all it
/// holds at the end of its life.
class PrivateDirectory {
 public:
  /// Throws Error.
  explicit PrivateDirectory(const std::string& index_directory);
  ~PrivateDirectory();
  PrivateDirectory(const PrivateDirectory&) = delete;
  PrivateDirectory& operator=(const PrivateDirectory&) = delete;

  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  std::string path_;
};

}  // namespace broadsheet::indexer
