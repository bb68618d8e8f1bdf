#include "indexer/segment/segment_directory.h"

#include <sys/stat.h>

#include <cerrno>
#include <filesystem>
#include <utility>

#include "corpus/base/error.h"
#include "corpus/base/file.h"
#include "corpus/glass/block_file.h"

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

std::vector<schema::SegmentFile> SegmentDirectory::complete(
    const glass::Tables& tables, const glass::Statistics& statistics) const {
  struct Table {
    const glass::TableRoot& root;
    const char* name;
    bool is_made_when_used = false;  // By stock Xapian.
  };
  std::vector<schema::SegmentFile> files;
  for (const auto& [root, name, is_made_when_used] :
       {Table{tables.postlist, "postlist"},
        {tables.docdata, "docdata", true},
        {tables.termlist, "termlist"},
        {tables.position, "position", true},
        {tables.synonym, "synonym", true}}) {
    if (is_made_when_used && root.entries == 0) {
      std::filesystem::remove(table(name));
      continue;
    }
    files.push_back({std::string(name) + ".glass",
                     std::uint64_t{root.blocks} * glass::kBlockBytes,
                     root.hash.value()});
  }
  const std::string bytes =
      glass::encode_version_file(tables, statistics, glass::random_uuid());
  const std::string name = "iamglass";
  write_all(create_file(path_ + "/" + name), bytes, path_ + "/" + name);
  files.push_back({name, bytes.size(), hash128(bytes)});
  return files;
}

}  // namespace broadsheet::indexer::segment
