// The forms that a printed word is searched by.
#include "corpus/text/lexicon.h"

#include <doctest/doctest.h>

#include <set>
#include <string>

#include "corpus/text/acronyms.h"
#include "corpus/text/analyzer.h"

namespace broadsheet::text {
namespace {

/// "exact/stem" or "exact" without a stem, with "+exact/stem" for a second
/// pair, forms joined by blanks.
std::string forms(std::string_view word, const char* language = "en",
                  Surroundings surroundings = Surroundings::kMixedCase) {
  Lexicon lexicon(language);
  std::string line;
  for (const Form& form : lexicon.forms(word, surroundings)) {
    if (!line.empty()) line += ' ';
    line += lexicon.exact(form.exact);
    if (form.stem != kNoForm) {
      line += '/';
      line += lexicon.stem(form.stem);
    }
    if (form.also_exact != kNoForm) {
      line += '+';
      line += lexicon.exact(form.also_exact);
      line += '/';
      line += lexicon.stem(form.also_stem);
    }
  }
  return line;
}

TEST_CASE("the table of lexicon.h") {
  CHECK(forms("Oils") == "oils/oil");
  CHECK(forms("Café") == "cafe/cafe");
  CHECK(forms("O’Brien") == "obrien/obrien");
  CHECK(forms("O'Brien") == "obrien/obrien");
  CHECK(forms("OBrien") == "obrien/obrien");
  CHECK(forms("Japan’s") == "japan's/japan");
  CHECK(forms("Japan's") == "japan's/japan");
  CHECK(forms("JAPAN'S") == "japan's/japan");
  CHECK(forms("NATO") == "nato/nato");
  CHECK(forms("N.A.T.O") == "nato/nato");
  CHECK(forms("U.S") == "u.s/u.s");
  CHECK(forms("u.s") == "u.s/u.s");
  CHECK(forms("US") == "u.s/u.s");
  CHECK(forms("us") == "us/us");
  CHECK(forms("US’s") == "u.s's/u.s");
  CHECK(forms("G7") == "g/g 7");
  CHECK(forms("g7") == "g/g 7");
}

TEST_CASE("among capitals, US is the country or the pronoun") {
  CHECK(forms("US", "en", Surroundings::kAllCapitals) == "u.s/u.s+us/us");
  CHECK(forms("U.S", "en", Surroundings::kAllCapitals) == "u.s/u.s");
  CHECK(forms("NATO", "en", Surroundings::kAllCapitals) == "nato/nato");
}

TEST_CASE("stems follow the language; one without a stemmer keeps words") {
  CHECK(forms("ministers") == "ministers/minist");
  CHECK(forms("Häuser", "de") == "hauser/haus");
  CHECK(forms("élections", "fr") == "elections/elect");
  CHECK(forms("東京", "ja") == "東京/東京");
  CHECK(forms("ministers", "xx") == "ministers/ministers");
}

TEST_CASE("digits are split off only where letters come first") {
  CHECK(forms("1990s") == "1990s");
  CHECK(forms("3.5") == "3.5");
  CHECK(forms("F16's") == "f/f 16");
  CHECK(forms("a1b2") == "a1b2/a1b2");
}

TEST_CASE("an address is its parts") {
  CHECK(forms("ann@example.org") == "ann/ann example.org/example.org");
  CHECK(forms("@ann") == "ann/ann");
}

TEST_CASE("parts of a compound know their bytes") {
  Lexicon lexicon("en");
  const auto parts = lexicon.forms("G20", Surroundings::kMixedCase);
  REQUIRE(parts.size() == 2);
  CHECK(parts[0].bytes() == Span{0, 1});
  CHECK(parts[1].bytes() == Span{1, 3});
}

TEST_CASE("endless words are bounded and stay distinct") {
  const std::string one(100000, 'a');
  const std::string two = one + "b";
  const std::string accented = "é" + std::string(5000, 'x');
  std::set<std::string> seen;
  for (const std::string& word : {one, two, accented}) {
    const std::string line = forms(word);
    const std::string exact = line.substr(0, line.find('/'));
    CHECK(exact.size() <= kMaxFormBytes);
    CHECK(seen.insert(exact).second);
  }
}

TEST_CASE("trimming forgets words, and they come back the same") {
  Lexicon lexicon("en");
  for (int i = 0; i < 100; ++i) {
    (void)lexicon.forms(
        "word" + std::string(1, static_cast<char>('a' + i % 26)),
        Surroundings::kMixedCase);
  }
  CHECK_FALSE(lexicon.trim(100));
  CHECK(lexicon.trim(3));
  CHECK(lexicon.exact_count() == 0);
  const auto again = lexicon.forms("Oils", Surroundings::kMixedCase);
  CHECK(lexicon.exact(again[0].exact) == "oils");
}

TEST_CASE("what is cleared takes no memory") {
  Lexicon lexicon("en");
  const std::size_t before = lexicon.memory();
  for (int i = 0; i < 1000; ++i) {
    (void)lexicon.forms("harbour" + std::to_string(i),
                        Surroundings::kMixedCase);
  }
  CHECK(lexicon.memory() > before + 10000);
  lexicon.clear();
  CHECK(lexicon.memory() == before);
  CHECK(lexicon.exact_count() == 0);
  CHECK(lexicon.stem_count() == 0);
}

/// The exact forms of a sentence with what each token covers.
std::string tokens(std::string_view sentence) {
  Analyzer analyzer("en");
  std::string line;
  for (const Token& token :
       analyzer.tokens(sentence, Span{0, sentence.size()})) {
    if (!line.empty()) line += ' ';
    line += std::to_string(token.ordinal) + ':';
    line += analyzer.lexicon().exact(token.form.exact);
    line += '[';
    line += token.bytes.of(sentence);
    line += ']';
  }
  return line;
}

TEST_CASE("tokens number the words of a sentence and cover their print") {
  CHECK(tokens("The U.S. and G-7.") ==
        "0:the[The] 1:u.s[U.S.] 2:and[and] "
        "3:g[G] 4:7[7]");
  CHECK(tokens("G7 leaders told us.") ==
        "0:g[G] 1:7[7] 2:leaders[leaders] 3:told[told] 4:us[us]");
  CHECK(tokens("US TELLS WHO") == "0:u.s[US] 1:tells[TELLS] 2:w.h.o[WHO]");
}

TEST_CASE("capitals mean something only beside small letters") {
  CHECK(surroundings_of("US TELLS WHO") == Surroundings::kAllCapitals);
  CHECK(surroundings_of("US tells WHO") == Surroundings::kMixedCase);
  CHECK(surroundings_of("US") == Surroundings::kMixedCase);
  CHECK(surroundings_of("ÉTATS") == Surroundings::kAllCapitals);
  CHECK(surroundings_of("1987") == Surroundings::kMixedCase);
}

TEST_CASE("acronyms are recognised by their dots") {
  CHECK(is_dotted_acronym("U.S"));
  CHECK(is_dotted_acronym("N.A.T.O"));
  CHECK_FALSE(is_dotted_acronym("U"));
  CHECK_FALSE(is_dotted_acronym("Ph.D"));
  CHECK_FALSE(is_dotted_acronym("3.5"));
}

}  // namespace
}  // namespace broadsheet::text
