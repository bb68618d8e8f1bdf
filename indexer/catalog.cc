#include "indexer/catalog.h"

#include <algorithm>

#include "corpus/base/error.h"

namespace broadsheet::indexer {

void Catalog::add_segment(const std::vector<segment::Holding>& holdings) {
  entries_.reserve(entries_.size() + holdings.size());
  for (const segment::Holding& holding : holdings) {
    Entry entry;
    entry.content = holding.identity.content;
    entry.segment = segments_;
    entry.docid = holding.docid;
    if (!entries_.try_emplace(holding.identity.id, entry).second) {
      throw Error(ErrorKind::kIndex,
                  "the index holds the article " + to_hex(holding.identity.id) +
                      " twice: it is damaged; index the articles again into a "
                      "new directory");
    }
    ++held_;
  }
  ++segments_;
}

Verdict Catalog::judge(const schema::Identity& identity) const {
  const auto found = entries_.find(identity.id);
  if (found == entries_.end() || found->second.segment == kNone) {
    return Verdict::kNew;
  }
  return found->second.content == identity.content ? Verdict::kUnchanged
                                                   : Verdict::kChanged;
}

std::optional<Encounter> Catalog::meet(const schema::Identity& identity,
                                       const Encounter& encounter) {
  if (paths_.empty() || paths_.back() != encounter.origin.path) {
    paths_.push_back(encounter.origin.path);
  }
  Entry& entry = entries_.try_emplace(identity.id).first.value();
  std::optional<Encounter> earlier;
  if (entry.path != kNone) {
    earlier = Encounter{entry.verdict,
                        entry.place,
                        {paths_[entry.path], entry.record, entry.offset}};
  }
  entry.path = static_cast<std::uint32_t>(paths_.size() - 1);
  entry.place = encounter.place;
  entry.verdict = encounter.verdict;
  entry.record = encounter.origin.record;
  entry.offset = encounter.origin.offset;
  return earlier;
}

template <typename Wanted>
std::vector<std::vector<std::uint32_t>> Catalog::docids_of(
    Wanted is_wanted) const {
  std::vector<std::vector<std::uint32_t>> docids(segments_);
  for (const auto& [id, entry] : entries_) {
    if (entry.segment != kNone && is_wanted(entry)) {
      docids[entry.segment].push_back(entry.docid);
    }
  }
  for (std::vector<std::uint32_t>& list : docids) {
    std::sort(list.begin(), list.end());
  }
  return docids;
}

std::vector<std::vector<std::uint32_t>> Catalog::replaced() const {
  return docids_of([](const Entry& entry) {
    return entry.path != kNone && entry.verdict == Verdict::kChanged;
  });
}

std::vector<std::vector<std::uint32_t>> Catalog::unmet() const {
  return docids_of([](const Entry& entry) { return entry.path == kNone; });
}

}  // namespace broadsheet::indexer
