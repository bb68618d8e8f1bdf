#include "corpus/read/paper_fields.h"

#include <fmt/format.h>

#include <algorithm>

#include "corpus/read/lines.h"

namespace broadsheet::read {
namespace {

bool all_digits(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

std::optional<article::Date> filed_date(std::string_view text) {
  while (text.starts_with('=') || text.starts_with(' ')) text.remove_prefix(1);
  text = trimmed(text.substr(0, 80));
  if (text.size() == 6 && all_digits(text)) {
    return article::parse_date("19" + std::string(text));
  }
  if (text.size() == 8 && text[2] == '/' && text[5] == '/') {
    return article::parse_date(fmt::format(
        "19{}-{}-{}", text.substr(6, 2), text.substr(0, 2), text.substr(3, 2)));
  }
  // What stands behind the date goes, a comma's worth at a time.
  for (;;) {
    const std::optional<article::Date> date = article::parse_date(text);
    const std::size_t comma = text.rfind(',');
    if (date || comma == std::string_view::npos) return date;
    text = trimmed(text.substr(0, comma));
  }
}

std::string paper_name(std::string_view source) {
  source = trimmed(source.substr(0, source.find(',')));
  if (source.ends_with(')')) {
    const std::size_t open = source.rfind('(');
    if (open != source.npos && open > 0) {
      source = trimmed(source.substr(0, open));
    }
  }
  return std::string(source);
}

}  // namespace broadsheet::read
