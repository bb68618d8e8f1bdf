#include "corpus/text/sentence_stops.h"

#include <unicode/uchar.h>

#include <array>

#include "corpus/base/utf8.h"

namespace broadsheet::text {
namespace {

using enum SentenceClass;

constexpr std::array<SentenceClass, 128> ascii_sentence_classes() {
  std::array<SentenceClass, 128> classes{};
  for (unsigned c = 'a'; c <= 'z'; ++c) classes[c] = kLower;
  for (unsigned c = 'A'; c <= 'Z'; ++c) classes[c] = kUpper;
  for (unsigned c = '0'; c <= '9'; ++c) classes[c] = kDigit;
  for (const char c : {'\t', '\n', '\v', '\f', '\r', ' '}) {
    classes[static_cast<unsigned char>(c)] = kBlank;
  }
  for (const char c : {'"', '\'', '(', ')', '[', ']', '{', '}'}) {
    classes[static_cast<unsigned char>(c)] = kClose;
  }
  for (const char c : {',', '-', ':'}) {
    classes[static_cast<unsigned char>(c)] = kContinue;
  }
  classes['.'] = kFullStop;
  classes['!'] = kStop;
  classes['?'] = kStop;
  return classes;
}

constexpr auto kAsciiClasses = ascii_sentence_classes();

// The bytes a terminator can begin with. Most letters of Latin, Greek and
// Cyrillic (C2 to D5), Han (E4 to E9) and Hangul (ED) need no second look.
constexpr std::array<bool, 256> stop_bytes() {
  std::array<bool, 256> bytes{};
  bytes['.'] = bytes['!'] = bytes['?'] = true;
  bytes[';'] = bytes[0xCD] = true;  // Greek; the class decides.
  for (unsigned b = 0xD6; b <= 0xF4; ++b) bytes[b] = true;
  for (unsigned b = 0xE4; b <= 0xE9; ++b) bytes[b] = false;
  bytes[0xED] = false;
  return bytes;
}

constexpr auto kStopBytes = stop_bytes();
constexpr char32_t kGreekQuestionMark = 0x37E;

}  // namespace

SentenceClass sentence_class(char32_t character) {
  if (character < kAsciiClasses.size()) return kAsciiClasses[character];
  switch (u_getIntPropertyValue(static_cast<UChar32>(character),
                                UCHAR_SENTENCE_BREAK)) {
    case U_SB_EXTEND:
    case U_SB_FORMAT:
      return kExtend;
    case U_SB_SEP:
    case U_SB_CR:
    case U_SB_LF:
    case U_SB_SP:
      return kBlank;
    case U_SB_LOWER:
      return kLower;
    case U_SB_UPPER:
      return kUpper;
    case U_SB_OLETTER:
      return kCaseless;
    case U_SB_NUMERIC:
      return kDigit;
    case U_SB_ATERM:
      return kFullStop;
    case U_SB_SCONTINUE:
      return kContinue;
    case U_SB_STERM:
      return kStop;
    case U_SB_CLOSE:
      return kClose;
    default:
      return kOther;
  }
}

struct StopScanner::Character {
  CodePoint point;
  SentenceClass kind;
};

StopScanner::Character StopScanner::at(std::size_t offset) const {
  const CodePoint point = code_point_at(text_, offset);
  if (greek_ && (point.value == ';' || point.value == kGreekQuestionMark)) {
    return {point, kStop};
  }
  return {point, sentence_class(point.value)};
}

// Past characters of class `c` and the marks on them (rule SB5).
std::size_t StopScanner::skip(std::size_t offset, SentenceClass c) const {
  while (offset < text_.size()) {
    const Character next = at(offset);
    if (next.kind != c && next.kind != kExtend) break;
    offset += next.point.bytes;
  }
  return offset;
}

bool StopScanner::after_cased_letter(std::size_t offset) const {
  while (offset > 0) {
    const CodePoint before = code_point_before(text_, offset);
    const SentenceClass kind = sentence_class(before.value);
    if (kind != kExtend) return kind == kLower || kind == kUpper;
    offset -= before.bytes;
  }
  return false;
}

// Rule SB8. Stops at the next terminator, so that all these looks together
// cost no more than one pass.
bool StopScanner::lower_case_follows(std::size_t offset) const {
  while (offset < text_.size()) {
    const Character next = at(offset);
    if (next.kind == kLower) return true;
    if (is_letter(next.kind) || next.kind == kFullStop || next.kind == kStop) {
      return false;
    }
    offset += next.point.bytes;
  }
  return false;
}

std::optional<Stop> StopScanner::stop_at(std::size_t begin) const {
  Character last = at(begin);
  const bool ellipsis = last.point.value == kEllipsis;
  if (last.kind != kFullStop && last.kind != kStop && !ellipsis) {
    return std::nullopt;
  }
  Stop stop{.begin = begin, .last = last.point.value};
  std::size_t last_begin = begin;
  stop.end = skip(begin + last.point.bytes, kExtend);
  while (stop.end < text_.size()) {
    const Character next = at(stop.end);
    const bool joins = ellipsis ? next.point.value == kEllipsis
                                : next.kind == kFullStop || next.kind == kStop;
    if (!joins) break;
    last = next;
    last_begin = stop.end;
    stop.end = skip(stop.end + next.point.bytes, kExtend);
  }
  stop.last = last.point.value;
  stop.full_stop = last.kind == kFullStop;
  stop.next = stop.end;
  if (stop.end == text_.size()) return stop;

  if (stop.full_stop) {
    const SentenceClass next = at(stop.end).kind;
    // Rules SB6 and SB7.
    if (next == kDigit) return stop;
    if (next == kUpper && after_cased_letter(last_begin)) return stop;
  }
  stop.next = skip(skip(stop.end, kClose), kBlank);
  if (stop.next == text_.size() || ellipsis) return stop;
  const SentenceClass next = at(stop.next).kind;
  if (next == kContinue || next == kFullStop || next == kStop) return stop;
  stop.by_default = !stop.full_stop || !lower_case_follows(stop.next);
  return stop;
}

std::optional<Stop> StopScanner::find(std::size_t from) const {
  std::size_t i = from;
  while (i < text_.size()) {
    if (!kStopBytes[static_cast<unsigned char>(text_[i])]) {
      ++i;
      continue;
    }
    if (std::optional<Stop> stop = stop_at(i)) return stop;
    i += code_point_at(text_, i).bytes;
  }
  return std::nullopt;
}

}  // namespace broadsheet::text
