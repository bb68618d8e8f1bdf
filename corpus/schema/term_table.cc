#include "corpus/schema/term_table.h"

#include <xxhash.h>

#include <algorithm>

namespace broadsheet::schema {
namespace {

constexpr std::size_t kPageBytes = std::size_t{64} << 10;

}  // namespace

std::size_t TermTable::HashOfBytes::operator()(std::string_view bytes) const {
  return XXH3_64bits(bytes.data(), bytes.size());
}

TermId TermTable::id(std::string_view term) {
  const auto found = ids_.find(term);
  if (found != ids_.end()) return found->second;
  const auto id = static_cast<TermId>(texts_.size());
  texts_.push_back(copy(term));
  ids_.emplace(texts_.back(), id);
  return id;
}

std::string_view TermTable::copy(std::string_view term) {
  if (pages_.empty() || term.size() > page_left_) {
    page_left_ = std::max(kPageBytes, term.size());
    pages_.push_back(std::make_unique<char[]>(page_left_));
    // Terms are put at a page's end first: what is left is its beginning.
  }
  page_left_ -= term.size();
  char* place = pages_.back().get() + page_left_;
  std::copy(term.begin(), term.end(), place);
  return {place, term.size()};
}

void TermTable::clear() { *this = TermTable(); }

}  // namespace broadsheet::schema
