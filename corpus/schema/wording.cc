#include "corpus/schema/wording.h"

#include <unicode/uchar.h>
#include <xxhash.h>

#include <algorithm>

#include "corpus/base/utf8.h"

namespace broadsheet::schema {
namespace {

void settle_list(std::vector<std::uint32_t>& hashes) {
  std::sort(hashes.begin(), hashes.end());
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
