#include "corpus/base/width.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <cstdint>
#include <cstring>

#include "corpus/base/utf8.h"

namespace broadsheet {

namespace {

// Looks at eight bytes at a time; the last ones are looked at twice.
bool is_printable_ascii(std::string_view text) {
  constexpr std::size_t kStep = sizeof(std::uint64_t);
  if (text.size() < kStep) {
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return c >= 0x20 && c < 0x7F; });
  }
  constexpr std::uint64_t kOnes = 0x0101010101010101;
  std::uint64_t other = 0;
  for (std::size_t i = 0;; i += kStep) {
    i = std::min(i, text.size() - kStep);
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, text.data() + i, kStep);
    // The top bit of a byte is set in one of these if it is below 0x20, 0x7F or
    // above.
    other |= bytes | (bytes - kOnes * 0x20) | (bytes + kOnes);
    if (i + kStep == text.size()) break;
  }
  return (other & kOnes * 0x80) == 0;
}

}  // namespace

std::size_t display_width(char32_t c) {
  if (c >= 0x20 && c < 0x7F) return 1;
  const auto point = static_cast<UChar32>(c);
  switch (u_charType(point)) {
    case U_CONTROL_CHAR:
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
      return 0;
    case U_FORMAT_CHAR:
      // A soft hyphen and the Arabic signs that stand around a number are
      // drawn; joiners, direction marks and tags are not.
      return c == 0x00AD || (c >= 0x0600 && c <= 0x0605) || c == 0x06DD ? 1 : 0;
    default:
      break;
  }
  // Vowels and finals of a Hangul syllable written in parts join its initial.
  if (c >= 0x1160 && c <= 0x11FF) return 0;
  const int width = u_getIntPropertyValue(point, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

std::size_t display_width(std::string_view text) {
  // Most lines are printable ASCII, each of whose bytes takes a column.
  if (is_printable_ascii(text)) return text.size();
  std::size_t columns = 0;
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint point = code_point_at(text, i);
    columns += display_width(point.value);
    i += point.bytes;
  }
  return columns;
}

}  // namespace broadsheet
