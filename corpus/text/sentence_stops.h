// The places where a sentence may end: full stops and their kin, and what
// Unicode's default rules (UAX #29, chapter 5) say of each. One pass over the
// bytes finds them; ICU tells the class of every character beyond ASCII. The
// boundaries are those of ICU's sentence iterator, a line break being a blank
// (tested against it), at many times its speed, because prose is stepped over
// until a character that can stop a sentence comes.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace broadsheet::text {

/// Unicode's Sentence_Break property, with line and paragraph separators among
/// the blanks.
enum class SentenceClass : unsigned char {
  kOther,
  kExtend,  ///< Combining marks and format characters: part of what they mark.
  kBlank,
  kLower,
  kUpper,
  kCaseless,  ///< A letter of a script without case.
  kDigit,
  kFullStop,  ///< ATerm: also ends abbreviations.
  kContinue,  ///< Comma, dash, colon: the sentence goes on.
  kStop,      ///< STerm: question and exclamation marks, 。 and others.
  kClose      ///< Quotation marks and brackets, opening ones too.
};

/// The class of `character` by the root rules.
[[nodiscard]] SentenceClass sentence_class(char32_t character);

[[nodiscard]] constexpr bool is_letter(SentenceClass c) {
  return c == SentenceClass::kLower || c == SentenceClass::kUpper ||
         c == SentenceClass::kCaseless;
}

inline constexpr char32_t kEllipsis = 0x2026;

/// A run of terminators and what follows it. Offsets are bytes of the text.
struct Stop {
  std::size_t begin = 0;    ///< Of the run: "?!", "...", or one character.
  std::size_t end = 0;      ///< Of the run.
  std::size_t next = 0;     ///< Where a default boundary would lie: after the
                            ///< run, quotation marks, brackets and blanks.
  char32_t last = 0;        ///< The last terminator of the run.
  bool full_stop = false;   ///< Whether `last` is a full stop, not ? or !.
  bool by_default = false;  ///< Whether the default rules end a sentence here.
};

/// Finds the stops of a text, which must outlive the scanner.
class StopScanner {
 public:
  /// `greek` makes the Greek question mark, ";", a stop, as ICU does for "el".
  StopScanner(std::string_view text, bool greek) : text_(text), greek_(greek) {}

  /// The first stop at or after byte `from`, or nothing. The full stop of a
  /// decimal is one, and so is the ellipsis character, though the default rules
  /// never end a sentence there.
  [[nodiscard]] std::optional<Stop> find(std::size_t from) const;

 private:
  struct Character;
  [[nodiscard]] Character at(std::size_t offset) const;
  [[nodiscard]] std::size_t skip(std::size_t offset, SentenceClass c) const;
  [[nodiscard]] bool after_cased_letter(std::size_t offset) const;
  [[nodiscard]] bool lower_case_follows(std::size_t offset) const;
  [[nodiscard]] std::optional<Stop> stop_at(std::size_t begin) const;

  std::string_view text_;
  bool greek_;
};

}  // namespace broadsheet::text
