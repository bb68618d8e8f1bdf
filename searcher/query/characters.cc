#include "searcher/query/characters.h"

#include <unicode/uchar.h>

#include "corpus/base/utf8.h"

namespace broadsheet::searcher::query {
namespace {

bool is_double_mark(char32_t c) {
  return c == U'"' || (c >= U'\u201C' && c <= U'\u201F') || c == U'\uFF02' ||
         (c >= U'\u301D' && c <= U'\u301F');
}

bool is_guillemet(char32_t c) { return c == U'\u00AB' || c == U'\u00BB'; }

}  // namespace

bool is_blank(char32_t c) {
  if (c < 0x80) return c <= 0x20 || c == 0x7F;
  return u_isUWhiteSpace(static_cast<UChar32>(c)) != 0 ||
         u_charType(static_cast<UChar32>(c)) == U_CONTROL_CHAR ||
         c == U'\uFEFF';
}

bool opens_phrase(char32_t c) {
  return is_double_mark(c) || is_guillemet(c) || c == U'\u300C' ||
         c == U'\u300E';
}

bool closes_phrase(char32_t opening, char32_t c) {
  if (is_double_mark(opening)) return is_double_mark(c);
  if (is_guillemet(opening)) return is_guillemet(c);
  return c == opening + 1;  // 「 」 and 『 』 are neighbours.
}

bool is_open_parenthesis(char32_t c) { return c == U'(' || c == U'\uFF08'; }
bool is_close_parenthesis(char32_t c) { return c == U')' || c == U'\uFF09'; }

std::size_t find_character(std::string_view text, std::size_t begin,
                           bool (*is)(char32_t)) {
  while (begin < text.size()) {
    const CodePoint point = code_point_at(text, begin);
    if (is(point.value)) break;
    begin += point.bytes;
  }
  return begin;
}

}  // namespace broadsheet::searcher::query
