#include "corpus/schema/published.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <utility>

#include "corpus/base/error.h"
#include "corpus/schema/current.h"
#include "corpus/schema/damaged_index.h"
#include "corpus/text/analyzer.h"

namespace broadsheet::schema {
namespace {

// CURRENT is some 60 bytes long; what is longer is none.
constexpr std::size_t kLongestCurrent = 256;

// A writer that replaces the generation between two steps of a reader makes it
// start again. More than a few rounds of that are not a race but a fault.
constexpr int kRounds = 50;
constexpr std::chrono::milliseconds kPause{2};

Current read_current(const std::string& directory) {
  const std::string path = directory + "/CURRENT";
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0 &&
      (errno == ENOENT || errno == ENOTDIR)) {
    if (::stat(directory.c_str(), &status) != 0) {
      throw Error(ErrorKind::kIndex,
                  "there is no index at " + directory +
                      ": make one with broadsheet-index --index " + directory +
                      " PATH...");
    }
    if (!S_ISDIR(status.st_mode)) {
      throw Error(ErrorKind::kIndex,
                  directory + " is not an index: an index is a directory");
    }
    throw Error(ErrorKind::kIndex,
                directory +
                    " holds no index: it has no file CURRENT; make one "
                    "with broadsheet-index --index " +
                    directory + " PATH...");
  }
  const FileDescriptor file = open_for_reading(path);
  std::string text(kLongestCurrent, '\0');
  text.resize(read_some(file, text.data(), text.size(), path));
  return parse_current(text, path);
}

// Opens a generation's file and says to writers that it is in use. Nothing if
// it is gone or just going: the writer that removes it holds the other lock.
FileDescriptor hold_generation(const std::string& path) {
  FileDescriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!file.is_open()) {
    if (errno == ENOENT) return {};
    throw system_error("open", path, errno);
  }
  while (::flock(file.number(), LOCK_SH | LOCK_NB) != 0) {
    if (errno == EWOULDBLOCK) return {};
    // A file system without locks is read without one.
    if (errno != EINTR) break;
  }
  struct stat status {};
  if (::fstat(file.number(), &status) != 0) {
    throw system_error("examine", path, errno);
  }
  return status.st_nlink == 0 ? FileDescriptor() : std::move(file);
}

std::string read_all(const FileDescriptor& file, const std::string& path) {
  std::string content;
  char piece[8192];
  while (const std::size_t got = read_some(file, piece, sizeof piece, path)) {
    content.append(piece, got);
  }
  return content;
}

void check_file(const std::string& directory, const SegmentFile& file) {
  const std::string path = directory + "/" + file.name;
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) {
    if (errno == ENOENT || errno == ENOTDIR) {
      throw_damaged_index(path, "is missing");
    }
    throw system_error("examine", path, errno);
  }
  if (!S_ISREG(status.st_mode)) throw_damaged_index(path, "is not a file");
  if (static_cast<std::uint64_t>(status.st_size) != file.size) {
    throw_damaged_index(path, fmt::format("has {} bytes instead of {}",
                                          status.st_size, file.size));
  }
}

void check_unchanged(std::string_view bytes, const SegmentFile& file,
                     const std::string& path) {
  if (hash128(bytes) == file.hash) return;
  throw_damaged_index(path, "differs from what was published");
}

std::string read_unchanged(const std::string& directory,
                           const SegmentFile& file) {
  const std::string path = directory + "/" + file.name;
  std::string bytes = read_file(path);
  check_unchanged(bytes, file, path);
  return bytes;
}

void check_files(const std::string& root, const Manifest& manifest) {
  for (const Segment& segment : manifest.segments) {
    for (const SegmentFile& file : segment.files) {
      check_file(root + "/" + segment.name, file);
      // It says how deep the tables are, and Xapian believes it: a wrong bit
      // there leads it out of its memory.
      if (file.name == "iamglass") {
        static_cast<void>(read_unchanged(root + "/" + segment.name, file));
      }
    }
  }
  if (manifest.dictionary) check_file(root, *manifest.dictionary);
  if (manifest.stories) check_file(root, *manifest.stories);
}

}  // namespace

Published open_published(const std::string& directory) {
  std::string root = directory;
  while (root.size() > 1 && root.ends_with('/')) root.pop_back();

  std::optional<Current> before;
  for (int round = 0; round < kRounds; ++round) {
    const Current current = read_current(root);
    const std::string path = root + "/" + current.generation;
    FileDescriptor hold = hold_generation(path);
    if (!hold.is_open()) {
      // Gone twice while CURRENT stayed: no writer is at work.
      if (before == current && ::access(path.c_str(), F_OK) != 0) {
        throw_damaged_index(path, "is missing");
      }
      before = current;
      std::this_thread::sleep_for(kPause);
      continue;
    }
    const std::string json = read_all(hold, path);
    if (hash128(json) != current.hash) {
      throw_damaged_index(path, "differs from what CURRENT says of it");
    }
    Manifest manifest = parse_manifest(json, path);
    if (manifest.analysis != text::kAnalysisVersion) {
      throw Error(ErrorKind::kIndex,
                  fmt::format("{}: the index was made by analysis {}, this "
                              "program has analysis {}; index the articles "
                              "again into a new directory",
                              root, manifest.analysis, text::kAnalysisVersion));
    }
    check_files(root, manifest);
    return {root, std::move(manifest), std::move(hold)};
  }
  throw Error(ErrorKind::kIndex,
              root + " was replaced again and again while it was opened");
}

std::string read_dictionary(const Published& published) {
  const std::optional<SegmentFile>& file = published.manifest.dictionary;
  return file ? read_unchanged(published.directory, *file) : "";
}

RecordUnpacker record_unpacker(const Published& published) {
  const std::optional<SegmentFile>& file = published.manifest.dictionary;
  if (!file) return RecordUnpacker(std::string());
  const std::string path = published.directory + "/" + file->name;
  MappedFile mapped(path);
  check_unchanged(mapped.bytes(), *file, path);
  return RecordUnpacker(std::move(mapped));
}

StoryTable read_stories(const Published& published) {
  const std::optional<SegmentFile>& file = published.manifest.stories;
  if (!file) return {};
  return {read_unchanged(published.directory, *file),
          published.directory + "/" + file->name};
}

StoryTable open_stories(const Published& published) {
  const std::optional<SegmentFile>& file = published.manifest.stories;
  if (!file) return {};
  const std::string path = published.directory + "/" + file->name;
  MappedFile mapped(path);
  if (mapped.bytes().size() != file->size) {
    throw_damaged_index(path, "has not the size that was published");
  }
  return {std::move(mapped), path};
}

std::string read_stamps(const Published& published) {
  const std::optional<SegmentFile>& file = published.manifest.stamps;
  if (!file) return "";
  try {
    return read_unchanged(published.directory, *file);
  } catch (const Error&) {
    return "";
  }
}

bool is_index(const std::string& directory) {
  struct stat status {};
  return ::stat((directory + "/CURRENT").c_str(), &status) == 0 &&
         S_ISREG(status.st_mode);
}

}  // namespace broadsheet::schema
