#include "corpus/schema/wording.h"

#include <unicode/uchar.h>
#include <xxhash.h>

#include <algorithm>
#include <bit>
#include <cstddef>
#include <utility>

#include "corpus/base/utf8.h"

namespace broadsheet::schema {
namespace {

// Fewer hashes than this many bits count are as well sorted in the plain way.
constexpr int kLeastBits = 5;
constexpr int kMostBits = 16;  // Of the tables that fit into a cache.

// Hashes lie evenly, so that as many buckets by their first bits as there are
// hashes hold about one each: a third of the time of a plain sort, which an
// article of some hundred words would spend on guesses of the processor that
// are wrong.
void sort_evenly_spread(std::vector<std::uint32_t>& hashes) {
  const int bits =
      std::min(static_cast<int>(std::bit_width(hashes.size())) - 1, kMostBits);
  if (bits < kLeastBits) return std::sort(hashes.begin(), hashes.end());
  const int shift = 32 - bits;
  // Where each bucket ends, in the end.
  std::vector<std::uint32_t> places((std::size_t{1} << bits) + 1);
  for (const std::uint32_t hash : hashes) ++places[(hash >> shift) + 1];
  for (std::size_t i = 1; i < places.size(); ++i) places[i] += places[i - 1];
  std::vector<std::uint32_t> sorted(hashes.size());
  for (const std::uint32_t hash : hashes) {
    sorted[places[hash >> shift]++] = hash;
  }
  auto begin = sorted.begin();
  for (std::size_t i = 0; i + 1 < places.size(); ++i) {
    const auto end = sorted.begin() + static_cast<std::ptrdiff_t>(places[i]);
    if (end - begin > 1) std::sort(begin, end);
    begin = end;
  }
  hashes = std::move(sorted);
}

void settle_list(std::vector<std::uint32_t>& hashes) {
  sort_evenly_spread(hashes);
  hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
}

}  // namespace

void Wording::settle() {
  settle_list(triples);
  settle_list(facts);
}

std::uint32_t hash_of_form(std::string_view form) {
  const auto hash =
      static_cast<std::uint32_t>(XXH3_64bits(form.data(), form.size()));
  return hash == 0 ? 1 : hash;
}

void WordingGatherer::start_article() {
  wording_.triples.clear();
  wording_.facts.clear();
  wording_.words = 0;
  wording_.numbers = 0;
  headline_facts_.clear();
}

const Wording& WordingGatherer::finish() {
  if (wording_.words < kBriefWords) {
    wording_.facts.insert(wording_.facts.end(), headline_facts_.begin(),
                          headline_facts_.end());
    headline_facts_.clear();
  }
  return wording_;
}

bool WordingGatherer::is_capital(std::string_view printed) {
  const auto first = static_cast<unsigned char>(printed.front());
  if (first < 0x80) return first >= 'A' && first <= 'Z';
  const auto value = static_cast<UChar32>(code_point_at(printed, 0).value);
  return u_isupper(value) != 0 || u_istitle(value) != 0;
}

}  // namespace broadsheet::schema
