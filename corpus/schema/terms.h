// The term scheme: how words, stems and fields are spelt as Xapian terms.
// Upper-case prefixes as in Omega; a word itself never begins with an ASCII
// capital, as all words are folded. docs/index-format.md is the specification.
//
//   oil           an exact form of headline, body, caption or trailer;
//   positions Zoil          a stem of the same; no positions Soil  ZSoil   the
//   same for the headline alone Asilva        author    XPtokyo  place XNkyodo
//   source (agency, paper) XCsports      section   XTgold   topic (exact forms,
//   positions) ZAsilva …     their stems Len           language  Q<hash>
//   identity of the article (32 hex digits)
//
// A colon stands between a prefix of two letters and a word that begins with an
// ASCII capital or a colon; ours never do.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

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

/// The term of an exact form or of a stem in `field`.
[[nodiscard]] std::string exact_term(Field field, std::string_view form);
[[nodiscard]] std::string stem_term(Field field, std::string_view stem);

/// "L" + ISO 639-1 code.
[[nodiscard]] std::string language_term(std::string_view language);

/// "Q" + 32 hexadecimal digits of the identity's hash.
[[nodiscard]] std::string identity_term(std::string_view identity_hex);

}  // namespace broadsheet::schema
