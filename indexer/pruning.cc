#include "indexer/pruning.h"

#include <cstddef>
#include <utility>

#include "corpus/schema/record_codec.h"
#include "corpus/schema/stored_article.h"
#include "indexer/interruption.h"
#include "indexer/lasting_path.h"
#include "indexer/segment/segment_contents.h"

namespace broadsheet::indexer {
namespace {

using Paths = std::set<std::string, std::less<>>;

// Whether `path` is one of `paths` or below one: in a directory or an archive.
bool is_at_or_below(std::string_view path, const Paths& paths) {
  while (!path.empty()) {
    if (paths.contains(path)) return true;
    const std::size_t slash = path.rfind('/');
    if (slash == std::string_view::npos) return false;
    if (slash == 0) return paths.contains(std::string_view("/"));
    path = path.substr(0, slash);
  }
  return false;
}

// Where `path` leads, without a final slash or dot.
std::string lasting(const std::string& path) {
  std::string plain = LastingPaths().path(path + "/.");
  plain.resize(plain.size() - 2);
  return plain.empty() ? "/" : plain;
}

}  // namespace

PruningScope::PruningScope(const std::vector<std::string>& paths) {
  LastingPaths files;
  for (const std::string& path : paths) {
    paths_.insert(lasting(path));
    paths_.insert(files.path(path));
  }
}

void PruningScope::leave_out(const std::string& path) {
  left_out_.insert(lasting(path));
  left_out_.insert(LastingPaths().path(path));
}

bool PruningScope::contains(std::string_view path) const {
  return is_at_or_below(path, paths_) && !is_at_or_below(path, left_out_);
}

std::vector<std::vector<std::uint32_t>> vanished(
    const schema::Published& live, const PruningScope& scope,
    const std::vector<std::vector<std::uint32_t>>& unmet) {
  schema::RecordUnpacker unpacker = schema::record_unpacker(live);
  std::vector<std::vector<std::uint32_t>> gone(unmet.size());
  for (std::size_t i = 0; i < unmet.size(); ++i) {
    segment::for_each_stored_of(
        live.directory + "/" + live.manifest.segments[i].name, unmet[i],
        [&](std::uint32_t docid, const std::string& stored) {
          stop_if_interrupted();
          const schema::StoredArticle article =
              schema::decode_stored(unpacker.unpack(stored));
          if (scope.contains(article.article.origin.path)) {
            gone[i].push_back(docid);
          }
        });
  }
  return gone;
}

}  // namespace broadsheet::indexer
