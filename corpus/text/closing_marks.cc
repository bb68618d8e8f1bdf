#include "corpus/text/closing_marks.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "corpus/base/utf8.h"
#include "corpus/text/sentence_stops.h"

namespace broadsheet::text {
namespace {

// How far back a straight mark's partner is looked for, in bytes.
constexpr std::size_t kLongestQuotation = 4000;

enum class Mark { kNone, kCloses, kEither, kStraight };

Mark mark_of(char32_t character) {
  if (character < 0x80) {
    switch (character) {
      case ')':
      case ']':
      case '}':
        return Mark::kCloses;
      case '"':
      case '\'':
        return Mark::kStraight;
      default:
        return Mark::kNone;
    }
  }
  switch (u_charType(static_cast<UChar32>(character))) {
    case U_END_PUNCTUATION:
    case U_FINAL_PUNCTUATION:
      return Mark::kCloses;
    case U_INITIAL_PUNCTUATION:
      return Mark::kEither;
    default:
      return Mark::kNone;
  }
}

bool is_quotation_mark(char32_t character) {
  return character == '"' || character == '\'' ||
         u_hasBinaryProperty(static_cast<UChar32>(character),
                             UCHAR_QUOTATION_MARK) != 0;
}

bool word_at(std::string_view text, std::size_t offset) {
  if (offset >= text.size()) return false;
  const SentenceClass c = sentence_class(code_point_at(text, offset).value);
  return is_letter(c) || c == SentenceClass::kDigit;
}

// Whether an odd number of `mark`s stand in [begin, end) of `text`.
bool is_open(std::string_view text, std::size_t begin, std::size_t end,
             char mark) {
  begin = std::max(begin, end - std::min(end, kLongestQuotation));
  const std::string_view before = text.substr(begin, end - begin);
  return std::count(before.begin(), before.end(), mark) % 2 == 1;
}

}  // namespace

std::size_t after_blanks(std::string_view text, std::size_t from) {
  while (from < text.size()) {
    const CodePoint point = code_point_at(text, from);
    const SentenceClass c = sentence_class(point.value);
    if (c != SentenceClass::kBlank && c != SentenceClass::kExtend) break;
    from += point.bytes;
  }
  return from;
}

ClosingMarks closing_marks(std::string_view text, std::size_t sentence_begin,
                           std::size_t from) {
  ClosingMarks marks{.end = from};
  while (marks.end < text.size()) {
    const std::size_t blank_end = after_blanks(text, marks.end);
    const bool detached = blank_end > marks.end;
    std::size_t at = blank_end;
    if (at + 1 < text.size() && text[at] == '\\' &&
        mark_of(static_cast<unsigned char>(text[at + 1])) == Mark::kStraight) {
      ++at;
    }
    if (at >= text.size()) break;
    const CodePoint point = code_point_at(text, at);
    const std::size_t after = at + point.bytes;
    const Mark mark = mark_of(point.value);
    // After a blank, only what cannot well be an apostrophe or an opening mark
    // of some language.
    bool closes = mark == Mark::kCloses;
    if (detached) {
      closes = closes && point.value != U'’' && !word_at(text, after);
    } else if (mark == Mark::kEither) {
      closes = !word_at(text, after);
    } else if (mark == Mark::kStraight) {
      closes = !word_at(text, after) || is_open(text, sentence_begin, from,
                                                static_cast<char>(point.value));
    }
    if (!closes) break;
    marks.end = after;
    marks.quotation = marks.quotation || is_quotation_mark(point.value);
    marks.cjk_bracket = point.value == U'」' || point.value == U'』';
  }
  return marks;
}

}  // namespace broadsheet::text
