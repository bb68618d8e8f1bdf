#include "indexer/segment/segment_source.h"

#include <optional>
#include <utility>

#include "corpus/base/error.h"
#include "corpus/base/file.h"
#include "corpus/glass/integers.h"

namespace broadsheet::indexer::segment {
namespace {

glass::VersionFile version_of(const std::string& segment) {
  const std::string path = segment + "/iamglass";
  const auto version = glass::decode_version_file(read_file(path));
  if (!version) {
    throw Error(ErrorKind::kIndex,
                path + " is damaged: it describes no glass database");
  }
  return *version;
}

}  // namespace

SegmentSource::SegmentSource(std::string path, RemovedArticles removed)
    : path_(std::move(path)),
      removed_(std::move(removed)),
      version_(version_of(path_)) {
  if (can_be_copied()) read_lengths();
}

PostlistCursor SegmentSource::postlist() const {
  return PostlistCursor(table("postlist", version_.postlist));
}

glass::TableReader SegmentSource::table(const char* name,
                                        const glass::FoundRoot& root) const {
  return glass::TableReader(path_ + "/" + name + ".glass", root.block_bytes);
}

void SegmentSource::read_lengths() {
  lengths_.assign(1, kNotThere);
  if (!has(version_.postlist)) return;
  for (PostlistCursor lists = postlist(); !lists.at_end(); lists.next()) {
    if (lists.kind() == PostlistCursor::Kind::kTerm) break;
    if (lists.kind() != PostlistCursor::Kind::kLengths) continue;
    for (const glass::PostingStretch& stretch : lists.stretches()) {
      // A damaged table must not ask for all the memory there is.
      if (stretch.last_docid < stretch.first_docid ||
          stretch.last_docid > version_.statistics.last_docid) {
        lists.throw_damaged();
      }
      std::string_view in = stretch.postings;
      std::uint32_t docid = stretch.first_docid;
      for (;;) {
        std::uint64_t length = 0;
        if (!glass::take_varint(in, length)) lists.throw_damaged();
        if (!removed_.contains(docid)) {
          lengths_.resize(docid, kNotThere);
          lengths_.push_back(static_cast<std::uint32_t>(length));
        }
        std::uint64_t gap = 0;
        if (in.empty()) break;
        if (!glass::take_varint(in, gap)) lists.throw_damaged();
        docid += static_cast<std::uint32_t>(gap) + 1;
        if (docid > stretch.last_docid) lists.throw_damaged();
      }
    }
  }
}

}  // namespace broadsheet::indexer::segment
