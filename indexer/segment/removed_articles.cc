#include "indexer/segment/removed_articles.h"

#include "corpus/glass/integers.h"

namespace broadsheet::indexer::segment {

using glass::take_varint;

RemovedArticles::RemovedArticles(std::vector<std::uint32_t> docids)
    : docids_(std::move(docids)) {
  std::sort(docids_.begin(), docids_.end());
}

bool RemovedArticles::any_within(std::uint32_t first,
                                 std::uint32_t last) const {
  const auto found = std::lower_bound(docids_.begin(), docids_.end(), first);
  return found != docids_.end() && *found <= last;
}

ThinnedStretch without(const glass::PostingStretch& stretch,
                       const RemovedArticles& removed) {
  ThinnedStretch thinned;
  const char* in = stretch.postings.data();
  const char* end = in + stretch.postings.size();
  std::uint32_t docid = stretch.first_docid;
  while (true) {
    const std::uint64_t wdf = take_varint(in);
    if (!removed.contains(docid)) {
      if (thinned.articles++ == 0) {
        thinned.first_docid = docid;
      } else {
        glass::append_varint(thinned.postings, docid - thinned.last_docid - 1);
      }
      glass::append_varint(thinned.postings, wdf);
      thinned.occurrences += wdf;
      thinned.last_docid = docid;
    } else {
      ++thinned.removed_articles;
      thinned.removed_occurrences += wdf;
    }
    if (in == end) return thinned;
    docid += static_cast<std::uint32_t>(take_varint(in)) + 1;
  }
}

}  // namespace broadsheet::indexer::segment
