// What stands around a full stop: the word before it, what comes after it, and
// what the look of the text around says of capital letters. Every look is
// bounded, so that text of any shape is cut in linear time.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace broadsheet::text {

/// What the text after a stop begins with, opening marks aside.
enum class Following : unsigned char {
  kNothing,  ///< The text ends.
  kLower,
  kUpper,
  kCaseless,  ///< A letter of a script without case.
  kNumber,    ///< A digit, also after a currency sign or "#".
  kContinue,  ///< A comma, dash or colon.
  kStop,      ///< Another terminator.
  kSymbol     ///< Anything else.
};

/// The word after a stop; views of the text.
struct WordAfter {
  Following kind = Following::kNothing;
  std::size_t begin = 0;  ///< Its first byte, after opening marks.
  std::string_view word;  ///< Letters, digits and hyphens, at most 48 bytes.
  bool dotted = false;    ///< Whether a full stop follows the word.
};

/// What follows byte `from` of `text`, which is no blank.
[[nodiscard]] WordAfter word_after(std::string_view text, std::size_t from);

/// The word that ends at byte `end` of `text`, not looked for before `begin`
/// and at most 40 bytes long: letters, digits, full stops, hyphens,
/// apostrophes, "°", "&". Single letters with full stops and blanks between
/// them are one: "z. B" is "z.B". Empty if there is none.
[[nodiscard]] std::string word_before(std::string_view text, std::size_t begin,
                                      std::size_t end);

/// Whether a comma stands before the word that ends at `end`: "Boston, Mass".
[[nodiscard]] bool comma_before_word(std::string_view text, std::size_t begin,
                                     std::size_t end);

/// Whether `text`, a paragraph, looks like a headline: short, without a full
/// stop at its end, and nearly all its longer words capitalised, so that a
/// capital says nothing.
[[nodiscard]] bool is_headline(std::string_view text);

/// Whether `beginning`, the sentence up to a stop, is the number or letter of a
/// list item or section and nothing else: "1", "(a", "• 9", "IV", "2.3".
[[nodiscard]] bool is_list_marker(std::string_view beginning);

/// Whether `beginning`, an English sentence up to a stop, is only a short
/// phrase of place or time, after which the sentence must go on: "At 5 a.m.",
/// "In the U.S.".
[[nodiscard]] bool is_opening_phrase(std::string_view beginning);

/// Whether byte `from` of `text`, after a quotation, begins with a name and a
/// verb of speech: "Holt asked", "Prime Minister Anna Holt told".
[[nodiscard]] bool attributes_quotation(std::string_view text,
                                        std::size_t from);

}  // namespace broadsheet::text
