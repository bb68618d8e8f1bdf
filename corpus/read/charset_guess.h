// Which charset bytes are in that declare none and are no Unicode, and what is
// meant by a name that is declared.
#pragma once

#include <string>
#include <string_view>

namespace broadsheet::read {

[[nodiscard]] bool is_ascii(std::string_view bytes);

/// Whether `bytes` switch charsets by escapes, as ISO 2022 does, whose texts
/// are made of ASCII bytes.
[[nodiscard]] bool has_iso_2022_escape(std::string_view bytes);

/// The name to decode `bytes` by if `declared` is their charset: its canonical
/// one; and Windows-1252 instead of Latin-1 where bytes are used that only the
/// former has letters and signs for.
[[nodiscard]] std::string meant_charset(std::string_view declared,
                                        std::string_view bytes);

/// The charset that `sample` looks like if it is not UTF-8, as ICU guesses it;
/// "" if it is UTF-8, whole or with a few damaged bytes.
[[nodiscard]] std::string guess_charset(std::string_view sample);

}  // namespace broadsheet::read
