// One pass over the text; widths need no more than East Asian ranges, as they
// only tell wrapped lines from long ones.
#include "corpus/read/lines.h"

#include <unicode/uchar.h>

#include "corpus/base/utf8.h"

namespace broadsheet::read {
namespace {

std::size_t columns_of(char32_t c) {
  if (c < 0x1100) return 1;
  const bool wide =
      c <= 0x115F || (c >= 0x2E80 && c <= 0xA4CF) ||
      (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0xF900 && c <= 0xFAFF) ||
      (c >= 0xFE30 && c <= 0xFE4F) || (c >= 0xFF01 && c <= 0xFF60) ||
      (c >= 0x20000 && c <= 0x3FFFD);
  return wide ? 2 : 1;
}

Line line_of(std::string_view text, Span span) {
  Line line;
  line.bytes = trimmed(text, span);
  for (std::size_t i = span.begin; i < line.bytes.begin;) {
    const CodePoint point = code_point_at(text, i);
    line.indent += point.value == '\t' ? 8 : columns_of(point.value);
    i += point.bytes;
  }
  for (std::size_t i = line.bytes.begin; i < line.bytes.end;) {
    const CodePoint point = code_point_at(text, i);
    line.columns += columns_of(point.value);
    i += point.bytes;
  }
  return line;
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

std::vector<Line> lines_of(std::string_view text, Span part) {
  std::vector<Line> lines;
  std::size_t begin = part.begin;
  while (begin < part.end) {
    std::size_t end = text.find_first_of("\r\n", begin);
    if (end == std::string_view::npos || end > part.end) end = part.end;
    lines.push_back(line_of(text, {begin, end}));
    if (end == part.end) break;
    const bool pair =
        text[end] == '\r' && end + 1 < part.end && text[end + 1] == '\n';
    begin = end + (pair ? 2 : 1);
  }
  return lines;
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
