// Bytes as tests write them down: printable ASCII as it is, all else as two
// hexadecimal digits, so that failures explain themselves.
#pragma once

#include <string>
#include <string_view>

namespace broadsheet::tests {

/// "05 cat 00 1f": runs of printable characters, but for blanks, stand
/// together; other bytes stand alone.
inline std::string readable(std::string_view bytes) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string text;
  bool in_word = false;
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    const bool printable = byte > 0x20 && byte < 0x7F;
    if (!text.empty() && !(in_word && printable)) text += ' ';
    if (printable) {
      text += c;
    } else {
      text += kDigits[byte >> 4];
      text += kDigits[byte & 0xF];
    }
    in_word = printable;
  }
  return text;
}

/// Every byte as two digits: where letters would only confuse.
inline std::string hex(std::string_view bytes) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string text;
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    if (!text.empty()) text += ' ';
    text += kDigits[byte >> 4];
    text += kDigits[byte & 0xF];
  }
  return text;
}

}  // namespace broadsheet::tests
