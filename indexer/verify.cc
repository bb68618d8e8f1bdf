#include "indexer/verify.h"

#include <fmt/format.h>

#include <filesystem>
#include <system_error>

#include "corpus/base/checksum.h"
#include "corpus/base/error.h"
#include "indexer/interruption.h"

namespace broadsheet::indexer {

std::string change_of(const std::string& directory,
                      const schema::SegmentFile& file) {
  const std::string path = directory + "/" + file.name;
  std::error_code code;
  const auto size = std::filesystem::file_size(path, code);
  if (code) return path + " can't be read: " + code.message();
  if (size != file.size) {
    return fmt::format("{} has {} bytes instead of {}", path, size, file.size);
  }
  try {
    if (hash128_of_file(path) != file.hash) {
      return path + " is not as it was published: its content has changed";
    }
  } catch (const Error& error) {
    return error.what();
  }
  return {};
}

std::vector<std::string> changed_files(const std::string& directory,
                                       const schema::Segment& segment) {
  std::vector<std::string> changes;
  for (const schema::SegmentFile& file : segment.files) {
    stop_if_interrupted();
    std::string change = change_of(directory + "/" + segment.name, file);
    if (!change.empty()) changes.push_back(std::move(change));
  }
  return changes;
}

void verify(const std::string& directory, const schema::Segment& segment) {
  const std::vector<std::string> changes = changed_files(directory, segment);
  if (changes.empty()) return;
  throw Error(ErrorKind::kIndex,
              changes.front() +
                  "; the index is damaged: index the articles again into a new "
                  "directory");
}

}  // namespace broadsheet::indexer
