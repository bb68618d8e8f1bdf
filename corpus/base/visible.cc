#include "corpus/base/visible.h"

#include <fmt/format.h>

#include <cstdint>

#include "corpus/base/utf8.h"

namespace broadsheet {
namespace {

// Characters that show nothing but change how their neighbours are shown.
// U+200C and U+200D are left alone: Persian, Indic scripts and emoji need them.
bool is_deceptive(char32_t c) {
  return c == 0x00AD || c == 0x061C || c == 0x180E || c == 0x200B ||
         c == 0x200E || c == 0x200F || (c >= 0x2028 && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF ||
         (c >= 0xFFF9 && c <= 0xFFFB) || (c >= 0xE0000 && c <= 0xE0FFF);
}

}  // namespace

std::string visible(std::string_view text) {
  std::string shown;
  shown.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte >= 0x20 && byte < 0x7F) {
      shown += text[i++];
      continue;
    }
    const CodePoint point = code_point_at(text, i);
    const std::string_view bytes = text.substr(i, point.bytes);
    i += point.bytes;
    if (byte == '\t' || byte == '\n' || byte == '\r') {
      shown += ' ';
    } else if (byte < 0x20) {
      append_utf8(shown, char32_t{0x2400} + byte);
    } else if (byte == 0x7F) {
      shown += "␡";
    } else if (point.value >= 0x80 && point.value < 0xA0) {
      shown +=
          fmt::format("\\x{:02x}", static_cast<std::uint32_t>(point.value));
    } else if (point.value == 0xFFFD && bytes != "\xEF\xBF\xBD") {
      for (const char b : bytes) {
        shown += fmt::format("\\x{:02x}", static_cast<unsigned char>(b));
      }
    } else if (is_deceptive(point.value)) {
      shown +=
          fmt::format("\\u{{{:x}}}", static_cast<std::uint32_t>(point.value));
    } else {
      shown += bytes;
    }
  }
  return shown;
}

}  // namespace broadsheet
