#include "corpus/base/utf8.h"

#include <unicode/utf8.h>

#include <algorithm>

// ICU's macros narrow integers where they are expanded, which is here.
#pragma GCC diagnostic ignored "-Wconversion"

namespace broadsheet {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

// ICU's macros count in int32_t; a code point is looked at through a window of
// at most four bytes, so texts of any length are safe.
constexpr std::size_t kLongestSequence = 4;

}  // namespace

CodePoint long_code_point_at(std::string_view text, std::size_t offset) {
  const auto length = static_cast<std::int32_t>(
      std::min(kLongestSequence, text.size() - offset));
  const char* window = text.data() + offset;
  std::int32_t used = 0;
  UChar32 value = 0;
  U8_NEXT(window, used, length, value);
  if (value < 0) return {kReplacement, static_cast<std::size_t>(used)};
  return {static_cast<char32_t>(value), static_cast<std::size_t>(used)};
}

CodePoint long_code_point_before(std::string_view text, std::size_t offset) {
  const auto length =
      static_cast<std::int32_t>(std::min(kLongestSequence, offset));
  const char* window = text.data() + offset - length;
  std::int32_t left = length;
  UChar32 value = 0;
  U8_PREV(window, 0, left, value);
  const auto used = static_cast<std::size_t>(length - left);
  return {value < 0 ? kReplacement : static_cast<char32_t>(value), used};
}

void append_utf8(std::string& text, char32_t value) {
  auto point = static_cast<UChar32>(value);
  if (value > 0x10FFFF || U_IS_SURROGATE(point)) point = kReplacement;
  char bytes[U8_MAX_LENGTH];
  std::int32_t length = 0;
  U8_APPEND_UNSAFE(bytes, length, point);
  text.append(bytes, static_cast<std::size_t>(length));
}

bool is_valid_utf8(std::string_view text) {
  std::size_t i = 0;
  while (i < text.size()) {
    if (static_cast<unsigned char>(text[i]) < 0x80) {
      ++i;
      continue;
    }
    const CodePoint point = code_point_at(text, i);
    if (point.value == kReplacement &&
        text.substr(i, point.bytes) != "\xEF\xBF\xBD") {
      return false;
    }
    i += point.bytes;
  }
  return true;
}

std::string valid_utf8(std::string_view text) {
  std::string valid;
  valid.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint point = code_point_at(text, i);
    append_utf8(valid, point.value);
    i += point.bytes;
  }
  return valid;
}

std::size_t utf8_floor(std::string_view text, std::size_t offset) {
  if (offset >= text.size()) return text.size();
  std::size_t back = 0;
  while (back < kLongestSequence - 1 && back < offset &&
         U8_IS_TRAIL(static_cast<std::uint8_t>(text[offset - back]))) {
    ++back;
  }
  return offset - back;
}

}  // namespace broadsheet
