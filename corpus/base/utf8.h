// UTF-8 as bytes: stepping through it, checking it, mending it. Everything
// inside the project is valid UTF-8; readers see to that with `valid_utf8`.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace broadsheet {

/// A code point and the number of bytes it took. A byte that starts no valid
/// sequence is read as U+FFFD of one byte.
struct CodePoint {
  char32_t value = 0;
  std::size_t bytes = 0;
};

/// The same as those below, of a sequence that is not ASCII.
[[nodiscard]] CodePoint long_code_point_at(std::string_view text,
                                           std::size_t offset);
[[nodiscard]] CodePoint long_code_point_before(std::string_view text,
                                               std::size_t offset);

/// The code point at byte `offset` of `text`; `offset` < text.size().
[[nodiscard]] inline CodePoint code_point_at(std::string_view text,
                                             std::size_t offset) {
  const auto first = static_cast<unsigned char>(text[offset]);
  if (first < 0x80) return {first, 1};
  return long_code_point_at(text, offset);
}

/// The code point that ends at byte `offset` of `text`; 0 < `offset`.
[[nodiscard]] inline CodePoint code_point_before(std::string_view text,
                                                 std::size_t offset) {
  const auto last = static_cast<unsigned char>(text[offset - 1]);
  if (last < 0x80) return {last, 1};
  return long_code_point_before(text, offset);
}

/// Appends `value` to `text`; a value that is no scalar value becomes U+FFFD.
void append_utf8(std::string& text, char32_t value);

[[nodiscard]] bool is_valid_utf8(std::string_view text);

/// `text` with every malformed sequence replaced by U+FFFD (one for each
/// maximal subpart, as Unicode 15, section 3.9 recommends).
[[nodiscard]] std::string valid_utf8(std::string_view text);

/// The largest offset ≤ `offset` that does not split a sequence of `text`.
[[nodiscard]] std::size_t utf8_floor(std::string_view text, std::size_t offset);

}  // namespace broadsheet
