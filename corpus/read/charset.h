// From the bytes of a document to valid UTF-8 without NUL, whatever they were:
// byte order mark, declaration, valid UTF-8, then ICU's guess.
#pragma once

#include <string>
#include <string_view>

namespace broadsheet::read {

struct DecodedText {
  std::string text;      ///< Valid UTF-8; NUL is a blank; no byte order mark.
  std::string encoding;  ///< IANA name of what it was: "UTF-8", "UTF-16LE", ….
  bool mended = false;   ///< Malformed bytes were replaced by U+FFFD.
};

/// Decodes `bytes`. `declared` is the name of a charset that the document or
/// its format declares, or "": it is believed unless the bytes contradict it.
/// Throws Error if ICU's converters can't be loaded.
[[nodiscard]] DecodedText decode(std::string_view bytes,
                                 std::string_view declared);

}  // namespace broadsheet::read
