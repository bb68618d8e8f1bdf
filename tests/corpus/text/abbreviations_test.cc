// Claims about corpus/text/abbreviations.cc and opening_words.cc.
#include "corpus/text/abbreviations.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "corpus/text/opening_words.h"

namespace broadsheet::text {
namespace {

std::string_view name(Abbreviation kind) {
  switch (kind) {
    case Abbreviation::kNone:
      return "none";
    case Abbreviation::kNeverLast:
      return "never last";
    case Abbreviation::kMaybeLast:
      return "maybe last";
    case Abbreviation::kInitial:
      return "initial";
    case Abbreviation::kNumbered:
      return "numbered";
    case Abbreviation::kUnit:
      return "unit";
    case Abbreviation::kAfterComma:
      return "after comma";
  }
  return "?";
}

struct Row {
  std::string_view language;
  std::string_view word;
  std::string_view kind;
};

TEST_CASE("words are what newspapers take them for") {
  for (const Row& row : {
           Row{"en", "Mr", "never last"},    Row{"en", "Gov", "never last"},
           Row{"en", "vs", "never last"},    Row{"en", "e.g", "never last"},
           Row{"en", "Inc", "maybe last"},   Row{"en", "Nov", "maybe last"},
           Row{"en", "Calif", "maybe last"}, Row{"en", "U.S", "maybe last"},
           Row{"en", "p.m", "maybe last"},   Row{"en", "J", "initial"},
           Row{"en", "z", "initial"},        Row{"en", "Ж", "initial"},
           Row{"en", "No", "numbered"},      Row{"en", "Fig", "numbered"},
           Row{"en", "pct", "unit"},         Row{"en", "etc", "unit"},
           Row{"en", "Mass", "after comma"}, Row{"en", "May", "none"},
           Row{"en", "sat", "none"},         Row{"en", "said", "none"},
           Row{"en", "5", "none"},           Row{"en", "", "none"},
           Row{"de", "Nr", "numbered"},      Row{"de", "bzw", "never last"},
           Row{"de", "z.B", "never last"},   Row{"de", "Mr", "never last"},
           Row{"de", "Gov", "none"},         Row{"fr", "M", "never last"},
           Row{"nb", "bl.a", "never last"},  Row{"xx", "Dr", "never last"},
       }) {
    CAPTURE(row.word);
    CHECK(name(Abbreviations(row.language).kind(row.word, false)) == row.kind);
  }
}

TEST_CASE("the part after a hyphen or an apostrophe decides") {
  const Abbreviations english("en");
  CHECK(name(english.kind("D-Mass", false)) == "maybe last");
  CHECK(name(english.kind("Lt.-Col", false)) == "never last");
  CHECK(name(english.kind("mid-Nov", false)) == "maybe last");
  CHECK(name(english.kind("Sino-U.S", false)) == "maybe last");
  CHECK(name(english.kind("well-known", false)) == "none");
  CHECK(name(english.kind("J.-C", false)) == "maybe last");
  CHECK(name(english.kind("Poor's", false)) == "none");
  CHECK(name(english.kind("Poor’s", false)) == "none");
  CHECK(name(Abbreviations("fr").kind("l’U.R.S.S", false)) == "maybe last");
}

TEST_CASE("capitals count unless the neighbours are in capitals too") {
  const Abbreviations english("en");
  CHECK(name(english.kind("GOV", true)) == "never last");
  CHECK(name(english.kind("GOV", false)) == "none");
  CHECK(name(english.kind("MS", false)) == "none");
  CHECK(name(english.kind("SAID", true)) == "none");
}

TEST_CASE("dotted letters are single letters with stops between them") {
  for (const std::string_view word :
       {"U.S", "p.m", "J.-C", "А.С", "J", "U.N.E"})
    CHECK_MESSAGE(is_dotted_letters(word), word);
  for (const std::string_view word : {"", "Ph.D", "US", "U.S.", "5.5", "a.b-"})
    CHECK_MESSAGE(!is_dotted_letters(word), word);
}

TEST_CASE("opening words are written as they open a sentence") {
  const OpeningWords english("en");
  for (const std::string_view word : {"The", "He", "It", "In", "But", "They"})
    CHECK_MESSAGE(english.contains(word), word);
  for (const std::string_view word : {"the", "THE", "Holt", "Treasury", "And"})
    CHECK_MESSAGE(!english.contains(word), word);
  CHECK(OpeningWords("de").contains("Die"));
  CHECK(OpeningWords("nb").contains("Hvis"));
  CHECK_FALSE(OpeningWords("xx").contains("The"));
}

}  // namespace
}  // namespace broadsheet::text
