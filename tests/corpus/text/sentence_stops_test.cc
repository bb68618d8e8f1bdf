// Claims about corpus/text/sentence_stops.cc: the default boundaries are ICU's.
#include "corpus/text/sentence_stops.h"

#include <doctest/doctest.h>
#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/base/file.h"
#include "corpus/base/utf8.h"
#include "tests/support/effort.h"
#include "tests/support/shared_data.h"

namespace broadsheet::text {
namespace {

using Offsets = std::vector<std::size_t>;

Offsets default_breaks(std::string_view text, bool greek) {
  const StopScanner scanner(text, greek);
  Offsets breaks;
  for (auto stop = scanner.find(0); stop; stop = scanner.find(stop->next)) {
    if (stop->by_default) breaks.push_back(stop->next);
  }
  return breaks;
}

/// ICU's sentence iterator, the slow truth.
class Icu {
 public:
  explicit Icu(const char* locale) {
    UErrorCode code = U_ZERO_ERROR;
    breaks_.reset(
        icu::BreakIterator::createSentenceInstance(icu::Locale(locale), code));
    REQUIRE(U_SUCCESS(code));
  }

  /// The boundaries of `text` but the outer ones.
  Offsets breaks(const std::string& text) {
    UErrorCode code = U_ZERO_ERROR;
    const icu::LocalUTextPointer view(utext_openUTF8(
        nullptr, text.data(), static_cast<std::int64_t>(text.size()), &code));
    breaks_->setText(view.getAlias(), code);
    REQUIRE(U_SUCCESS(code));
    Offsets offsets;
    while (breaks_->next() != icu::BreakIterator::DONE) {
      offsets.push_back(static_cast<std::size_t>(breaks_->current()));
    }
    if (!offsets.empty()) offsets.pop_back();
    return offsets;
  }

 private:
  std::unique_ptr<icu::BreakIterator> breaks_;
};

TEST_CASE("every character has the class ICU gives it") {
  const auto expected = [](UChar32 c) {
    switch (u_getIntPropertyValue(c, UCHAR_SENTENCE_BREAK)) {
      case U_SB_SEP:
      case U_SB_CR:
      case U_SB_LF:
      case U_SB_SP:
        return SentenceClass::kBlank;
      case U_SB_LOWER:
        return SentenceClass::kLower;
      case U_SB_UPPER:
        return SentenceClass::kUpper;
      case U_SB_NUMERIC:
        return SentenceClass::kDigit;
      case U_SB_ATERM:
        return SentenceClass::kFullStop;
      case U_SB_SCONTINUE:
        return SentenceClass::kContinue;
      case U_SB_STERM:
        return SentenceClass::kStop;
      case U_SB_CLOSE:
        return SentenceClass::kClose;
      default:
        return SentenceClass::kOther;
    }
  };
  for (UChar32 c = 0; c < 0x80; ++c) {
    CHECK(sentence_class(static_cast<char32_t>(c)) == expected(c));
  }
}

TEST_CASE("every character that can stop a sentence is seen") {
  int stops = 0;
  for (char32_t c = 0; c < 0x110000; ++c) {
    const SentenceClass kind = sentence_class(c);
    if (kind != SentenceClass::kFullStop && kind != SentenceClass::kStop) {
      continue;
    }
    ++stops;
    std::string text = "a";
    append_utf8(text, c);
    text += " B";
    const auto stop = StopScanner(text, false).find(0);
    REQUIRE(stop.has_value());
    CHECK(stop->begin == 1);
    CHECK(stop->by_default);
  }
  CHECK(stops > 100);
}

TEST_CASE("default boundaries are ICU's on any mix of characters") {
  const std::u32string characters =
      U".!? "
      U"\u00A0\u3000aBßЖ日あ5٣,-—:;\"'”“)(»。！…\u0301\u00AD\u200B$/।．\u037E"
      U"\u200D";
  Icu root("");
  Icu greek("el");
  std::uint32_t random = 7;
  std::size_t boundaries = 0;
  for (int round = 0; round < tests::effort(60000); ++round) {
    std::string text;
    for (int i = 0; i < 10; ++i) {
      random = random * 1664525 + 1013904223;
      append_utf8(text, characters[(random >> 8) % characters.size()]);
    }
    REQUIRE_MESSAGE(default_breaks(text, false) == root.breaks(text), text);
    REQUIRE_MESSAGE(default_breaks(text, true) == greek.breaks(text), text);
    boundaries += default_breaks(text, false).size();
  }
  CHECK(static_cast<int>(boundaries) > tests::effort(10000));
}

TEST_CASE("default boundaries are ICU's on Reuters") {
  const auto path = tests::shared_data("reuters21578");
  if (!path) return;
  Icu root("");
  std::size_t bodies = 0;
  for (const auto& entry : std::filesystem::directory_iterator(*path)) {
    const std::string file = read_file(entry.path().string());
    for (std::size_t at = file.find("<BODY>"); at != std::string::npos;
         at = file.find("<BODY>", at + 1)) {
      std::string body = file.substr(at + 6, file.find("</BODY>", at) - at - 6);
      // A line break is a blank to us and the end of a paragraph to ICU.
      for (char& c : body) {
        if (c == '\n' || c == '\r') c = ' ';
      }
      body = valid_utf8(body);
      REQUIRE(default_breaks(body, false) == root.breaks(body));
      ++bodies;
    }
  }
  CHECK(bodies == 19043);
}

TEST_CASE("a stop tells its run and what follows") {
  const std::string text = "Well?! \"Yes.";
  const auto stop = StopScanner(text, false).find(0);
  REQUIRE(stop.has_value());
  CHECK(stop->begin == 4);
  CHECK(stop->end == 6);
  CHECK(stop->next == 7);
  CHECK(stop->last == '!');
  CHECK_FALSE(stop->full_stop);
  CHECK_FALSE(StopScanner("no stop here", false).find(0).has_value());
}

}  // namespace
}  // namespace broadsheet::text
