// Every function here is one pass over its text and keeps nothing between
// calls; memchr finds '<' and '&', which are rare in prose.
#include "corpus/read/sgml.h"

#include <algorithm>
#include <array>

#include "corpus/base/utf8.h"
#include "corpus/read/ascii.h"
#include "corpus/read/sgml_names.h"

namespace broadsheet::read {
namespace {

constexpr std::size_t kLongestTag = 4096;
constexpr std::size_t kLongestReference = 12;

bool is_name(char c) {
  return is_ascii_letter(c) || is_ascii_digit(c) || c == '-' || c == '_' ||
         c == '.' || c == ':';
}

// Where the comment or declaration that starts at `at` ends; `at` if none does.
std::size_t declaration_end(std::string_view text, std::size_t at) {
  const std::string_view rest = text.substr(at);
  if (rest.size() < 2 || (rest[1] != '!' && rest[1] != '?')) return at;
  if (rest.substr(0, 4) == "<!--") {
    // Only up to the next '<', as for tags, so that no text takes squared time.
    const std::size_t end = rest.substr(0, rest.find('<', 1)).find("-->", 4);
    return end == std::string_view::npos ? at : at + end + 3;
  }
  if (rest.size() < 3 || (!is_ascii_letter(rest[2]) && rest[2] != '['))
    return at;
  const std::size_t end = rest.substr(0, kLongestTag).find('>');
  return end == std::string_view::npos ? at : at + end + 1;
}

// The tag whose '<' stands at `at`, if it is one.
std::optional<Tag> tag_at(std::string_view text, std::size_t at) {
  Tag tag;
  std::size_t i = at + 1;
  if (i < text.size() && text[i] == '/') {
    tag.closing = true;
    ++i;
  }
  if (i >= text.size() || !is_ascii_letter(text[i])) return std::nullopt;
  const std::size_t name = i;
  while (i < text.size() && is_name(text[i])) ++i;
  tag.name = text.substr(name, i - name);
  const std::size_t attributes = i;
  char quote = 0;
  const std::size_t limit = std::min(text.size(), at + kLongestTag);
  for (; i < limit; ++i) {
    if (text[i] == '<') break;
    if (quote != 0) {
      if (text[i] == quote) quote = 0;
    } else if (text[i] == '>') {
      tag.attributes = text.substr(attributes, i - attributes);
      tag.bytes = {at, i + 1};
      return tag;
    } else if ((text[i] == '"' || text[i] == '\'') && text[i - 1] == '=') {
      quote = text[i];
    }
  }
  return std::nullopt;
}

// The bytes that decode_references changes: '&' and control characters.
constexpr std::array<bool, 256> kDecoded = [] {
  std::array<bool, 256> decoded{};
  for (std::size_t byte = 0; byte < 0x20; ++byte) decoded[byte] = true;
  decoded['\t'] = decoded['\n'] = false;
  decoded['&'] = decoded[0x7F] = true;
  return decoded;
}();

// The value of the digits of "&#233;" or "&#xE9;", without "&#" and ";".
std::optional<char32_t> numeric_value(std::string_view digits) {
  const bool hex = !digits.empty() && ascii_lower(digits[0]) == 'x';
  if (hex) digits.remove_prefix(1);
  if (digits.empty()) return std::nullopt;
  char32_t value = 0;
  for (const char c : digits) {
    const char d = ascii_lower(c);
    if (is_ascii_digit(d)) {
      value = value * (hex ? 16 : 10) + static_cast<char32_t>(d - '0');
    } else if (hex && d >= 'a' && d <= 'f') {
      value = value * 16 + static_cast<char32_t>(d - 'a' + 10);
    } else {
      return std::nullopt;
    }
    if (value > 0x10FFFF) return char32_t{0xFFFD};
  }
  return value;
}

bool is_control(char32_t c) {
  return (c < 0x20 && c != '\t' && c != '\n') || (c >= 0x7F && c < 0xA0);
}

// What the reference without '&' and ';' stands for; 0 if it stands for
// nothing that is known.
char32_t referred(std::string_view reference) {
  if (reference.empty()) return 0;
  if (reference[0] != '#') return named_character(reference);
  const std::optional<char32_t> value = numeric_value(reference.substr(1));
  if (!value) return 0;
  return is_control(*value) ? U' ' : *value;
}

}  // namespace

std::optional<Tag> next_tag(std::string_view text, std::size_t from) {
  std::size_t at = text.find('<', from);
  while (at != std::string_view::npos) {
    const std::size_t behind = declaration_end(text, at);
    if (behind == at) {
      if (const std::optional<Tag> tag = tag_at(text, at)) return tag;
    }
    at = text.find('<', std::max(behind, at + 1));
  }
  return std::nullopt;
}

std::optional<Element> find_element(std::string_view text,
                                    std::string_view name, std::size_t from) {
  std::optional<Tag> tag = next_tag(text, from);
  while (tag && (tag->closing || !same_name(tag->name, name))) {
    tag = next_tag(text, tag->bytes.end);
  }
  if (!tag) return std::nullopt;
  Element element{*tag, {tag->bytes.end, text.size()}, text.size()};
  std::optional<std::size_t> next_start;
  for (std::optional<Tag> other = next_tag(text, tag->bytes.end); other;
       other = next_tag(text, other->bytes.end)) {
    if (other->closing && same_name(other->name, name)) {
      element.content.end = other->bytes.begin;
      element.end = other->bytes.end;
      return element;
    }
    if (other->closing) continue;
    if (!next_start) next_start = other->bytes.begin;
    if (same_name(other->name, name)) break;
  }
  if (next_start) element.content.end = element.end = *next_start;
  return element;
}

std::string attribute(std::string_view attributes, std::string_view name) {
  std::size_t i = 0;
  while (i < attributes.size()) {
    while (i < attributes.size() && !is_name(attributes[i])) ++i;
    const std::size_t begin = i;
    while (i < attributes.size() && is_name(attributes[i])) ++i;
    const std::string_view found = attributes.substr(begin, i - begin);
    while (i < attributes.size() && is_tag_space(attributes[i])) ++i;
    if (i >= attributes.size() || attributes[i] != '=') continue;
    ++i;
    while (i < attributes.size() && is_tag_space(attributes[i])) ++i;
    std::string_view value;
    if (i < attributes.size() &&
        (attributes[i] == '"' || attributes[i] == '\'')) {
      const std::size_t end = attributes.find(attributes[i], i + 1);
      value = attributes.substr(i + 1, end - (i + 1));
      i = end == std::string_view::npos ? attributes.size() : end + 1;
    } else {
      const std::size_t start = i;
      while (i < attributes.size() && !is_tag_space(attributes[i])) ++i;
      value = attributes.substr(start, i - start);
    }
    if (same_name(found, name)) return decode_references(value);
  }
  return {};
}

std::string decode_references(std::string_view text) {
  std::string decoded;
  decoded.reserve(text.size());
  std::size_t copied = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (!kDecoded[byte]) continue;
    if (byte != '&') {
      decoded += text.substr(copied, i - copied);
      decoded += ' ';
      copied = i + 1;
      continue;
    }
    const std::size_t end = text.substr(i, kLongestReference).find(';');
    if (end == std::string_view::npos) continue;
    const char32_t value = referred(text.substr(i + 1, end - 1));
    if (value == 0) continue;
    decoded += text.substr(copied, i - copied);
    append_utf8(decoded, value);
    i += end;
    copied = i + 1;
  }
  decoded += text.substr(copied);
  return decoded;
}

bool has_text(std::string_view text) {
  std::size_t i = 0;
  while (i < text.size()) {
    if (is_tag_space(text[i])) {
      ++i;
    } else if (text.substr(i, 3) == "\xEF\xBB\xBF") {
      i += 3;
    } else if (text[i] == '<') {
      std::size_t behind = declaration_end(text, i);
      if (behind == i) {
        const std::optional<Tag> tag = tag_at(text, i);
        if (!tag) return true;
        behind = tag->bytes.end;
      }
      i = behind;
    } else {
      return true;
    }
  }
  return false;
}

}  // namespace broadsheet::read
