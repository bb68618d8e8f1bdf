// Claims about corpus/text/language.cc.
#include "corpus/text/language.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <string>
#include <string_view>

#include "corpus/base/file.h"
#include "corpus/text/stemmers.h"
#include "tests/support/shared_data.h"

namespace broadsheet::text {
namespace {

constexpr std::string_view kEnglish =
    "Heavy rain closed the mountain roads above Ardan on Monday, and the mayor "
    "asked people to stay at home until the river had fallen. ";
constexpr std::string_view kGerman =
    "Starker Regen hat am Montag die Straßen oberhalb von Ardan unpassierbar "
    "gemacht, und die Bürgermeisterin bat alle, zu Hause zu bleiben. ";

TEST_CASE("the language of an article is told by its text") {
  struct Row {
    std::string_view text;
    std::string_view language;
  };
  for (const Row& row : {
           Row{kEnglish, "en"},
           Row{kGerman, "de"},
           Row{"De fortes pluies ont coupé lundi les routes de montagne "
               "au-dessus d'Ardan, et le maire a demandé à tous les habitants "
               "de rester chez eux.",
               "fr"},
           Row{"Las fuertes lluvias cortaron el lunes las carreteras de la "
               "sierra y el alcalde pidió a los vecinos que se quedaran en "
               "casa.",
               "es"},
           Row{"大雨のため、山の道路は月曜日に通行止めとなり、市長は住民に自宅"
               "に"
               "とどまるよう呼びかけた。",
               "ja"},
           Row{"Сильный дождь в понедельник размыл горные дороги, и мэр "
               "попросил жителей оставаться дома.",
               "ru"},
           Row{"Η δυνατή βροχή έκλεισε τη Δευτέρα τους δρόμους του βουνού.",
               "el"},
       }) {
    CHECK(detect_language(row.text, "?") == row.language);
  }
}

TEST_CASE("what is too short or too mixed to tell is the fallback's") {
  CHECK(detect_language("", "en") == "en");
  CHECK(detect_language("Ardan", "sv") == "sv");
  CHECK(detect_language("Nul\n\na b Velmar", "en") == "en");
  CHECK(detect_language("Konto\n\nDas Wetter", "en") == "en");
  CHECK(detect_language("1,234 5,678 90.12 3.4", "en") == "en");
  CHECK(detect_language("\xff\xfe not UTF-8 \xff", "en") == "en");
  std::string mixed(kEnglish);
  mixed += kEnglish;
  mixed += kGerman;
  mixed += kGerman;
  CHECK(detect_language(mixed, "?") == "?");
}

TEST_CASE("only the first bytes are judged, up to a whole character") {
  std::string text;
  while (text.size() < 2000) text += kEnglish;
  std::string german;
  while (german.size() < 20000) german += kGerman;
  CHECK(detect_language(text + german, "?") == "en");
  // An English caption of 200 bytes before a German article.
  CHECK(detect_language(std::string(kEnglish) + german, "?") == "de");
  for (const unsigned cut : {0U, 1U, 2U}) {
    std::string japanese(cut, ' ');
    while (japanese.size() < 3000) japanese += "雨が降って道路は閉じた。";
    CHECK(detect_language(japanese, "?") == "ja");
  }
}

TEST_CASE("a declared language becomes its two-letter code") {
  struct Row {
    std::string_view declared;
    std::string_view code;
  };
  for (const Row& row : {
           Row{"en", "en"},      Row{"EN", "en"},
           Row{"en-GB", "en"},   Row{"en_US.UTF-8", "en"},
           Row{"eng", "en"},     Row{"deu", "de"},
           Row{"ger", "de"},     Row{"fra", "fr"},
           Row{"fre", "fr"},     Row{"jpn", "ja"},
           Row{"zh-Hant", "zh"}, Row{"chi", "zh"},
           Row{"nob", "nb"},     Row{"iw", "he"},
           Row{"", ""},          Row{"xx", ""},
           Row{"english", ""},   Row{"-", ""},
           Row{"../etc", ""},    Row{"e", ""},
       }) {
    CAPTURE(row.declared);
    CHECK(normal_language(row.declared) == row.code);
  }
}

TEST_CASE("languages with a Snowball stemmer are known") {
  for (const std::string_view code : {"en", "de", "fr", "es", "ru", "sv", "fi",
                                      "hu", "it", "nl", "no", "pt", "ro", "tr"})
    CHECK_MESSAGE(has_stemmer(code), code);
  for (const std::string_view code : {"ja", "zh", "xx", "", "english", "none"})
    CHECK_MESSAGE(!has_stemmer(code), code);
}

TEST_CASE("the shared articles are English") {
  const auto path = tests::shared_data("seed-articles");
  if (!path) return;
  for (const auto& entry : std::filesystem::directory_iterator(*path)) {
    CHECK(detect_language(read_file(entry.path().string()), "?") == "en");
  }
}

}  // namespace
}  // namespace broadsheet::text
