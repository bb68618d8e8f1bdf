// Languages: which one an article is in, and which have a stemmer.
#pragma once

#include <string>
#include <string_view>

namespace broadsheet::text {

/// Whether Xapian has a Snowball stemmer for the ISO 639-1 code `language`.
[[nodiscard]] bool has_stemmer(std::string_view language);

/// The ISO 639-1 code of the language that `text` (valid UTF-8) is in, judged
/// by its first 2,000 bytes (CLD2), or `fallback` where they are too few or too
/// mixed to tell.
[[nodiscard]] std::string detect_language(std::string_view text,
                                          const std::string& fallback);

/// A declared code in the form used here: "en-GB", "EN", "eng" give "en"; what
/// is no such code gives "".
[[nodiscard]] std::string normal_language(std::string_view declared);

}  // namespace broadsheet::text
