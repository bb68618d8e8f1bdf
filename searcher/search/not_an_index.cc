#include "searcher/search/not_an_index.h"

#include <filesystem>
#include <system_error>

namespace broadsheet::searcher::search {
namespace {

namespace fs = std::filesystem;

// The files by which Xapian tells its own databases.
bool is_xapian_database(const fs::path& directory) {
  std::error_code ignored;
  for (const char* name : {"iamglass", "iamchert", "iamhoney", "XAPIANDB"}) {
    if (fs::exists(directory / name, ignored)) return true;
  }
  return false;
}

bool holds_generation(const fs::path& directory) {
  std::error_code error;
  for (fs::directory_iterator entry(directory, error), end;
       !error && entry != end; entry.increment(error)) {
    if (entry->path().filename().string().starts_with("generation-")) {
      return true;
    }
  }
  return false;
}

}  // namespace

Error not_an_index(const std::string& path) {
  const auto because = [&path](const std::string& reason) {
    return Error(ErrorKind::kIndex, path + " " + reason);
  };
  const std::string make =
      "; make an index with: broadsheet-index --index DIRECTORY PATH...";
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (status.type() == fs::file_type::not_found) {
    return {ErrorKind::kIndex, "no index found: " + path + " does not exist" +
                                   "; make it with: broadsheet-index --index " +
                                   path + " PATH..."};
  }
  if (error) return because("cannot be read: " + error.message());
  if (status.type() != fs::file_type::directory) {
    return because(
        "is a file, not an index, which is a directory that broadsheet-index "
        "makes" +
        make);
  }
  const fs::directory_iterator readable(path, error);
  if (error) return because("cannot be read: " + error.message());
  if (is_xapian_database(path)) {
    return because(
        "is a Xapian database of another program, not an index of Broadsheet" +
        make);
  }
  if (holds_generation(path)) {
    return because(
        "is a damaged index: its file CURRENT is missing; rebuild it with "
        "broadsheet-index");
  }
  return because("holds no index" + make);
}

}  // namespace broadsheet::searcher::search
