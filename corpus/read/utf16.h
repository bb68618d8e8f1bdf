// UTF-16 that comes in pieces, and UTF-16 or UTF-32 that comes without a byte
// order mark.
#pragma once

#include <string>
#include <string_view>

namespace broadsheet::read {

/// Turns UTF-16 code units into UTF-8, a piece at a time; a surrogate without
/// its partner becomes U+FFFD.
class Utf16Decoder {
 public:
  /// Appends `units` to `text`; a high surrogate at the end waits for the next.
  void append(std::u16string_view units, std::string& text);

  /// Appends U+FFFD for a surrogate still waiting.
  void finish(std::string& text);

 private:
  char32_t high_ = 0;  // A high surrogate that waits for its partner, or 0.
};

/// "UTF-16LE", "UTF-16BE", "UTF-32LE" or "UTF-32BE" where the zero bytes of
/// `sample` stand as that encoding has them in prose; else "".
[[nodiscard]] std::string_view utf16_without_mark(std::string_view sample);

}  // namespace broadsheet::read
