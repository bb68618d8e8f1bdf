#include "corpus/base/width.h"

#include <unicode/uchar.h>

#include "corpus/base/utf8.h"

namespace broadsheet {

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
  std::size_t columns = 0;
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint point = code_point_at(text, i);
    columns += display_width(point.value);
    i += point.bytes;
  }
  return columns;
}

}  // namespace broadsheet
