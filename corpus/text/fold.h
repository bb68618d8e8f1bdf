// Folding: what makes spellings of one word equal. NFKC case folding (Unicode
// 15, section 3.13; ICU's nfkc_cf), then accents of Latin, Greek and Cyrillic
// letters dropped, and letters that Unicode does not decompose (ø, ł, æ …)
// spelt in plain ones.
#pragma once

#include <string>
#include <string_view>

namespace broadsheet::text {

/// `word` folded. Apostrophes of all kinds become U+0027 and stay. ASCII takes
/// no library call. Throws Error if ICU's normalisation data can't be loaded.
[[nodiscard]] std::string fold(std::string_view word);

}  // namespace broadsheet::text
