// The first look at a sentence may be wrong in one way only: it may let one
// pass that holds nothing.
#include "searcher/match/sieve.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/text/lexicon.h"
#include "tests/searcher/match/small_index.h"
#include "tests/searcher/query/printed_words.h"
#include "tests/support/effort.h"
#include "tests/support/shared_data.h"

namespace broadsheet::searcher::match {
namespace {

bool passes(const std::string& query, std::string_view sentence) {
  const query::Node root = tree_of(query);
  const std::vector<const query::Phrase*> phrases = all_phrases(root);
  return Sieve(phrases, "en").may_hold_any(sentence);
}

TEST_CASE("a sentence without the first letters of a phrase is held back") {
  CHECK_FALSE(passes("\"prime minister\"", "The premier met ministers."));
  CHECK_FALSE(passes("\"prime minister\"", "Prime time."));
  CHECK_FALSE(passes("oil", "One of our operas."));
  CHECK_FALSE(passes("oil OR gas", "Storms hit “Velmar” – and cafés."));
  CHECK_FALSE(passes("oil", "The foil boils."));
  CHECK_FALSE(passes("G7", "8 of 9."));
  CHECK_FALSE(passes("oil", ""));
}

TEST_CASE("a sentence that may hold a phrase passes") {
  struct Row {
    std::string query;
    std::string sentence;
  };
  for (const Row& row : std::vector<Row>{
           {"\"prime minister\"", "PRIME MINISTERS met."},
           {"prime", "primes"},
           {"\"oil\"", "“Oil” rose"},
           {"\"oil\"", "(oil"},
           {"\"oil\"", "crude-oil"},
           {"\"oil\"", "a\u00a0oil"},
           {"\"oil\"", "gas\u2014oil"},
           {"\"oil\"", "gas→oil"},
           {"\"oil\"", "o\u00adil"},
           {"\"cafe\"", "Café"},
           {"\"elan\"", "Élan"},
           {"\"file\"", "ﬁle"},
           {"\"g 7\"", "Ｇ７"},
           {"G-7", "G7"},
           {"\"obrien\"", "O’Brien"},
           {"\"obrien\"", "O'Brien"},
           {"\"nato\"", "N.A.T.O."},
           {"US", "U.S."},
           {"US", "US"},
           {"1,750", "1,750"},
           {"\"東京\"", "東京"},
           {"hope", "hoping"},
           {"die", "dying"},
           {"sky", "skies"},
           {"use", "using"},
           {"cry", "cried"},
       }) {
    CAPTURE(row.query);
    CAPTURE(row.sentence);
    CHECK(passes(row.query, row.sentence));
  }
}

TEST_CASE("a word that begins otherwise than those of a query is no part") {
  const auto may_be_any = [](const std::string& query, std::string_view word) {
    const query::Node root = tree_of(query);
    const std::vector<const query::Phrase*> phrases = all_phrases(root);
    return Sieve(phrases, "en").may_be_any(word);
  };
  CHECK(may_be_any("\"prime minister\"", "Minister"));
  CHECK(may_be_any("\"prime minister\"", "PRIMES"));
  CHECK(may_be_any("die", "dying"));
  CHECK(may_be_any("US", "US"));
  CHECK_FALSE(may_be_any("\"prime minister\"", "premier"));
  CHECK_FALSE(may_be_any("\"prime minister\"", "pr"));
  CHECK_FALSE(may_be_any("oil", "boil"));
}

TEST_CASE("a query of very many words lets every sentence pass") {
  std::string query;
  for (char a = 'a'; a <= 'z'; ++a) {
    for (const char b : {'a', 'e', 'o'}) {
      query += std::string(1, a) + b + "n OR ";
    }
  }
  CHECK(passes(query + "oil", "8 of 9."));
}

bool is_of_letters(const std::string& word) {
  return std::ranges::all_of(word, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  });
}

void check_words(const std::set<std::string>& words,
                 const std::string& language) {
  text::Lexicon lexicon(language);
  for (const std::string& word : words) {
    for (const text::Form& form :
         lexicon.forms(word, text::Surroundings::kAllCapitals)) {
      for (const text::FormId id : {form.stem, form.also_stem}) {
        if (id == text::kNoForm) continue;
        query::Phrase phrase;
        phrase.places.push_back(
            {{}, {schema::stem_term(schema::Field::kText, lexicon.stem(id))}});
        const query::Phrase* const phrases[] = {&phrase};
        CAPTURE(word);
        CAPTURE(lexicon.stem(id));
        const Sieve sieve(phrases, language);
        REQUIRE(sieve.may_hold_any(word));
        if (is_of_letters(word)) REQUIRE(sieve.may_be_any(word));
      }
    }
    lexicon.trim(100'000);
  }
}

TEST_CASE("every word of the samples passes for its stem") {
  const std::set<std::string> words =
      words_below(BROADSHEET_SOURCE_DIR "/corpus/samples");
  CHECK(words.size() > 1000);
  for (const std::string language : {"en", "de", "fr", "ja"}) {
    check_words(words, language);
  }
}

TEST_CASE("every word of the shared news passes for its stem") {
  const auto data = tests::shared_data("reuters21578");
  if (!data) return;
  const std::set<std::string> words = words_below(*data, tests::effort(22));
  check_words(words, "en");
  check_words(words, "de");
}

}  // namespace
}  // namespace broadsheet::searcher::match
