// Languages: which one an article is in.
#pragma once

#include <string>
#include <string_view>

namespace broadsheet::text {

/// The ISO 639-1 code of the language that `text` is in (CLD2), or `fallback`
/// where there is too little text to tell, or too mixed, or no valid UTF-8. Its
/// first 600 bytes are judged, and if they leave a doubt, its first 2,000.
[[nodiscard]] std::string detect_language(std::string_view text,
                                          const std::string& fallback);

/// A declared code in the form used here: "en-GB", "EN", "en_US.UTF-8" and
/// "eng" give "en", "ger" and "deu" give "de"; what is no ISO 639-1 or 639-2
/// code of a language with a two-letter one gives "".
[[nodiscard]] std::string normal_language(std::string_view declared);

}  // namespace broadsheet::text
