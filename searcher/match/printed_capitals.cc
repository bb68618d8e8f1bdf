#include "searcher/match/printed_capitals.h"

#include <unicode/uchar.h>

#include "corpus/base/utf8.h"

namespace broadsheet::searcher::match {

bool has_capitals(std::string_view printed, query::Capitals capitals) {
  if (capitals == query::Capitals::kAny) return true;
  for (const std::string_view possessive : {"'s", "’s", "ʼs"}) {
    if (printed.ends_with(possessive)) {
      printed.remove_suffix(possessive.size());
      break;
    }
  }
  bool any_capital = false;
  bool any_small = false;
  for (std::size_t i = 0; i < printed.size();) {
    const CodePoint point = code_point_at(printed, i);
    i += point.bytes;
    const auto c = static_cast<UChar32>(point.value);
    any_capital |= u_isupper(c) != 0 || u_istitle(c) != 0;
    any_small |= u_islower(c) != 0;
  }
  if (capitals == query::Capitals::kSome) return any_capital;
  if (capitals == query::Capitals::kNone) return !any_capital;
  return any_capital && !any_small;
}

}  // namespace broadsheet::searcher::match
