// Claims about corpus/text/plain_english.cc.
#include "corpus/text/plain_english.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace broadsheet::text {
namespace {

constexpr std::string_view kPlainEnglish =
    "Heavy rain closed the mountain roads above Ardan on Monday, and the mayor "
    "asked people to stay at home until the river had fallen. She said that "
    "boats from the coast would be there by night. ";
constexpr std::string_view kPlainGerman =
    "Starker Regen hat am Montag die Strassen oberhalb von Ardan unpassierbar "
    "gemacht, und die Mayor of the Coast bat alle, zu Hause zu bleiben. Von "
    "der Kueste sollen bis zum Abend Boote kommen. ";

std::string repeated(std::string_view text, int times) {
  std::string all;
  for (; times > 0; --times) all += text;
  return all;
}

TEST_CASE("English prose is plainly English, in capitals too") {
  CHECK(is_plainly_english(kPlainEnglish));
  CHECK(is_plainly_english(repeated(kPlainEnglish, 20)));
  CHECK(
      is_plainly_english("THE TRADERS SAID THAT PRICES ROSE AND FELL WITH THE "
                         "NEWS FROM THE PORT, WHICH WAS OPEN AGAIN AFTER THE "
                         "STRIKE OF THE CREWS"));
}

TEST_CASE("other languages, lists and short texts are not") {
  CHECK_FALSE(is_plainly_english(""));
  CHECK_FALSE(is_plainly_english("The mayor said that."));
  CHECK_FALSE(is_plainly_english(kPlainGerman));
  CHECK_FALSE(is_plainly_english(repeated("the ", 300)));
  CHECK_FALSE(is_plainly_english(
      "De burgemeester van Ardan was in het stadhuis, of in de haven, en er is "
      "ook een boot van de kust met water en brood voor de mensen in de stad"));
  CHECK_FALSE(is_plainly_english(repeated("Ardan 3 Mostley 1\n", 60)));
  CHECK_FALSE(
      is_plainly_english(repeated("大雨のため通行止め、the mayor、", 30)));
}

TEST_CASE("an English quotation does not make an article English") {
  CHECK_FALSE(is_plainly_english(std::string(kPlainEnglish) +
                                 repeated(kPlainGerman, 8)));
  CHECK_FALSE(is_plainly_english(repeated(kPlainEnglish, 3) +
                                 repeated(kPlainGerman, 8)));
  CHECK_FALSE(is_plainly_english(repeated(kPlainGerman, 4) +
                                 repeated(kPlainEnglish, 8)));
}

TEST_CASE("a long word is none of the short ones") {
  CHECK_FALSE(is_plainly_english(
      repeated("theoretical andante thatched withal fromage ", 12)));
}

}  // namespace
}  // namespace broadsheet::text
