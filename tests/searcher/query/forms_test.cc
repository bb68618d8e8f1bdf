// The forms of the index lead back to the stems that they are listed under:
// phrases of word forms rely on it.
#include "searcher/query/forms.h"

#include <doctest/doctest.h>

#include <set>
#include <string>
#include <string_view>

#include "tests/searcher/query/printed_words.h"
#include "tests/support/effort.h"
#include "tests/support/shared_data.h"

namespace broadsheet::searcher::query {
namespace {

/// Whether `form`, read as a word, has this very form and stem again.
bool leads_back(text::Lexicon& lexicon, const std::string& form,
                const std::string& stem) {
  for (const text::Form& again :
       lexicon.forms(form, text::Surroundings::kMixedCase)) {
    if (lexicon.exact(again.exact) == form && again.stem != text::kNoForm &&
        lexicon.stem(again.stem) == stem) {
      return true;
    }
  }
  return false;
}

void check_words(const std::set<std::string>& words,
                 const std::string& language) {
  text::Lexicon lexicon(language);
  for (const std::string& word : words) {
    for (const auto surroundings :
         {text::Surroundings::kMixedCase, text::Surroundings::kAllCapitals}) {
      const auto found = lexicon.forms(word, surroundings);
      const std::vector<text::Form> forms(found.begin(), found.end());
      for (const text::Form& form : forms) {
        if (form.stem != text::kNoForm) {
          CAPTURE(word);
          REQUIRE(leads_back(lexicon, std::string(lexicon.exact(form.exact)),
                             std::string(lexicon.stem(form.stem))));
        }
        if (form.also_stem != text::kNoForm) {
          CAPTURE(word);
          REQUIRE(leads_back(lexicon,
                             std::string(lexicon.exact(form.also_exact)),
                             std::string(lexicon.stem(form.also_stem))));
        }
      }
    }
    lexicon.trim(100'000);
  }
}

TEST_CASE("every form of the samples leads back to its stem") {
  const std::set<std::string> words =
      words_below(BROADSHEET_SOURCE_DIR "/corpus/samples");
  CHECK(words.size() > 1000);
  for (const std::string language : {"en", "de", "fr", "ja"}) {
    check_words(words, language);
  }
}

TEST_CASE("odd words lead back too") {
  for (const std::string language : {"en", "de"}) {
    check_words({"U.S.", "US", "us", "WHO", "G7", "G-7", "O’Brien's",
                 "Velmar’s", "1,750", "4x4", "N.A.T.O.", "ann@example.org",
                 "Café", std::string(200, 'a'), std::string(3000, 'b'), "東京"},
                language);
  }
}

TEST_CASE("every form of the shared news leads back to its stem") {
  const auto data = tests::shared_data("reuters21578");
  if (!data) return;
  const std::set<std::string> words = words_below(*data, tests::effort(22));
  check_words(words, "en");
  check_words(words, "de");
}

}  // namespace
}  // namespace broadsheet::searcher::query
