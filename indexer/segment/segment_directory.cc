#include "indexer/segment/segment_directory.h"

#include <sys/stat.h>

#include <cerrno>
#include <filesystem>
#include <utility>

#include "corpus/base/error.h"
#include "corpus/base/file.h"

namespace broadsheet::indexer::segment {

SegmentDirectory::SegmentDirectory(std::string path) : path_(std::move(path)) {
  constexpr mode_t kAll = 0777;  // Less what the umask takes away.
  if (::mkdir(path_.c_str(), kAll) != 0) {
    throw system_error("create", path_, errno);
  }
}

std::string SegmentDirectory::table(const char* name) const {
  return path_ + "/" + name + ".glass";
}

void SegmentDirectory::complete(const glass::Tables& tables,
                                const glass::Statistics& statistics) const {
  // Tables that stock Xapian makes only when they are used.
  for (const auto& [root, name] : {std::pair{&tables.docdata, "docdata"},
                                   {&tables.position, "position"},
                                   {&tables.synonym, "synonym"}}) {
    if (root->entries == 0) std::filesystem::remove(table(name));
  }
  const std::string version_file = path_ + "/iamglass";
  write_all(
      create_file(version_file),
      glass::encode_version_file(tables, statistics, glass::random_uuid()),
      version_file);
}

}  // namespace broadsheet::indexer::segment
