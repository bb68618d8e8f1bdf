#include "corpus/read/mail_text.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>

#include "corpus/read/ascii.h"
#include "corpus/read/charset.h"
#include "corpus/read/lines.h"

namespace broadsheet::read {
namespace {

int base64_value(char c) {
  if (c >= 'A' && c <= 'Z') return c - 'A';
  if (c >= 'a' && c <= 'z') return c - 'a' + 26;
  if (c >= '0' && c <= '9') return c - '0' + 52;
  if (c == '+' || c == '-') return 62;
  if (c == '/' || c == '_') return 63;
  return -1;
}

// "=?charset?B?text?=" at the start of a value.
struct EncodedWord {
  std::string charset;
  std::string bytes;
  std::size_t size = 0;
};

std::optional<EncodedWord> encoded_word(std::string_view text) {
  if (!text.starts_with("=?")) return std::nullopt;
  const std::size_t charset = text.find('?', 2);
  if (charset == std::string_view::npos || charset + 2 >= text.size() ||
      text[charset + 2] != '?') {
    return std::nullopt;
  }
  const std::size_t begin = charset + 3;
  constexpr std::size_t kLongestWord = 1024;
  const std::size_t end = text.substr(0, kLongestWord).find("?=", begin);
  if (end == std::string_view::npos) return std::nullopt;
  const char kind = static_cast<char>(text[charset + 1] | 0x20);
  const std::string_view content = text.substr(begin, end - begin);
  EncodedWord word;
  if (kind == 'b') {
    word.bytes = decode_base64(content);
  } else if (kind == 'q') {
    word.bytes = decode_quoted_printable(content, true);
  } else {
    return std::nullopt;
  }
  // RFC 2231 puts a language behind a star.
  const std::string_view name = text.substr(2, charset - 2);
  word.charset = name.substr(0, name.find('*'));
  word.size = end + 2;
  return word;
}

}  // namespace

std::string decode_base64(std::string_view text) {
  std::string bytes;
  bytes.reserve(text.size() / 4 * 3);
  std::uint32_t bits = 0;
  int count = 0;
  for (const char c : text) {
    if (c == '=') {
      // The end of a piece; another may follow.
      count = 0;
      continue;
    }
    const int value = base64_value(c);
    if (value < 0) continue;
    bits = (bits << 6) | static_cast<std::uint32_t>(value);
    count += 6;
    if (count < 8) continue;
    count -= 8;
    bytes += static_cast<char>((bits >> count) & 0xFF);
  }
  return bytes;
}

std::string decode_quoted_printable(std::string_view text, bool header) {
  std::string bytes;
  bytes.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (header && c == '_') {
      bytes += ' ';
      continue;
    }
    if (c != '=') {
      bytes += c;
      continue;
    }
    // "=" before a line break joins lines.
    if (text.substr(i + 1).starts_with('\n')) {
      ++i;
      continue;
    }
    if (text.substr(i + 1).starts_with("\r\n")) {
      i += 2;
      continue;
    }
    const int high = i + 2 < text.size() ? hex_value(text[i + 1]) : -1;
    const int low = high < 0 ? -1 : hex_value(text[i + 2]);
    if (low < 0) {
      bytes += c;
      continue;
    }
    bytes += static_cast<char>(high * 16 + low);
    i += 2;
  }
  return bytes;
}

std::string decode_header(std::string_view value) {
  std::string text;
  std::string plain;  // Between encoded words.
  EncodedWord last;   // Words side by side may share a character.
  const auto end_word = [&] {
    if (last.size > 0) text += decode(last.bytes, last.charset).text;
    last = {};
  };
  for (std::size_t i = 0; i < value.size();) {
    const std::optional<EncodedWord> word = encoded_word(value.substr(i));
    if (!word) {
      plain += value[i++];
      continue;
    }
    // Blanks between two encoded words are none.
    const bool joined = last.size > 0 && trimmed(plain).empty();
    if (!joined) {
      end_word();
      text += decode(plain, {}).text;
    }
    plain.clear();
    if (joined && !same_name(last.charset, word->charset)) end_word();
    last.charset = word->charset;
    last.bytes += word->bytes;
    last.size += word->size;
    i += word->size;
  }
  end_word();
  return text + decode(plain, {}).text;
}

std::string sender_name(std::string_view decoded) {
  const std::size_t angle = decoded.find('<');
  if (angle != std::string_view::npos) {
    std::string_view name = trimmed(decoded.substr(0, angle));
    if (name.starts_with('"')) {
      name = name.substr(1, name.find('"', 1) - 1);
    }
    if (!name.empty()) return std::string(name);
    const std::size_t end = decoded.find('>', angle);
    return std::string(decoded.substr(angle + 1, end - angle - 1));
  }
  const std::size_t open = decoded.find('(');
  const std::size_t close = decoded.find(')', std::min(open, decoded.size()));
  if (close != std::string_view::npos) {
    return std::string(decoded.substr(open + 1, close - open - 1));
  }
  return std::string(trimmed(decoded.substr(0, decoded.find(','))));
}

}  // namespace broadsheet::read
