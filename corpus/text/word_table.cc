#include "corpus/text/word_table.h"

#include <xxhash.h>

namespace broadsheet::text {
namespace {

constexpr std::size_t kFirstSlots = 512;

}  // namespace

std::uint64_t WordTable::hash_of(std::string_view word) {
  return XXH3_64bits(word.data(), word.size());
}

std::uint32_t WordTable::add(std::string_view word, std::uint64_t hash) {
  if (2 * (words_.size() + 1) > slots_.size()) grow();
  const auto place = static_cast<std::uint32_t>(words_.size());
  words_.push_back({letters_.size(), word.size()});
  letters_ += word;
  put(hash, place);
  return place;
}

void WordTable::clear() {
  slots_ = std::vector<Slot>();
  mask_ = 0;
  words_ = std::vector<Word>();
  // Assigned an empty string, it would keep its memory.
  std::string().swap(letters_);
}

void WordTable::put(std::uint64_t hash, std::uint32_t place) {
  std::size_t i = hash & mask_;
  while (slots_[i].place != kNone) i = (i + 1) & mask_;
  slots_[i] = {static_cast<std::uint32_t>(hash >> 32), place};
}

void WordTable::grow() {
  slots_.assign(slots_.empty() ? kFirstSlots : 2 * slots_.size(), {});
  mask_ = slots_.size() - 1;
  for (std::uint32_t place = 0; place < words_.size(); ++place) {
    put(hash_of(at(place)), place);
  }
}

}  // namespace broadsheet::text
