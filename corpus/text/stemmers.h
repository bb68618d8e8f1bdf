// Which languages have a stemmer. Apart from language.h so that a search, which
// stems but detects no language, need not load what detects it.
#pragma once

#include <string_view>

namespace broadsheet::text {

/// Whether Xapian has a Snowball stemmer for the ISO 639-1 code `language`.
[[nodiscard]] bool has_stemmer(std::string_view language);

}  // namespace broadsheet::text
