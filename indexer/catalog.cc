#include "indexer/catalog.h"

#include <algorithm>

#include "corpus/base/error.h"

namespace broadsheet::indexer {

void Catalog::add_segment(const std::vector<segment::Holding>& holdings) {
  for (const segment::Holding& holding : holdings) {
    if (numbers_.number(holding.identity.id) != live_.size()) {
      throw Error(ErrorKind::kIndex,
                  "the index holds the article " + to_hex(holding.identity.id) +
                      " twice: it is damaged; index the articles again into a "
                      "new directory");
    }
    live_.push_back({holding.identity.content, segments_, holding.docid});
  }
  ++segments_;
}

Verdict Catalog::judge(const schema::Identity& identity) const {
  const std::uint32_t number = numbers_.find(identity.id);
  if (number >= live_.size()) return Verdict::kNew;
  return live_[number].content == identity.content ? Verdict::kUnchanged
                                                   : Verdict::kChanged;
}

std::optional<Encounter> Catalog::meet(const Hash128& article,
                                       const Encounter& encounter) {
  if (paths_.empty() || paths_.back() != encounter.origin.path) {
    paths_.push_back(encounter.origin.path);
    path_bytes_ += paths_.back().capacity() + sizeof(std::string);
  }
  const std::uint32_t number = numbers_.number(article);
  while (met_.size() <= number) met_.push_back({});
  Met& here = met_[number];
  std::optional<Encounter> earlier;
  if (here.path != kNone) {
    earlier = Encounter{here.verdict,
                        here.place,
                        {paths_[here.path], here.record, here.offset}};
  }
  here = {static_cast<std::uint32_t>(paths_.size() - 1), encounter.place,
          encounter.verdict, encounter.origin.record, encounter.origin.offset};
  return earlier;
}

std::size_t Catalog::memory() const {
  return numbers_.memory() + live_.memory() + met_.memory() + path_bytes_;
}

template <typename Wanted>
std::vector<std::vector<std::uint32_t>> Catalog::docids_of(
    Wanted is_wanted) const {
  std::vector<std::vector<std::uint32_t>> docids(segments_);
  for (std::uint32_t number = 0; number < live_.size(); ++number) {
    if (is_wanted(met(number))) {
      docids[live_[number].segment].push_back(live_[number].docid);
    }
  }
  for (std::vector<std::uint32_t>& list : docids) {
    std::sort(list.begin(), list.end());
  }
  return docids;
}

std::vector<std::vector<std::uint32_t>> Catalog::replaced() const {
  return docids_of([](const Met& article) {
    return article.path != kNone && article.verdict == Verdict::kChanged;
  });
}

std::vector<std::vector<std::uint32_t>> Catalog::unmet() const {
  return docids_of([](const Met& article) { return article.path == kNone; });
}

}  // namespace broadsheet::indexer
