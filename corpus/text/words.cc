#include "corpus/text/words.h"

#include <unicode/uchar.h>

#include <array>
#include <optional>

#include "corpus/base/utf8.h"
#include "corpus/text/ascii_letters.h"
#include "corpus/text/icu_words.h"

// The rules, with AH = letter, N = digit, X = connector such as '_':
//
//   AH, N and X join each other                            WB5, 8-10, 13a, 13b
//   AH (' . · ’ …) AH joins: don't, U.S, l’eau             WB6, WB7
//   N (' . , ; …) N joins: 3.5, 1,750, 1'000               WB11, WB12
//   marks and format characters belong to what they follow WB4
//
// so one character of look-ahead behind a joining sign decides everything. ICU
// 72 differs from UAX #29 in two places for these scripts: the colon joins
// nothing, and '@' counts as a letter (the lexicon takes such words apart
// again).

namespace broadsheet::text {
namespace {

// The word-break classes that the rules tell apart.
enum class Class : unsigned char {
  kOther,
  kLetter,
  kAtSign,  // a letter to the rules, but not enough to make a word
  kHebrew,
  kDigit,
  kConnector,
  kMidLetter,    // joins letters
  kMidDigit,     // joins digits
  kMidBoth,      // joins either, as the full stop does
  kSingleQuote,  // joins either; after a Hebrew letter it is part of the word
  kDoubleQuote,  // joins Hebrew letters
  kMark,         // Extend and Format: part of what they follow
  kDictionary,   // only ICU can tell
};

constexpr std::array<Class, 128> ascii_classes() {
  std::array<Class, 128> classes{};
  for (char c = 'a'; c <= 'z'; ++c) {
    classes[static_cast<unsigned char>(c)] = Class::kLetter;
    classes[static_cast<unsigned char>(c - 'a' + 'A')] = Class::kLetter;
  }
  for (char c = '0'; c <= '9'; ++c) {
    classes[static_cast<unsigned char>(c)] = Class::kDigit;
  }
  classes['@'] = Class::kAtSign;
  classes['_'] = Class::kConnector;
  classes['.'] = Class::kMidBoth;
  classes[','] = Class::kMidDigit;
  classes[';'] = Class::kMidDigit;
  classes['\''] = Class::kSingleQuote;
  classes['"'] = Class::kDoubleQuote;
  return classes;
}
constexpr std::array<Class, 128> kAsciiClass = ascii_classes();

constexpr bool is_colon(char32_t c) {
  return c == ':' || c == 0xFE55 || c == 0xFF1A;
}

// Blocks in which no character needs a dictionary: everything before Thai,
// Georgian, and from Latin Extended Additional to Miscellaneous Symbols. U+200D
// glues emoji together, which ICU may sort out.
constexpr bool is_plain(char32_t c) {
  return c != 0x200D && (c < 0x0E00 || (c >= 0x10A0 && c <= 0x10FF) ||
                         (c >= 0x1E00 && c <= 0x2BFF) || c == 0xFFFD);
}

Class class_beyond_ascii(char32_t c) {
  if (!is_plain(c)) return Class::kDictionary;
  if (is_colon(c)) return Class::kOther;
  switch (u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_WORD_BREAK)) {
    case U_WB_ALETTER:
      return Class::kLetter;
    case U_WB_HEBREW_LETTER:
      return Class::kHebrew;
    case U_WB_NUMERIC:
      return Class::kDigit;
    case U_WB_EXTENDNUMLET:
      return Class::kConnector;
    case U_WB_MIDLETTER:
      return Class::kMidLetter;
    case U_WB_MIDNUM:
      return Class::kMidDigit;
    case U_WB_MIDNUMLET:
      return Class::kMidBoth;
    case U_WB_SINGLE_QUOTE:
      return Class::kSingleQuote;
    case U_WB_DOUBLE_QUOTE:
      return Class::kDoubleQuote;
    case U_WB_EXTEND:
    case U_WB_FORMAT:
      return Class::kMark;
    default:
      return Class::kOther;
  }
}

constexpr bool is_word_part(Class c) {
  return c == Class::kLetter || c == Class::kHebrew || c == Class::kDigit ||
         c == Class::kConnector || c == Class::kAtSign;
}

constexpr bool is_letter_class(Class c) {
  return c == Class::kLetter || c == Class::kHebrew || c == Class::kAtSign;
}

constexpr bool is_searchable_class(Class c) {
  return c == Class::kLetter || c == Class::kHebrew || c == Class::kDigit;
}

struct Step {
  Class kind = Class::kOther;
  std::size_t end = 0;  // Past the character and the marks that follow it.
};

// One pass over a text; `next_word` gives words until the end, or gives up
// where a character needs a dictionary.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  [[nodiscard]] bool needs_dictionary() const { return needs_dictionary_; }

  std::optional<Span> next_word() {
    while (at_ < text_.size()) {
      const Step first = step(at_);
      if (needs_dictionary_) return std::nullopt;
      if (is_word_part(first.kind)) {
        const Span word{at_, rest_of_word(first)};
        if (needs_dictionary_) return std::nullopt;
        at_ = word.end;
        if (has_letter_or_digit_) return word;
      } else {
        at_ = first.end;
      }
    }
    return std::nullopt;
  }

 private:
  Class class_at(std::size_t i, std::size_t& length) {
    const auto byte = static_cast<unsigned char>(text_[i]);
    if (byte < 0x80) {
      length = 1;
      return kAsciiClass[byte];
    }
    const CodePoint point = code_point_at(text_, i);
    length = point.bytes;
    const Class kind = class_beyond_ascii(point.value);
    if (kind == Class::kDictionary) needs_dictionary_ = true;
    return kind;
  }

  // The character at `i`, with its marks.
  Step step(std::size_t i) {
    std::size_t length = 0;
    const Class kind = class_at(i, length);
    std::size_t end = i + length;
    while (end < text_.size() &&
           static_cast<unsigned char>(text_[end]) >= 0x80 &&
           class_at(end, length) == Class::kMark) {
      // Marks belong to line ends as little as to nothing (WB3a, WB3b), but
      // neither is part of a word, so it does not matter here.
      end += length;
    }
    return {kind, end};
  }

  // How many ASCII letters from `i` on have one behind them; not all of many.
  [[nodiscard]] std::size_t letters_before_last(std::size_t i) const {
    if (text_.size() - i < sizeof(EightBytes)) return 0;
    const std::size_t letters = leading_letters(eight_bytes(text_.data() + i));
    return letters == 0 ? 0 : letters - 1;
  }

  // Where the word ends whose first character is `last`.
  std::size_t rest_of_word(Step last) {
    has_letter_or_digit_ = is_searchable_class(last.kind);
    while (last.end < text_.size() && !needs_dictionary_) {
      // Marks may follow the last of some letters, so that one is looked at.
      const Step next = step(last.end + letters_before_last(last.end));
      if (is_word_part(next.kind)) {
        last = next;
        has_letter_or_digit_ |= is_searchable_class(next.kind);
        continue;
      }
      const std::optional<Step> joined = across(last, next);
      if (!joined) break;
      if (joined->kind == Class::kSingleQuote) return joined->end;  // WB7a
      last = *joined;
      has_letter_or_digit_ |= is_searchable_class(last.kind);
    }
    return last.end;
  }

  // The step behind the joining sign `sign`, if it joins what stands around it.
  std::optional<Step> across(const Step& left, const Step& sign) {
    const bool joins_letters = sign.kind == Class::kMidLetter ||
                               sign.kind == Class::kMidBoth ||
                               sign.kind == Class::kSingleQuote;
    const bool joins_digits = sign.kind == Class::kMidDigit ||
                              sign.kind == Class::kMidBoth ||
                              sign.kind == Class::kSingleQuote;
    const bool joins_hebrew =
        sign.kind == Class::kDoubleQuote && left.kind == Class::kHebrew;
    if ((is_letter_class(left.kind) && joins_letters) ||
        (left.kind == Class::kDigit && joins_digits) || joins_hebrew) {
      if (sign.end < text_.size()) {
        const Step right = step(sign.end);
        const bool same = joins_hebrew ? right.kind == Class::kHebrew
                          : is_letter_class(left.kind)
                              ? is_letter_class(right.kind)
                              : right.kind == Class::kDigit;
        if (same) return right;
      }
    }
    if (left.kind == Class::kHebrew && sign.kind == Class::kSingleQuote) {
      return sign;
    }
    return std::nullopt;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  bool has_letter_or_digit_ = false;
  bool needs_dictionary_ = false;
};

}  // namespace

WordSplitter::WordSplitter() = default;
WordSplitter::~WordSplitter() = default;
WordSplitter::WordSplitter(WordSplitter&&) noexcept = default;
WordSplitter& WordSplitter::operator=(WordSplitter&&) noexcept = default;

std::span<const Span> WordSplitter::split(std::string_view text) {
  words_.clear();
  Scanner scanner(text);
  while (const std::optional<Span> word = scanner.next_word()) {
    words_.push_back(*word);
  }
  if (scanner.needs_dictionary()) {
    if (!dictionary_) dictionary_ = std::make_unique<IcuWords>();
    words_ = dictionary_->split(text);
  }
  return words_;
}

}  // namespace broadsheet::text
