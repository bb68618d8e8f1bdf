// Which articles a query is true of, and which words make it so.
#include "searcher/match/evaluator.h"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

#include "tests/searcher/match/check_marks.h"
#include "tests/searcher/match/small_index.h"

namespace broadsheet::searcher::match {
namespace {

TEST_CASE("only what makes the query true is marked") {
  check_marks(article_of("\nOil rose. Gas fell."),
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
  check_marks(
      article_of("\nThe minister of trade may resign. Cabinet fell."),
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
  check_marks(article_of("\nOil and gas, then coal and oil. Oil fell."),
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
  check_marks(
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

TEST_CASE("dates select by the published moment, undated articles apart") {
  article::Article article = article_of("\nOil rose.");
  check_marks(article, {
                           {"oil date:2020", "false"},
                           {"oil date:none", "[Oil] rose."},
                           {"oil -date:2020", "[Oil] rose."},
                           {"date:2020 OR oil", "[Oil] rose."},
                       });
  // The last second of 2020.
  article.published = article::Date{1609459199, article::Date::Precision::kDay};
  check_marks(article, {
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
  check_marks(article, {{"date:1905", "true"}, {"date:1904", "false"}});
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

TEST_CASE("an empty article matches what asks for no word") {
  CHECK(marked("*", article_of("")) == "true");
  CHECK(marked("* -oil", article_of("")) == "true");
  CHECK(marked("oil", article_of("")) == "false");
}

}  // namespace
}  // namespace broadsheet::searcher::match
