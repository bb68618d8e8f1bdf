// The singular and plural of English nouns, for singular(…) and plural(…): by
// the rules of spelling and a list of the common exceptions. The words are as
// they are folded. Of a word of another language the rules make what they make.
#pragma once

#include <string>
#include <string_view>

namespace broadsheet::searcher::query {

/// "city" of "cities" and of "city".
[[nodiscard]] std::string singular_of(std::string_view word);

/// "cities" of "city" and of "cities".
[[nodiscard]] std::string plural_of(std::string_view word);

}  // namespace broadsheet::searcher::query
