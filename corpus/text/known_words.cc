#include "corpus/text/known_words.h"

#include <xxhash.h>

#include <algorithm>
#include <utility>

namespace broadsheet::text {
namespace {

constexpr std::size_t kFirstRows = 512;

}  // namespace

std::uint64_t KnownWords::hash_of(std::string_view word) {
  return XXH3_64bits(word.data(), word.size());
}

void KnownWords::add(std::string_view word, std::uint64_t hash,
                     std::span<const Form> forms) {
  if (4 * (size_ + 1) > 3 * rows_.size()) grow();
  Row& row = free_row(hash);
  row.mark = static_cast<std::uint32_t>(hash >> 32);
  row.size = static_cast<std::uint32_t>(word.size());
  if (word.size() <= kRowLetters && forms.size() == 1) {
    row.form = forms.front();
    std::ranges::copy(word, row.letters.begin());
  } else {
    row.apart = static_cast<std::uint32_t>(apart_.size());
    apart_.push_back({letters_.size(), forms_.size(), forms.size()});
    letters_ += word;
    forms_.insert(forms_.end(), forms.begin(), forms.end());
  }
  ++size_;
  bytes_ += word.size();
}

void KnownWords::clear() {
  KnownWords none;  // Assigned an empty string, one would keep its memory.
  std::swap(*this, none);
}

KnownWords::Row& KnownWords::free_row(std::uint64_t hash) {
  std::size_t i = hash & mask_;
  while (rows_[i].size != 0) i = (i + 1) & mask_;
  return rows_[i];
}

void KnownWords::grow() {
  std::vector<Row> old(rows_.empty() ? kFirstRows : 2 * rows_.size());
  std::swap(old, rows_);
  mask_ = rows_.size() - 1;
  for (const Row& row : old) {
    if (row.size != 0) free_row(hash_of(letters_of(row))) = row;
  }
}

}  // namespace broadsheet::text
