#include "corpus/schema/posting_table.h"

#include <limits>
#include <span>

namespace broadsheet::schema {
namespace {

// Of a robin_map's bucket for two numbers, about.
constexpr std::size_t kBytesOfFew = 16;

constexpr std::uint32_t kFirstRoom = 64;  // Forms of an article.

}  // namespace

void PostingTable::start_article() {
  if (article_ == std::numeric_limits<std::uint32_t>::max()) {
    for (Entry& entry : entries_) entry.article = 0;
    article_ = 0;
  }
  ++article_;
  used_count_ = 0;
  places_.clear();
}

std::uint32_t PostingTable::place_among_few(text::FormId form) {
  const auto next = static_cast<std::uint32_t>(entries_.size());
  const auto [found, is_new] = few_.try_emplace(form, next);
  if (is_new) entries_.emplace_back();
  return found->second;
}

void PostingTable::make_entries(text::FormId last) {
  entries_.resize(last + std::size_t{1});
}

void PostingTable::make_room() {
  used_room_ = 2 * used_room_ + kFirstRoom;
  used_.resize(used_room_);
}

// Each form gets a stretch of the article's positions, which go there in the
// order in which they came.
void PostingTable::append_postings(NumberedArticle& article) {
  std::vector<std::uint32_t>& positions = article.positions;
  std::size_t begin = positions.size();
  positions.resize(begin + places_.size());
  for (Used& used : std::span(used_).first(used_count_)) {
    const std::span stretch =
        std::span(positions).subspan(begin, used.positions);
    article.postings.push_back({used.term, used.wdf, stretch});
    begin += stretch.size();
    used.positions = static_cast<std::uint32_t>(begin);
  }
  // From the end, where each stretch is filled from.
  for (auto place = places_.rbegin(); place != places_.rend(); ++place) {
    positions[--used_[place->used].positions] = place->position;
  }
}

void PostingTable::forget_stems() {
  for (Entry& entry : entries_) entry.noted_stem = text::kNoForm;
}

void PostingTable::forget_forms() {
  // {} would keep the memory.
  entries_ = std::vector<Entry>();
  few_ = tsl::robin_map<text::FormId, std::uint32_t>();
  used_ = std::vector<Used>();
  used_count_ = 0;
  used_room_ = 0;
  places_ = std::vector<Place>();
}

std::size_t PostingTable::memory() const {
  return entries_.capacity() * sizeof(Entry) +
         few_.bucket_count() * kBytesOfFew + used_.capacity() * sizeof(Used) +
         places_.capacity() * sizeof(Place);
}

}  // namespace broadsheet::schema
