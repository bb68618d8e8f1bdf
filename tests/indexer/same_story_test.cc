// Claims about the judge of two articles, on reports written for this test.
#include "indexer/same_story.h"

#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <vector>

#include "corpus/schema/article_terms.h"
#include "corpus/schema/wording.h"

namespace broadsheet::indexer {
namespace {

constexpr std::int64_t kHour = 3600;

schema::Wording wording_of(const std::string& body) {
  article::Article article;
  article.language = "en";
  article.text = body;
  article.paragraphs = {{{0, body.size()}, article::Zone::kBody}};
  schema::Wording wording =
      schema::ArticleAnalyzer("en").analyze(article).wording;
  wording.settle();
  return wording;
}

bool is_one_story(const std::string& first, const std::string& second,
                  std::optional<std::int64_t> hours_apart = 1) {
  const schema::Wording one = wording_of(first);
  const schema::Wording other = wording_of(second);
  std::optional<std::int64_t> later;
  if (hours_apart) later = *hours_apart * kHour;
  return tell_one_story({one, 0}, {other, later}) &&
         tell_one_story({other, later}, {one, 0});
}

const std::string kFerry =
    "The ferry Lady Ansel ran aground off Tarn Point on Monday with 212 people "
    "aboard. Nobody was hurt, said Captain Ivo Brandt, who had sailed from "
    "Port Ellin at dawn in thick fog. Two tugs from Mostley freed her at the "
    "evening tide, and divers will look at her hull before she may leave the "
    "harbour again. The line has cancelled its crossings until Thursday.";

std::string replaced(std::string text, const std::string& before,
                     const std::string& after) {
  const std::size_t found = text.find(before);
  REQUIRE(found != std::string::npos);
  return text.replace(found, before.size(), after);
}

TEST_CASE("a reprint, a shorter version and a correction are one story") {
  CHECK(is_one_story(kFerry, kFerry));
  CHECK(is_one_story(kFerry, kFerry, std::nullopt));
  CHECK(is_one_story(kFerry, kFerry.substr(0, 300)));
  CHECK(is_one_story(kFerry, "Corrects the number of people. " +
                                 replaced(kFerry, "212", "221")));
}

TEST_CASE("a second version may say much in other words") {
  CHECK(is_one_story(
      kFerry,
      "Divers are to look at the hull of the Lady Ansel, the ferry that ran "
      "aground off Tarn Point on Monday with 212 people aboard. Captain Ivo "
      "Brandt, who had sailed from Port Ellin at dawn in thick fog, said "
      "nobody "
      "was hurt. Two tugs from Mostley freed her at the evening tide. The line "
      "plans no crossing until Thursday."));
}

TEST_CASE("a report of the same kind has other facts and is another story") {
  const std::string dividend =
      "Holm Paper Corp said its board voted to pay a regular quarterly "
      "dividend of 25 cents a share, unchanged from the last quarter. The "
      "dividend is payable April 15 to shareholders of record on March 31, "
      "the company said in a statement in Fairmere after a meeting.";
  CHECK(is_one_story(dividend, dividend, 60));
  CHECK_FALSE(is_one_story(
      dividend,
      "Tarrow Shipping Inc said its board voted to pay a regular quarterly "
      "dividend of 40 cents a share, unchanged from the last quarter. The "
      "dividend is payable May 2 to shareholders of record on April 12, "
      "the company said in a statement in Norbeck after a meeting."));
}

TEST_CASE("what may change within a day may not the day after") {
  const std::string next =
      replaced(replaced(kFerry, "Monday", "Tuesday"), "212", "198");
  CHECK(is_one_story(kFerry, next, 2));
  CHECK_FALSE(is_one_story(kFerry, next, 30));
}

TEST_CASE("brief items and tables must not differ in any fact") {
  CHECK(is_one_story("Oil rises 3 crowns in Port Ellin on Monday.",
                     "Oil rises 3 crowns in Port Ellin on Monday."));
  CHECK_FALSE(is_one_story("Oil rises 3 crowns in Port Ellin on Monday.",
                           "Oil rises 4 crowns in Port Ellin on Monday."));
  std::string table = "Closing prices at Fairmere. ";
  std::string later = table;
  for (int i = 0; i < 60; ++i) {
    table += "lot " + std::to_string(i) + " at " + std::to_string(90 + i) + " ";
    later += "lot " + std::to_string(i) + " at " +
             std::to_string(90 + i + (i % 20 == 0 ? 500 : 0)) + " ";
  }
  CHECK(is_one_story(table, table));
  CHECK_FALSE(is_one_story(table, later));
}

TEST_CASE("articles without words or facts are judged by what they have") {
  CHECK_FALSE(is_one_story("", ""));
  CHECK_FALSE(is_one_story("Rain fell.", "Rain fell."));
  CHECK(is_one_story("it rained and rained all day and all night long",
                     "it rained and rained all day and all night long"));
}

TEST_CASE("overlap is the share of all triples that both have") {
  CHECK(overlap(wording_of("a b c d"), wording_of("a b c d")) == 1);
  CHECK(overlap(wording_of("a b c d"), wording_of("x a b c")) ==
        doctest::Approx(1.0 / 3));
  CHECK(overlap(wording_of("a b c"), wording_of("c b a")) == 0);
  CHECK(overlap(wording_of(""), wording_of("")) == 0);
}

}  // namespace
}  // namespace broadsheet::indexer
