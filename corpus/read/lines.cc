// One pass over the text, line by line.
#include "corpus/read/lines.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "corpus/base/utf8.h"
#include "corpus/base/width.h"

namespace broadsheet::read {
namespace {

Line line_of(std::string_view text, Span span) {
  Line line;
  line.bytes = trimmed(text, span);
  for (std::size_t i = span.begin; i < line.bytes.begin;) {
    const CodePoint point = code_point_at(text, i);
    line.indent += point.value == '\t' ? 8 : display_width(point.value);
    i += point.bytes;
  }
  return line;
}

// Where the line that starts at `begin` ends, before its line break.
std::size_t line_end(std::string_view text, std::size_t begin,
                     std::size_t limit) {
  const std::string_view rest = text.substr(begin, limit - begin);
  const std::string_view line = rest.substr(0, rest.find('\n'));
  return begin + std::min(line.find('\r'), line.size());
}

bool closes(char32_t c) {
  return c == '"' || c == '\'' || c == ')' || c == ']' || c == 0x2019 ||
         c == 0x201D || c == 0x201C || c == 0x00BB || c == 0x300D ||
         c == 0x300F || c == 0xFF09 || c == 0x203A;
}

}  // namespace

bool is_white_space(char32_t c) {
  if (c < 0x80) return c == ' ' || (c >= '\t' && c <= '\r');
  return c == 0xFEFF || u_isUWhiteSpace(static_cast<UChar32>(c)) != 0;
}

Span trimmed(std::string_view text, Span span) {
  while (span.begin < span.end) {
    const CodePoint first = code_point_at(text, span.begin);
    if (!is_white_space(first.value)) break;
    span.begin += first.bytes;
  }
  while (span.begin < span.end) {
    const CodePoint last = code_point_before(text, span.end);
    if (!is_white_space(last.value)) break;
    span.end -= last.bytes;
  }
  return span;
}

std::string_view trimmed(std::string_view text) {
  return trimmed(text, Span{0, text.size()}).of(text);
}

std::optional<Line> LineCursor::next() {
  if (rest_.empty()) return std::nullopt;
  const std::size_t end = line_end(text_, rest_.begin, rest_.end);
  const Line line = line_of(text_, {rest_.begin, end});
  const std::string_view sign = text_.substr(end, rest_.end - end);
  const std::size_t size = sign.starts_with("\r\n") ? 2 : 1;
  rest_.begin = std::min(end + size, rest_.end);
  return line;
}

bool ends_sentence(std::string_view text) {
  std::size_t end = trimmed(text, Span{0, text.size()}).end;
  while (end > 0) {
    const CodePoint last = code_point_before(text, end);
    if (last.value == '.' || last.value == '!' || last.value == '?' ||
        last.value == 0x2026 || last.value == 0x3002 || last.value == 0xFF01 ||
        last.value == 0xFF1F || last.value == 0xFF61) {
      return true;
    }
    if (!closes(last.value)) return false;
    end -= last.bytes;
  }
  return false;
}

bool same_words(std::string_view a, std::string_view b) {
  const auto blank = [](char c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
  };
  std::size_t i = 0;
  std::size_t j = 0;
  for (;;) {
    const bool parted_a = i < a.size() && blank(a[i]);
    const bool parted_b = j < b.size() && blank(b[j]);
    if (parted_a != parted_b) return false;
    while (i < a.size() && blank(a[i])) ++i;
    while (j < b.size() && blank(b[j])) ++j;
    if (i == a.size() || j == b.size()) return i == a.size() && j == b.size();
    if (a[i++] != b[j++]) return false;
  }
}

bool starts_small(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint point = code_point_at(text, i);
    const auto c = static_cast<UChar32>(point.value);
    if (u_isalnum(c) != 0) return u_islower(c) != 0;
    i += point.bytes;
  }
  return false;
}

}  // namespace broadsheet::read
