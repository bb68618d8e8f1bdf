#include "indexer/leftovers.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <set>
#include <system_error>
#include <vector>

#include "corpus/base/error.h"
#include "corpus/base/file.h"
#include "corpus/schema/current.h"
#include "corpus/schema/index_names.h"
#include "indexer/index_directory.h"

namespace broadsheet::indexer {
namespace {

std::vector<std::string> names_in(const std::string& directory) {
  std::vector<std::string> names;
  std::error_code code;
  for (const auto& entry :
       std::filesystem::directory_iterator(directory, code)) {
    names.push_back(entry.path().filename().string());
  }
  if (code) throw system_error("list", directory, code.value());
  return names;
}

// "" if there is none; a damaged CURRENT is told when the index is opened.
std::string live_generation(const std::string& directory) {
  if (!schema::is_index(directory)) return {};
  const std::string path = directory + "/CURRENT";
  return schema::parse_current(read_file(path), path).generation;
}

// Removes the generation's file unless a reader holds it. A reader that comes
// in between finds its file without a name, and starts again.
bool remove_generation(const std::string& path) {
  const FileDescriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!file.is_open()) return false;
  if (::flock(file.number(), LOCK_EX | LOCK_NB) != 0) return false;
  return ::unlink(path.c_str()) == 0;
}

// Adds the segments and other files that the manifest at `path` names to
// `used`. Returns false if it can't be read: then nothing may be taken for
// unused.
bool note_used(const std::string& path, std::set<std::string>& used) {
  try {
    const schema::Manifest manifest =
        schema::parse_manifest(read_file(path), path);
    for (const schema::Segment& segment : manifest.segments) {
      used.insert(segment.name);
    }
    for (const schema::SegmentFile& file : schema::files_beside(manifest)) {
      used.insert(file.name);
    }
    return true;
  } catch (const Error&) {
    return false;
  }
}

std::uint64_t number_of(const std::string& name) {
  return std::strtoull(name.c_str() + name.find('-') + 1, nullptr, 10);
}

}  // namespace

void clear_leftovers(const std::string& directory) {
  const std::string live = live_generation(directory);
  const std::vector<std::string> names = names_in(directory);
  std::set<std::string> used;
  bool all_known = true;
  for (const std::string& name : names) {
    if (!schema::is_generation_name(name)) continue;
    const std::string path = directory + "/" + name;
    if (name != live && remove_generation(path)) continue;
    all_known = note_used(path, used) && all_known;
  }
  std::error_code ignored;
  for (const std::string& name : names) {
    const std::string path = directory + "/" + name;
    const bool unused =
        (schema::is_segment_name(name) || schema::is_beside_segments(name)) &&
        all_known && !used.contains(name);
    if (unused || is_private_name(name) || name == "CURRENT.tmp") {
      std::filesystem::remove_all(path, ignored);
    }
  }
}

void clear_replaced(const std::string& directory,
                    std::optional<schema::Published> replaced) {
  replaced.reset();
  try {
    clear_leftovers(directory);
  } catch (const Error&) {
    return;
  }
}

FreeNumbers free_numbers(const std::string& directory) {
  FreeNumbers free;
  for (const std::string& name : names_in(directory)) {
    if (schema::is_generation_name(name)) {
      free.generation = std::max(free.generation, number_of(name) + 1);
    } else if (schema::is_segment_name(name)) {
      free.segment = std::max(free.segment, number_of(name) + 1);
    }
  }
  return free;
}

}  // namespace broadsheet::indexer
