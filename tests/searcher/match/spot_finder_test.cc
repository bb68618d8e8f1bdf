// What a phrase finds in an article: in which spelling, language and field, and
// where it ends.
#include "searcher/match/spot_finder.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "corpus/schema/positions.h"
#include "searcher/match/evaluator.h"
#include "tests/searcher/match/check_marks.h"
#include "tests/searcher/match/small_index.h"

namespace broadsheet::searcher::match {
namespace {

TEST_CASE("what is written finds what the language says it also finds") {
  struct Finds {
    std::string query;
    std::string text;
    std::string marked;
  };
  for (const Finds& row : std::vector<Finds>{
           // U.S. and US find each other, and never "us".
           {"U.S.", "The US agreed.", "The [US] agreed."},
           {"U.S.", "The U.S. agreed.", "The [U.S.] agreed."},
           {"U.S", "The U.S. agreed.", "The [U.S.] agreed."},
           {"US", "The U.S. agreed.", "The [U.S.] agreed."},
           {"US", "The US agreed.", "The [US] agreed."},
           {"US", "It told us so.", "false"},
           {"U.S.", "It told us so.", "false"},
           {"us", "It told us so.", "It told [us] so."},
           {"us", "The US agreed.", "false"},
           {"us", "The U.S. agreed.", "false"},
           // Among capitals, US may be either.
           {"us", "STORM TELLS US MORE.", "STORM TELLS [US] MORE."},
           {"U.S.", "STORM TELLS US MORE.", "STORM TELLS [US] MORE."},
           {"\"us\"", "STORM TELLS US MORE.", "STORM TELLS [US] MORE."},
           {"STORM TELLS US", "STORM TELLS US MORE.",
            "[STORM] [TELLS] [US] MORE."},
           {"STORM TELLS US", "The storm tells us more.",
            "The [storm] [tells] [us] more."},
           // G-7, G7 and "G 7".
           {"G-7", "The G7 met.", "The [G7] met."},
           {"G-7", "The G-7 met.", "The [G-7] met."},
           {"G-7", "The G 7 met.", "The [G 7] met."},
           {"G7", "The G-7 met.", "The [G-7] met."},
           {"\"G 7\"", "The G7 met.", "The [G7] met."},
           {"G-7", "7 G met.", "false"},
           // Apostrophes.
           {"O'Brien", "Mr. O’Brien left.", "Mr. [O’Brien] left."},
           {"O’Brien", "Mr. OBrien left.", "Mr. [OBrien] left."},
           {"OBrien", "Mr. O'Brien left.", "Mr. [O'Brien] left."},
           // Possessives.
           {"Velmar", "Velmar’s mayor spoke.", "[Velmar’s] mayor spoke."},
           {"Velmar's", "Velmar spoke.", "[Velmar] spoke."},
           {"\"Velmar's\"", "Velmar’s mayor.", "[Velmar’s] mayor."},
           {"\"Velmar's\"", "Velmar spoke.", "false"},
           {"\"Velmar\"", "Velmar’s mayor.", "false"},
           // Case, accents, hyphens.
           {"cafe", "The CAFÉ shut.", "The [CAFÉ] shut."},
           {"café", "The cafe shut.", "The [cafe] shut."},
           {"rules-based", "A rules based order.", "A [rules based] order."},
           {"\"rules based\"", "A rules-based order.",
            "A [rules-based] order."},
           {"rules-based", "A rule-based order.", "A [rule-based] order."},
           {"rules-based", "Based on rules.", "false"},
           {"NATO", "N.A.T.O. met.", "[N.A.T.O.] met."},
       }) {
    CAPTURE(row.query);
    CAPTURE(row.text);
    CHECK(marked(row.query, "\n" + row.text) == row.marked);
  }
}

TEST_CASE("bare words match all forms, quoted ones only themselves") {
  check_marks(
      article_of("\nHarbours closed. The harbour was closing."),
      {
          {"harbour", "[Harbours] closed. | The [harbour] was closing."},
          {"\"harbour\"", "The [harbour] was closing."},
          {"harbour closed",
           "[Harbours] [closed]. | The [harbour] was [closing]."},
          {"\"harbours closed\"", "[Harbours closed]."},
          {"~\"harbours closed\"", "[Harbours closed]."},
          {"~\"is closed\"", "false"},
          {"harbour pier", "false"},
      });
}

TEST_CASE("a phrase stands within one sentence") {
  check_marks(
      article_of("Storm surge\nThe storm. Surge rose. A storm surge, again."),
      {
          {"\"storm surge\"", "[Storm surge] | A [storm surge], again."},
          {"\"surge the\"", "false"},
          {"\"storm surge rose\"", "false"},
          {"\"surge again\"", "A storm [surge, again]."},
      });
}

TEST_CASE("overlapping occurrences are all found") {
  check_marks(article_of("\nRain rain rain fell."),
              {
                  {"\"rain rain\"", "[Rain [rain] rain] fell."},
                  {"\"rain rain rain rain\"", "false"},
                  {"rain \"rain fell\"", "[Rain] [rain] [[rain] fell]."},
              });
}

TEST_CASE("a field is searched in its own words") {
  article::Article article =
      article_of("Storm over Velmar\nThe storm hit Tarn Bay.");
  article.authors = {"Mara Olsen", "Jon Tarn"};
  article.place = "TARN BAY, Velmaria";
  article.source = "Kestrel Wire";
  article.section = "World";
  article.topics = {"weather", "sea-trade"};
  check_marks(article,
              {
                  {"title:storm", "[Storm] over Velmar"},
                  {"title:storm bay",
                   "[Storm] over Velmar | The storm hit Tarn [Bay]."},
                  {"storm title:velmar",
                   "[Storm] over [Velmar] | The [storm] hit Tarn Bay."},
                  {"title:hit", "false"},
                  {"title:\"over velmar\"", "Storm [over Velmar]"},
                  {"title:\"velmar the\"", "false"},
                  {"author:olsen", "true"},
                  {"author:\"mara olsen\"", "true"},
                  {"author:\"olsen jon\"", "false"},
                  {"author:\"olsen mara\"", "false"},
                  {"olsen", "false"},
                  {"place:\"tarn bay\" storm -title:bay",
                   "[Storm] over Velmar | The [storm] hit Tarn Bay."},
                  {"place:velmaria", "true"},
                  {"source:kestrel section:world", "true"},
                  {"subject:weather -subject:sport", "true"},
                  {"subject:sea-trade", "true"},
                  {"subject:\"weather sea\"", "false"},
                  {"source:reuters", "false"},
              });
}

TEST_CASE("an article is read in its own language") {
  query::ParseOptions options;
  options.languages = {"de", "en"};
  const query::Node root = tree_of("Banken", options);
  Evaluator evaluator(root);
  article::Article german = article_of("\nDie Bank bleibt zu.");
  german.language = "de";
  const article::Article english = article_of("\nThe bank shut.");
  const article::Article other = article_of("\nThe banken shut.");
  CHECK(evaluator.evaluate(stored(german)).is_true);
  // The German stem of Banken is an English word too: it finds it.
  CHECK(evaluator.evaluate(stored(english)).is_true);
  CHECK(evaluator.evaluate(stored(other)).is_true);
  CHECK_FALSE(
      evaluator.evaluate(stored(article_of("\nThe banker shut."))).is_true);
}

TEST_CASE("a phrase does not cross the slots of a very long sentence") {
  std::string words;
  for (std::uint32_t i = 0; i + 1 < schema::kWordsPerSlot; ++i) words += "so ";
  CHECK(marked("\"big storm\"", "\n" + words + "big storm") == "false");
  CHECK(marked("\"big storm\"", "\n" + words.substr(3) + "big storm") ==
        words.substr(3) + "[big storm]");
  CHECK(marked("big storm", "\n" + words + "big storm") ==
        words + "[big] [storm]");
}

TEST_CASE("an evaluator forgets no phrase when its lexicon starts anew") {
  const query::Node root = tree_of("storm \"big wave\"");
  Evaluator evaluator(root);
  const schema::StoredArticle article =
      stored(article_of("\nA big wave and storms."));
  for (int round = 0; round < 3; ++round) {
    // More distinct words than are remembered.
    std::string many = "\n";
    for (int i = 0; i < 60'000; ++i) {
      many += 'w' + std::to_string(round * 60'000 + i) + "x ";
      if (i % 200 == 199) many += ".\n";
    }
    CHECK_FALSE(evaluator.evaluate(stored(article_of(many))).is_true);
    const Match match = evaluator.evaluate(article);
    CHECK(match.is_true);
    CHECK(match.occurrences.size() == 2);
  }
}

}  // namespace
}  // namespace broadsheet::searcher::match
