// Acronyms that are also words. "U.S." and "US" are one thing and the pronoun
// "us" another, though case folding and dropping dots makes all three equal.
// For the few acronyms whose letters spell a common word, the dots stay in the
// exact form ("u.s"); all others lose them ("nato"), so that NATO, Nato and
// N.A.T.O. find each other.
#pragma once

#include <string_view>

namespace broadsheet::text {

/// Whether `word` is letters with single full stops between them, "U.S" or
/// "N.A.T.O" (the last full stop is not part of a word). ASCII letters only.
[[nodiscard]] bool is_dotted_acronym(std::string_view word);

/// Whether `word` is two or more ASCII capitals and nothing else.
[[nodiscard]] bool is_all_capitals(std::string_view word);

/// Whether `letters` (lower case, without dots) spell a common word, so that
/// the acronym must be kept apart from it: us, who, it, un, am.
[[nodiscard]] bool spells_a_word(std::string_view letters);

}  // namespace broadsheet::text
