// Which articles a query is true of, and which words make it so.
#include "searcher/match/evaluator.h"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

#include "corpus/schema/positions.h"
#include "tests/searcher/match/small_index.h"

namespace broadsheet::searcher::match {
namespace {

struct Row {
  std::string query;
  std::string marked;
};

void check(const article::Article& article, const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    CAPTURE(row.query);
    CHECK(marked(row.query, article) == row.marked);
  }
}

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
  check(article_of("\nHarbours closed. The harbour was closing."),
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
  check(article_of("Storm surge\nThe storm. Surge rose. A storm surge, again."),
        {
            {"\"storm surge\"", "[Storm surge] | A [storm surge], again."},
            {"\"surge the\"", "false"},
            {"\"storm surge rose\"", "false"},
            {"\"surge again\"", "A storm [surge, again]."},
        });
}

TEST_CASE("overlapping occurrences are all found") {
  check(article_of("\nRain rain rain fell."),
        {
            {"\"rain rain\"", "[Rain [rain] rain] fell."},
            {"\"rain rain rain rain\"", "false"},
            {"rain \"rain fell\"", "[Rain] [rain] [[rain] fell]."},
        });
}

TEST_CASE("only what makes the query true is marked") {
  check(article_of("\nOil rose. Gas fell."),
        {
            {"oil OR gas", "[Oil] rose. | [Gas] fell."},
            {"oil OR (gas coal)", "[Oil] rose."},
            {"oil -coal", "[Oil] rose."},
            {"oil -gas", "false"},
            {"oil NOT (gas coal)", "[Oil] rose."},
            {"oil NOT (gas -coal)", "false"},
            {"oil OR \"gas rose\"", "[Oil] rose."},
            {"* -coal", "true"},
            {"* -gas", "false"},
            {"*", "true"},
            {"(* -coal) OR gas", "[Gas] fell."},
        });
}

TEST_CASE("w/n counts from the nearest ends, within one sentence") {
  check(article_of("\nThe minister of trade may resign. Cabinet fell."),
        {
            {"minister w/4 resign", "The [minister] of trade may [resign]."},
            {"minister w/3 resign", "false"},
            {"resign w/4 minister", "The [minister] of trade may [resign]."},
            {"resign pre/4 minister", "false"},
            {"minister pre/4 resign", "The [minister] of trade may [resign]."},
            {"\"minister of trade\" w/2 resign",
             "The [minister of trade] may [resign]."},
            {"\"minister of trade\" w/1 resign", "false"},
            {"\"minister of trade\" w/9 trade", "false"},
            {"resign w/9 cabinet", "false"},
            {"(chief OR trade) w/2 resign",
             "The minister of [trade] may [resign]."},
            {"minister w/2 trade w/3 resign",
             "The [minister] of [trade] may [resign]."},
            {"the w/1 minister w/9 (of w/1 trade)",
             "[The] [minister] [of] [trade] may resign."},
        });
}

TEST_CASE("only the occurrences that are near enough are marked") {
  check(article_of("\nOil and gas, then coal and oil. Oil fell."),
        {
            {"oil w/2 gas", "[Oil] and [gas], then coal and oil."},
            {"oil w/3 gas", "[Oil] and [gas], then coal and oil."},
            {"oil w/4 gas", "[Oil] and [gas], then coal and [oil]."},
            {"gas pre/4 oil", "Oil and [gas], then coal and [oil]."},
            {"oil NOT w/2 gas",
             "Oil and gas, then coal and [oil]. | [Oil] fell."},
            {"oil NOT pre/2 gas",
             "Oil and gas, then coal and [oil]. | [Oil] fell."},
            {"oil NOT w/9 (gas OR fell)", "false"},
            {"oil w/9 oil", "[[Oil]] and gas, then coal and [[oil]]."},
            {"oil w/9 coal OR (gas w/1 tin)",
             "[Oil] and gas, then [coal] and [oil]."},
        });
}

TEST_CASE("w/s joins groups within one sentence, w/p within one paragraph") {
  const std::string lines =
      "\nThe bank met. The regulator stopped the merger of the bank.\n"
      "The merger failed. The union cheered.";
  check(
      article_of(lines),
      {
          {"merger w/s (bank AND regulator)",
           "The [regulator] stopped the [merger] of the [bank]."},
          {"bank w/s regulator w/s merger",
           "The [regulator] stopped the [merger] of the [bank]."},
          {"bank w/s (met -regulator)", "The [bank] [met]."},
          {"merger NOT w/s bank", "The [merger] failed."},
          {"bank pre/s merger", "false"},
          {"regulator pre/s merger pre/s bank",
           "The [regulator] stopped the [merger] of the [bank]."},
          {"regulator pre/s (merger OR bank)",
           "The [regulator] stopped the [merger] of the [bank]."},
          {"merger w/p union", "The [merger] failed. | The [union] cheered."},
          {"bank w/p union", "false"},
          {"met pre/p merger",
           "The bank [met]. | The regulator stopped the [merger] of the "
           "bank."},
          {"bank pre/p regulator",
           "The [bank] met. | The [regulator] stopped the merger of the "
           "bank."},
          {"merger NOT w/p union",
           "The regulator stopped the [merger] of the bank."},
          {"the NOT pre/s bank", "[The] merger failed. | [The] union cheered."},
      });
}

TEST_CASE("what a negation holds is never marked, wherever it stands") {
  // No query is read into these trees, but they may be made.
  const query::Node oil = tree_of("oil");
  const query::Node gas = tree_of("gas");
  const auto excluded = [](query::Node node) {
    query::Not negation;
    negation.child.push_back(std::move(node));
    return query::Node{std::move(negation), {}};
  };
  const schema::StoredArticle article =
      stored(article_of("\nOil rose. Gas fell."));
  query::Or either;
  either.children = {excluded(oil), gas};
  const query::Node root{std::move(either), {}};
  const Match match = Evaluator(root).evaluate(article);
  CHECK(match.is_true);
  CHECK(match.occurrences == std::vector<Occurrence>{{1, {11, 14}, 1}});
  const query::Node twice = excluded(excluded(oil));
  const Match doubled = Evaluator(twice).evaluate(article);
  CHECK(doubled.is_true);
  CHECK(doubled.occurrences.empty());
}

TEST_CASE("a field is searched in its own words") {
  article::Article article =
      article_of("Storm over Velmar\nThe storm hit Tarn Bay.");
  article.authors = {"Mara Olsen", "Jon Tarn"};
  article.place = "TARN BAY, Velmaria";
  article.source = "Kestrel Wire";
  article.section = "World";
  article.topics = {"weather", "sea-trade"};
  check(article, {
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

TEST_CASE("dates select by the published moment, undated articles apart") {
  article::Article article = article_of("\nOil rose.");
  check(article, {
                     {"oil date:2020", "false"},
                     {"oil date:none", "[Oil] rose."},
                     {"oil -date:2020", "[Oil] rose."},
                     {"date:2020 OR oil", "[Oil] rose."},
                 });
  // The last second of 2020.
  article.published = article::Date{1609459199, article::Date::Precision::kDay};
  check(article, {
                     {"oil date:2020", "[Oil] rose."},
                     {"oil date:2020-12-31", "[Oil] rose."},
                     {"oil before:2020-12-31", "false"},
                     {"oil after:2020-12-31", "false"},
                     {"oil date:2021", "false"},
                     {"oil date:none", "false"},
                     {"date:..2020", "true"},
                 });
  // 1905 lies before 1970.
  article.published =
      article::Date{-2051222400, article::Date::Precision::kDay};
  check(article, {{"date:1905", "true"}, {"date:1904", "false"}});
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

TEST_CASE("occurrences name sentence, bytes and phrase, in reading order") {
  const query::Node root =
      tree_of("rose -coal (gas OR \"oil rose\") title:oil");
  const schema::StoredArticle article =
      stored(article_of("Oil up\nOil rose. Gas fell."));
  const Match match = Evaluator(root).evaluate(article);
  REQUIRE(match.is_true);
  const std::vector<Occurrence> expected{
      {0, {0, 3}, 4}, {1, {7, 15}, 3}, {1, {11, 15}, 0}, {2, {17, 20}, 2}};
  CHECK(match.occurrences == expected);
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

TEST_CASE("an empty article matches what asks for no word") {
  CHECK(marked("*", article_of("")) == "true");
  CHECK(marked("* -oil", article_of("")) == "true");
  CHECK(marked("oil", article_of("")) == "false");
}

}  // namespace
}  // namespace broadsheet::searcher::match
