// From the bytes of a document to valid UTF-8 without NUL, whatever they were:
// byte order mark, declaration, valid UTF-8, then ICU's guess.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace broadsheet::read {

struct DecodedText {
  std::string text;      ///< Valid UTF-8; NUL is a blank; no byte order mark.
  std::string encoding;  ///< IANA name of what it was: "UTF-8", "UTF-16LE", ….
  bool mended = false;   ///< Malformed bytes were replaced by U+FFFD.
  bool guessed = false;  ///< Neither a mark, a declaration nor UTF-8 told.
  bool had_nul = false;  ///< NULs were replaced by blanks.
};

/// What to tell people of a text that had NULs.
inline constexpr std::string_view kNulWarning = "NUL bytes in it became blanks";

/// What to tell people of a text of `encoding` that was mended.
[[nodiscard]] std::string mended_warning(std::string_view encoding);

/// A Unicode encoding that shows in the first bytes, and the length of its byte
/// order mark, 0 if it has none.
struct UnicodeForm {
  std::string_view encoding;  ///< "UTF-8", "UTF-16LE", …; empty: none shows.
  std::size_t mark_bytes = 0;
};

/// Which Unicode encoding `head`, the first bytes of a document, is in by its
/// byte order mark or, for UTF-16 and UTF-32 without one, by where its zero
/// bytes stand.
[[nodiscard]] UnicodeForm unicode_form(std::string_view head);

/// Decodes `bytes`. `declared` is the name of a charset that the document or
/// its format declares, or "": it is believed unless the bytes contradict it.
/// Throws Error if ICU's converters can't be loaded.
[[nodiscard]] DecodedText decode(std::string_view bytes,
                                 std::string_view declared);

}  // namespace broadsheet::read
