// Words: the fast rules give what ICU gives.
#include "corpus/text/words.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <random>
#include <string>
#include <vector>

#include "corpus/base/file.h"
#include "corpus/base/utf8.h"
#include "corpus/text/icu_words.h"
#include "tests/support/effort.h"
#include "tests/support/shared_data.h"

namespace broadsheet::text {
namespace {

std::string joined(std::string_view text, std::span<const Span> words) {
  std::string line;
  for (const Span word : words) {
    if (!line.empty()) line += '|';
    line += word.of(text);
  }
  return line;
}

std::string split(std::string_view text) {
  WordSplitter splitter;
  return joined(text, splitter.split(text));
}

TEST_CASE("words are what a reader would call words") {
  CHECK(split("Oil rose 3.5 per cent.") == "Oil|rose|3.5|per|cent");
  CHECK(split("The U.S. can't, won't") == "The|U.S|can't|won't");
  CHECK(split("rules-based G-7 (G7)") == "rules|based|G|7|G7");
  CHECK(split("1,750 dlrs; 0.39 times") == "1,750|dlrs|0.39|times");
  CHECK(split("AT&T snake_case __ x") == "AT|T|snake_case|x");
  CHECK(split("write to ann@example.org, or @ann @") ==
        "write|to|ann@example.org|or|@ann");
  CHECK(split("at 10:30 o'clock") == "at|10|30|o'clock");
  CHECK(split("") == "");
  CHECK(split(" \n\t-- ...") == "");
}

TEST_CASE("words beyond ASCII") {
  CHECK(split("Café “naïve” l’été") == "Café|naïve|l’été");
  CHECK(split("e\xCC\x81t\xC3\xA9") == "e\xCC\x81t\xC3\xA9");
  CHECK(split("Москва, Αθήνα") == "Москва|Αθήνα");
  CHECK(split("東京都の会談 in Tokyo").ends_with("in|Tokyo"));
}

TEST_CASE("every piece of random text has the same words as ICU's") {
  const std::vector<std::string> pieces{
      "a",      "Z",         "word",     "7",      "1987",   "_",      ".",
      ",",      ";",         ":",        "'",      "\"",     "-",      " ",
      "\n",     "\r\n",      "’",        "‘",      "“",      "·",      "é",
      "ß",      "e\xCC\x81", "\xCC\x81", "\u00AD", "\u200B", "\u200D", "\u2060",
      "\u2024", "\u2027",    "\uFE52",   "א",      "ב",      "״",      "׳",
      "Ж",      "ω",         "ا",        "ب",      "٣",      "٫",      "한",
      "글",     "東",        "カ",       "ひ",     "ก",      "😀",      "🇯",
      "‿",      "ː",         "ʼ",        "Ⅷ",      "²",      "\uFFFD", "$",
      "%",      "\u0300",    "\u0E01",   "\u1E9E", "\u2C60", "\u10D0"};
  const auto seed = std::random_device{}();
  CAPTURE(seed);
  std::mt19937 random(seed);
  WordSplitter splitter;
  IcuWords icu;
  for (int round = 0; round < tests::effort(20000); ++round) {
    std::string text;
    const auto length = 1 + random() % 12;
    for (std::size_t i = 0; i < length; ++i) {
      text += pieces[random() % pieces.size()];
    }
    const std::string expected = joined(text, icu.split(text));
    INFO(text);
    REQUIRE(joined(text, splitter.split(text)) == expected);
  }
}

// The files are Latin-1 without a declaration; each byte is a code point.
std::string from_latin1(std::string_view bytes) {
  std::string text;
  for (const char byte : bytes) {
    append_utf8(text, static_cast<unsigned char>(byte));
  }
  return text;
}

TEST_CASE("every Reuters article has the same words as ICU's") {
  const auto folder = tests::shared_data("reuters21578");
  if (!folder) return;
  WordSplitter splitter;
  IcuWords icu;
  std::size_t articles = 0;
  for (const auto& file : std::filesystem::directory_iterator(*folder)) {
    if (file.path().extension() != ".sgm") continue;
    const std::string text = from_latin1(read_file(file.path().string()));
    constexpr std::string_view kEnd = "</REUTERS>";
    std::size_t begin = 0;
    for (std::size_t end; (end = text.find(kEnd, begin)) != std::string::npos;
         begin = end) {
      end += kEnd.size();
      const std::string_view article =
          std::string_view(text).substr(begin, end - begin);
      const std::vector<Span> expected = icu.split(article);
      REQUIRE(joined(article, splitter.split(article)) ==
              joined(article, expected));
      ++articles;
    }
  }
  CHECK(articles == 21578);
}

}  // namespace
}  // namespace broadsheet::text
