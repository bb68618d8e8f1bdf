// Prose has blanks, line breaks and digits in every script, and in UTF-16 each
// of these is a zero byte next to an ASCII one, always on the same side. That
// is what tells UTF-16 without a mark from a binary file.
#include "corpus/read/utf16.h"

#include <cstddef>

#include "corpus/base/utf8.h"

namespace broadsheet::read {
namespace {

bool is_prose_ascii(unsigned char c) {
  return (c >= 0x20 && c < 0x7F) || c == '\n' || c == '\r' || c == '\t';
}

// Units of `width` bytes whose value is an ASCII character of prose, and units
// that no text has: NUL and other control characters.
struct Units {
  std::size_t prose = 0;
  std::size_t kana = 0;  // Japanese letters, East Asian punctuation.
  std::size_t ideographs = 0;
  std::size_t control = 0;
  std::size_t all = 0;
  std::size_t too_large = 0;  // UTF-32 only.
};

Units count_units(std::string_view sample, std::size_t width, bool big_endian) {
  Units units;
  for (std::size_t i = 0; i + width <= sample.size(); i += width) {
    char32_t value = 0;
    for (std::size_t b = 0; b < width; ++b) {
      const std::size_t at = big_endian ? i + b : i + width - 1 - b;
      value = value << 8 | static_cast<unsigned char>(sample[at]);
    }
    ++units.all;
    if (value > 0x10FFFF) ++units.too_large;
    if (value < 0x80 && is_prose_ascii(static_cast<unsigned char>(value))) {
      ++units.prose;
    } else if (value < 0x20) {
      ++units.control;
    } else if ((value >= 0x3000 && value < 0x3100) ||
               (value > 0xFF00 && value < 0xFF61)) {
      ++units.kana;
    } else if (value >= 0x4E00 && value < 0xA000) {
      ++units.ideographs;
    }
  }
  return units;
}

bool looks_right(const Units& units) {
  return units.all >= 8 && units.too_large == 0 && units.control == 0 &&
         units.prose * 50 >= units.all;
}

// Whether `sample` is ASCII, perhaps with some NULs in it: in UTF-16 every
// second byte of Latin prose is one, and other scripts have bytes that ASCII
// has not.
bool is_mostly_ascii(std::string_view sample) {
  std::size_t nul = 0;
  std::size_t other = 0;
  for (const char c : sample) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte == 0) {
      ++nul;
    } else if (!is_prose_ascii(byte)) {
      ++other;
    }
  }
  return nul * 5 < sample.size() && other * 10 < sample.size();
}

// Chinese and Japanese prose may do without any blank. Its punctuation tells it
// from the double-byte charsets, whose lead bytes are never that small.
bool looks_east_asian(const Units& units) {
  const std::size_t known = units.prose + units.kana + units.ideographs;
  return units.all >= 16 && units.control == 0 &&
         units.kana * 25 >= units.all && known * 20 >= units.all * 17;
}

}  // namespace

void Utf16Decoder::append(std::u16string_view units, std::string& text) {
  for (const char16_t unit : units) {
    const char32_t value = unit;
    const bool high = value >= 0xD800 && value < 0xDC00;
    const bool low = value >= 0xDC00 && value < 0xE000;
    if (high_ != 0 && low) {
      append_utf8(text, 0x10000 + ((high_ - 0xD800) << 10) + (value - 0xDC00));
      high_ = 0;
      continue;
    }
    finish(text);
    if (high) {
      high_ = value;
    } else if (value < 0x80) {
      text += static_cast<char>(value);
    } else {
      append_utf8(text, value);  // A lone low surrogate becomes U+FFFD there.
    }
  }
}

void Utf16Decoder::finish(std::string& text) {
  if (high_ != 0) append_utf8(text, 0xFFFD);
  high_ = 0;
}

std::string_view utf16_without_mark(std::string_view sample) {
  if (is_mostly_ascii(sample)) return {};
  const Units little = count_units(sample, 2, false);
  const Units big = count_units(sample, 2, true);
  if (looks_east_asian(little)) return "UTF-16LE";
  if (looks_east_asian(big)) return "UTF-16BE";
  if (sample.find('\0') == std::string_view::npos) return {};
  if (looks_right(count_units(sample, 4, false))) return "UTF-32LE";
  if (looks_right(count_units(sample, 4, true))) return "UTF-32BE";
  if (looks_right(little) && little.prose > 4 * big.prose) return "UTF-16LE";
  if (looks_right(big) && big.prose > 4 * little.prose) return "UTF-16BE";
  return {};
}

}  // namespace broadsheet::read
