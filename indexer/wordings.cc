#include "indexer/wordings.h"

#include <utility>

namespace broadsheet::indexer {
namespace {

std::size_t memory_of(const schema::Wording& wording) {
  return sizeof(std::uint32_t) *
         (wording.triples.capacity() + wording.facts.capacity());
}

}  // namespace

void Wordings::add(std::vector<WordedArticle> articles) {
  const std::lock_guard lock(mutex_);
  for (WordedArticle& article : articles) {
    Entry& entry = entries_.try_emplace(article.identity).first.value();
    if (article.place < entry.place) continue;
    if (entry.is_kept) memory_left_ += memory_of(entry.wording);
    const std::size_t bytes = memory_of(article.wording);
    const bool is_kept = bytes <= memory_left_;
    if (is_kept) memory_left_ -= bytes;
    entry = {article.place, is_kept,
             is_kept ? std::move(article.wording) : schema::Wording{}};
  }
}

bool Wordings::has(const Hash128& identity) const {
  return entries_.contains(identity);
}

schema::Wording* Wordings::find(const Hash128& identity) {
  const auto found = entries_.find(identity);
  if (found == entries_.end() || !found->second.is_kept) return nullptr;
  return &found.value().wording;
}

}  // namespace broadsheet::indexer
