#include "corpus/text/fold.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <algorithm>

#include "corpus/base/error.h"
#include "corpus/base/utf8.h"

namespace broadsheet::text {
namespace {

// Marks beyond this many on one letter are dropped before normalisation, which
// would otherwise sort a million of them (Unicode's own Stream-Safe format
// allows 30; no writing system needs more than a few).
constexpr int kMaxMarks = 8;

constexpr char32_t kBreve = 0x0306;

bool is_mark(UChar32 c) { return u_charType(c) == U_NON_SPACING_MARK; }

void check(UErrorCode code) {
  if (U_FAILURE(code)) {
    throw Error(ErrorKind::kInputOutput,
                std::string("ICU's normalisation data: ") + u_errorName(code));
  }
}

const icu::Normalizer2& case_folding() {
  UErrorCode code = U_ZERO_ERROR;
  const auto* instance = icu::Normalizer2::getNFKCCasefoldInstance(code);
  check(code);
  return *instance;
}

const icu::Normalizer2& composition() {
  UErrorCode code = U_ZERO_ERROR;
  const auto* instance = icu::Normalizer2::getNFCInstance(code);
  check(code);
  return *instance;
}

const icu::Normalizer2& decomposition() {
  UErrorCode code = U_ZERO_ERROR;
  const auto* instance = icu::Normalizer2::getNFDInstance(code);
  check(code);
  return *instance;
}

// Scripts in which a mark is an accent that readers leave out when they type.
// In Cyrillic the breve is not one: й is a letter of its own.
bool drops_mark(UScriptCode script, UChar32 mark) {
  switch (script) {
    case USCRIPT_LATIN:
    case USCRIPT_GREEK:
    case USCRIPT_ARABIC:
    case USCRIPT_HEBREW:
      return true;
    case USCRIPT_CYRILLIC:
      return mark != kBreve;
    default:
      return false;
  }
}

// Letters that no decomposition takes apart, after case folding.
std::u16string_view plain_letters(UChar32 c) {
  switch (c) {
    case 0x00E6:
      return u"ae";
    case 0x00F0:
      return u"d";
    case 0x00F8:
      return u"o";
    case 0x00FE:
      return u"th";
    case 0x0111:
      return u"d";
    case 0x0127:
      return u"h";
    case 0x0131:
      return u"i";
    case 0x0142:
      return u"l";
    case 0x0153:
      return u"oe";
    case 0x0167:
      return u"t";
    case 0x02BC:
    case 0x2018:
    case 0x2019:
    case 0x201B:
      return u"'";
    default:
      return {};
  }
}

icu::UnicodeString without_mark_floods(std::string_view word) {
  icu::UnicodeString text;
  int marks = 0;
  for (std::size_t i = 0; i < word.size();) {
    const CodePoint point = code_point_at(word, i);
    i += point.bytes;
    const auto c = static_cast<UChar32>(point.value);
    marks = is_mark(c) ? marks + 1 : 0;
    if (marks <= kMaxMarks) text.append(c);
  }
  return text;
}

std::string fold_by_icu(std::string_view word) {
  UErrorCode code = U_ZERO_ERROR;
  const icu::UnicodeString folded = decomposition().normalize(
      case_folding().normalize(without_mark_floods(word), code), code);
  check(code);
  icu::UnicodeString plain;
  UScriptCode script = USCRIPT_COMMON;
  for (std::int32_t i = 0; i < folded.length();) {
    const UChar32 c = folded.char32At(i);
    i += U16_LENGTH(c);
    if (is_mark(c)) {
      if (!drops_mark(script, c)) plain.append(c);
      continue;
    }
    UErrorCode ignored = U_ZERO_ERROR;
    script = uscript_getScript(c, &ignored);
    const std::u16string_view letters = plain_letters(c);
    if (letters.empty()) {
      plain.append(c);
    } else {
      plain.append(letters.data(), static_cast<std::int32_t>(letters.size()));
    }
  }
  std::string bytes;
  composition().normalize(plain, code).toUTF8String(bytes);
  check(code);
  return bytes;
}

}  // namespace

std::string fold(std::string_view word) {
  const bool ascii = std::ranges::all_of(
      word, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  if (!ascii) return fold_by_icu(word);
  std::string folded(word);
  for (char& c : folded) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return folded;
}

}  // namespace broadsheet::text
