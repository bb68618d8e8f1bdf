// A finished segment as something to copy from: which of its articles are to be
// kept, how long they are, and under which docids they go on.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "corpus/glass/table_reader.h"
#include "corpus/glass/version_file.h"
#include "indexer/segment/postlist_cursor.h"
#include "indexer/segment/removed_articles.h"

namespace broadsheet::indexer::segment {

class SegmentSource {
 public:
  /// The segment at `path` without the articles `removed`. Reads the lengths of
  /// all articles. Throws Error (kIndex) if it is damaged or no segment.
  SegmentSource(std::string path, RemovedArticles removed);

  /// Whether its tables stand in order, so that they can be copied from.
  [[nodiscard]] bool can_be_copied() const { return version_.is_sequential(); }

  [[nodiscard]] const std::string& path() const { return path_; }
  [[nodiscard]] const glass::VersionFile& version() const { return version_; }
  [[nodiscard]] const RemovedArticles& removed() const { return removed_; }

  /// Whether article `docid` is there and to be kept.
  [[nodiscard]] bool keeps(std::uint32_t docid) const {
    return docid < lengths_.size() && lengths_[docid] != kNotThere;
  }
  /// Of a kept article.
  [[nodiscard]] std::uint32_t length(std::uint32_t docid) const {
    return lengths_[docid];
  }
  /// The highest docid of a kept article; 0: none is kept.
  [[nodiscard]] std::uint32_t last_kept() const {
    return static_cast<std::uint32_t>(lengths_.size()) - 1;
  }

  /// The tables. Those that are not there read as empty.
  [[nodiscard]] PostlistCursor postlist() const;
  [[nodiscard]] bool has(const glass::FoundRoot& root) const {
    return root.root.entries > 0;
  }
  [[nodiscard]] glass::TableReader table(const char* name,
                                         const glass::FoundRoot& root) const;

 private:
  static constexpr std::uint32_t kNotThere = 0xFFFFFFFF;

  void read_lengths();

  std::string path_;
  RemovedArticles removed_;
  glass::VersionFile version_;
  std::vector<std::uint32_t> lengths_;  // By docid, up to the last one kept.
};

}  // namespace broadsheet::indexer::segment
