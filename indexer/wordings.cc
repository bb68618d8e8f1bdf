#include "indexer/wordings.h"

#include <algorithm>
#include <cstring>
#include <string_view>
#include <type_traits>
#include <utility>

namespace broadsheet::indexer {
namespace {

// A wording in the file, which no other program reads: this, then triples, then
// facts. As they were gathered: half of all articles are not like any other,
// and theirs need never be settled.
struct Head {
  std::uint32_t triples = 0;
  std::uint32_t facts = 0;
  std::uint32_t words = 0;
  std::uint32_t numbers = 0;
};

template <class Value>
std::string_view bytes_of(const Value* values, std::size_t count) {
  return {reinterpret_cast<const char*>(values), count * sizeof(Value)};
}

}  // namespace

void WordingBatch::add(const segment::ArticleRow& article,
                       const schema::Wording& wording) {
  const std::size_t begin = bytes_.size();
  const OverlapPrints prints(wording.triples);
  fine_prints_ += bytes_of(&prints.fine, 1);
  const Head head{static_cast<std::uint32_t>(wording.triples.size()),
                  static_cast<std::uint32_t>(wording.facts.size()),
                  wording.words, wording.numbers};
  bytes_ += bytes_of(&head, 1);
  bytes_ += bytes_of(wording.triples.data(), wording.triples.size());
  bytes_ += bytes_of(wording.facts.data(), wording.facts.size());
  articles_.push_back(
      {article, begin, static_cast<std::uint32_t>(bytes_.size() - begin),
       static_cast<std::uint32_t>(articles_.size()), prints.print});
}

void WordingBatch::clear() {
  bytes_.clear();
  fine_prints_.clear();
  articles_.clear();
}

void Wordings::add(const WordingBatch& batch) {
  if (batch.articles_.empty()) return;
  const std::lock_guard lock(mutex_);
  const std::uint64_t begin = file_.append(batch.bytes_);
  fine_prints_.append(batch.fine_prints_);
  const auto first = static_cast<std::uint32_t>(kept_.size());
  for (const KeptWording& article : batch.articles_) {
    kept_.push_back(article);
    kept_[kept_.size() - 1].offset += begin;
    kept_[kept_.size() - 1].number += first;
  }
}

void Wordings::close() {
  // Of most articles the fine print is read, in no order.
  fine_prints_.will_read(0, fine_prints_.size());
  by_identity_.reserve(kept_.size());
  for (std::uint32_t i = 0; i < kept_.size(); ++i) {
    by_identity_.push_back({kept_[i].article.identity.high, i});
  }
  std::ranges::sort(by_identity_, [this](const Entry& a, const Entry& b) {
    if (a.half != b.half) return a.half < b.half;
    const segment::ArticleRow& first = kept_[a.article].article;
    const segment::ArticleRow& second = kept_[b.article].article;
    return std::pair(first.identity.low, first.docid) <
           std::pair(second.identity.low, second.docid);
  });
}

const KeptWording* Wordings::find(const Hash128& identity) const {
  const KeptWording* found = nullptr;
  // Not equal_range: Clang 14 knows no subrange of this library.
  auto entry =
      std::ranges::lower_bound(by_identity_, identity.high, {}, &Entry::half);
  for (; entry != by_identity_.end() && entry->half == identity.high; ++entry) {
    const KeptWording& kept = kept_[entry->article];
    if (kept.article.identity == identity) found = &kept;
  }
  return found;
}

std::vector<const KeptWording*> Wordings::all() const {
  std::vector<const KeptWording*> all;
  all.reserve(by_identity_.size());
  for (const Entry& entry : by_identity_) {
    const KeptWording& kept = kept_[entry.article];
    if (!all.empty() && all.back()->article.identity == kept.article.identity) {
      all.pop_back();
    }
    all.push_back(&kept);
  }
  std::ranges::sort(
      all, {}, [](const KeptWording* kept) { return kept->article.docid; });
  return all;
}

std::size_t Wordings::memory() const {
  const std::lock_guard lock(mutex_);
  return kept_.memory() + by_identity_.capacity() * sizeof(Entry);
}

FineOverlapPrint Wordings::read_print(const KeptWording& kept) const {
  FineOverlapPrint print;
  static_assert(std::is_trivially_copyable_v<FineOverlapPrint>);
  fine_prints_.read(std::uint64_t{kept.number} * sizeof(print),
                    reinterpret_cast<char*>(&print), sizeof(print));
  return print;
}

schema::Wording Wordings::read(const KeptWording& kept) const {
  std::string bytes(kept.bytes, '\0');
  file_.read(kept.offset, bytes.data(), bytes.size());
  const char* from = bytes.data();
  const auto take = [&]<class Value>(Value* values, std::size_t count) {
    if (count == 0) return;
    std::memcpy(values, from, count * sizeof(Value));
    from += count * sizeof(Value);
  };
  Head head;
  take(&head, 1);
  schema::Wording wording;
  wording.words = head.words;
  wording.numbers = head.numbers;
  wording.triples.resize(head.triples);
  take(wording.triples.data(), head.triples);
  wording.facts.resize(head.facts);
  take(wording.facts.data(), head.facts);
  wording.settle();
  return wording;
}

}  // namespace broadsheet::indexer
