// The term scheme: how words, stems and fields are spelt as Xapian terms.
// Upper-case prefixes as in Omega; a word itself never begins with an ASCII
// capital, as all words are folded. docs/index-format.md is the specification.
//
//   oil       an exact form in headline, body, caption or trailer; positions
//   Zoil      the stem of oils; no positions. The form oil, which is its own
//             stem, has none, and neither have forms that begin with a digit
//   Soil      an exact form in the headline; no positions, no stem
//   Asilva    author       XPtokyo   place     XNkyodo  source: agency, paper
//   XCsports  section      XTgold    topic; exact forms, with
//                                              positions in values of several
//                                              words
//   ZAsilva   their stems, ZXPtokyo and so on
//   Len       language     Q1234     the article's own id, or a hash of where
//                                    it stands
//
// A colon stands between a prefix of two letters and a word that begins with an
// ASCII capital or a colon; ours never do.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "corpus/base/checksum.h"

namespace broadsheet::schema {

/// The fields that hold words.
enum class Field : unsigned char {
  kText,  ///< Headline, body, captions and trailer together.
  kHeadline,
  kAuthor,
  kPlace,
  kSource,
  kSection,
  kTopic,
};

inline constexpr std::array kAllFields{
    Field::kText,   Field::kHeadline, Field::kAuthor, Field::kPlace,
    Field::kSource, Field::kSection,  Field::kTopic};

/// "", "S", "A", "XP", "XN", "XC" or "XT".
[[nodiscard]] std::string_view prefix(Field field);

/// The term of an exact form or of a stem in `field`. The index holds no stem
/// terms of kHeadline: a headline's stems are looked up through their forms.
[[nodiscard]] std::string exact_term(Field field, std::string_view form);
[[nodiscard]] std::string stem_term(Field field, std::string_view stem);

/// The exact term of the form that is spelt as the stem of `stem_term` is: what
/// an article has instead of the stem term if it has that form alone.
[[nodiscard]] std::string form_of_stem(const std::string& stem_term);

/// "L" + ISO 639-1 code.
[[nodiscard]] std::string language_term(std::string_view language);

/// "Q" + the article's own `id`; "Q" + 32 hexadecimal digits of `identity`, the
/// hash of who it is, where it has none or one of over kMaxIdBytes.
[[nodiscard]] std::string identity_term(std::string_view id, Hash128 identity);
inline constexpr std::size_t kMaxIdBytes = 200;

}  // namespace broadsheet::schema
