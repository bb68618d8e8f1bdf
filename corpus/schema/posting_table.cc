#include "corpus/schema/posting_table.h"

#include <limits>
#include <span>

namespace broadsheet::schema {
namespace {

// Of a robin_map's bucket for two numbers, about.
constexpr std::size_t kBytesOfFew = 16;

}  // namespace

void PostingTable::start_article() {
  if (article_ == std::numeric_limits<std::uint32_t>::max()) {
    for (Entry& entry : entries_) entry.article = 0;
    article_ = 0;
  }
  ++article_;
  used_.clear();
  places_.clear();
}

PostingTable::Entry& PostingTable::touched(text::FormId form) {
  const std::uint32_t place = place_of(form);
  Entry& entry = entries_[place];
  if (entry.article != article_) {
    entry.article = article_;
    entry.wdf = 0;
    entry.first = kNone;
    used_.push_back({form, place});
  }
  return entry;
}

void PostingTable::add(text::FormId form, std::uint32_t weight,
                       std::uint32_t position) {
  Entry& entry = touched(form);
  entry.wdf += weight;
  const auto place = static_cast<std::uint32_t>(places_.size());
  if (entry.first == kNone) {
    entry.first = place;
  } else {
    // A second reading of a word ("us" for US) may repeat a position.
    if (places_[entry.last].position == position) return;
    places_[entry.last].next = place;
  }
  entry.last = place;
  places_.push_back({position, kNone});
}

void PostingTable::append_posting(NumberedArticle& article,
                                  const Entry& entry) const {
  std::vector<std::uint32_t>& positions = article.positions;
  const std::size_t begin = positions.size();
  for (std::uint32_t i = entry.first; i != kNone; i = places_[i].next) {
    positions.push_back(places_[i].position);
  }
  article.postings.push_back(
      {entry.term, entry.wdf, std::span(positions).subspan(begin)});
}

void PostingTable::forget_stems() {
  for (Entry& entry : entries_) entry.noted_stem = text::kNoForm;
}

void PostingTable::forget_forms() {
  // {} would keep the memory.
  entries_ = std::vector<Entry>();
  few_ = tsl::robin_map<text::FormId, std::uint32_t>();
  used_ = std::vector<Used>();
  places_ = std::vector<Place>();
}

std::size_t PostingTable::memory() const {
  return entries_.capacity() * sizeof(Entry) +
         few_.bucket_count() * kBytesOfFew + used_.capacity() * sizeof(Used) +
         places_.capacity() * sizeof(Place);
}

}  // namespace broadsheet::schema
