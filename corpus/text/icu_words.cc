#include "corpus/text/icu_words.h"

#include <unicode/locid.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>

#include <cstdint>
#include <limits>
#include <string>

#include "corpus/base/error.h"
#include "corpus/base/utf8.h"

namespace broadsheet::text {
namespace {

void check_words(UErrorCode code, const char* action) {
  if (U_FAILURE(code)) {
    throw Error(ErrorKind::kInputOutput, std::string("ICU failed at ") +
                                             action + ": " + u_errorName(code));
  }
}

// ICU's own mark of words is not used: it calls a run of connectors a word, and
// "a_" with an accent on the connector none.
bool has_searchable(std::string_view word) {
  for (std::size_t i = 0; i < word.size();) {
    const CodePoint point = code_point_at(word, i);
    i += point.bytes;
    const auto c = static_cast<UChar32>(point.value);
    const int kind = u_getIntPropertyValue(c, UCHAR_WORD_BREAK);
    if (kind == U_WB_ALETTER || kind == U_WB_HEBREW_LETTER ||
        kind == U_WB_NUMERIC || kind == U_WB_KATAKANA || u_isalpha(c) != 0 ||
        u_hasBinaryProperty(c, UCHAR_IDEOGRAPHIC) != 0) {
      return true;
    }
  }
  return false;
}

}  // namespace

IcuWords::IcuWords() {
  UErrorCode code = U_ZERO_ERROR;
  breaks_.reset(
      icu::BreakIterator::createWordInstance(icu::Locale::getEnglish(), code));
  check_words(code, "opening its word rules");
}

std::vector<Span> IcuWords::split(std::string_view text) {
  if (text.size() >
      static_cast<std::size_t>(std::numeric_limits<std::int32_t>::max())) {
    throw Error(ErrorKind::kInputOutput, "text longer than 2 GiB");
  }
  UErrorCode code = U_ZERO_ERROR;
  // Over a UTF-8 UText, ICU counts in bytes of `text` itself.
  const icu::LocalUTextPointer view(utext_openUTF8(
      nullptr, text.data(), static_cast<std::int64_t>(text.size()), &code));
  breaks_->setText(view.getAlias(), code);
  check_words(code, "splitting words");
  std::vector<Span> words;
  std::size_t begin = 0;
  while (breaks_->next() != icu::BreakIterator::DONE) {
    const auto end = static_cast<std::size_t>(breaks_->current());
    const Span word{begin, end};
    if (has_searchable(word.of(text))) words.push_back(word);
    begin = end;
  }
  return words;
}

}  // namespace broadsheet::text
