// Claims about an article's wording: what are its facts, and that reading it
// from the stored article gives what analysing it gave.
#include "corpus/schema/wording.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <set>
#include <string>

#include "corpus/schema/article_terms.h"
#include "corpus/schema/stored_article.h"

namespace broadsheet::schema {
namespace {

using article::Zone;

/// An article of a headline, a body and a caption; any may be empty.
article::Article made_of(const std::string& headline, const std::string& body,
                         const std::string& caption = "") {
  article::Article article;
  article.language = "en";
  for (const auto& [text, zone] :
       {std::pair(headline, Zone::kHeadline), std::pair(body, Zone::kBody),
        std::pair(caption, Zone::kCaption)}) {
    if (text.empty()) continue;
    if (!article.text.empty()) article.text += "\n\n";
    const std::size_t begin = article.text.size();
    article.text += text;
    article.paragraphs.push_back({{begin, article.text.size()}, zone});
  }
  return article;
}

Wording wording_of(const article::Article& article) {
  Wording wording = ArticleAnalyzer("en").analyze(article).wording;
  wording.settle();
  return wording;
}

/// Which of `words` are facts of `article`, joined by blanks.
std::string facts_among(const article::Article& article,
                        const std::vector<std::string>& words) {
  const Wording wording = wording_of(article);
  const std::set<std::uint32_t> facts(wording.facts.begin(),
                                      wording.facts.end());
  std::string found;
  for (const std::string& word : words) {
    if (!facts.contains(hash_of_form(word))) continue;
    found += (found.empty() ? "" : " ") + word;
  }
  return found;
}

TEST_CASE("settled lists are in order and hold each hash once") {
  std::mt19937 random(1987);
  for (const std::size_t size :
       std::vector<std::size_t>{0, 1, 2, 31, 32, 33, 500, 5000, 150'000}) {
    for (const std::uint32_t limit : {0xFFFFFFFFU, 0xFFFFU, 7U, 0U}) {
      CAPTURE(size);
      CAPTURE(limit);
      std::uniform_int_distribution<std::uint32_t> hash(0, limit);
      Wording wording;
      for (std::size_t i = 0; i < size; ++i) {
        wording.triples.push_back(hash(random));
        wording.facts.push_back(0xFFFFFFFF - hash(random));
      }
      const std::set<std::uint32_t> triples(wording.triples.begin(),
                                            wording.triples.end());
      const std::set<std::uint32_t> facts(wording.facts.begin(),
                                          wording.facts.end());
      wording.settle();
      CHECK(std::ranges::equal(wording.triples, triples));
      CHECK(std::ranges::equal(wording.facts, facts));
    }
  }
}

std::string many_words() {
  std::string text = "the rain fell";
  for (int i = 0; i < 40; ++i) text += " and fell";
  return text + ".";
}

TEST_CASE("facts are numbers and words with a capital") {
  const article::Article article =
      made_of("", "Mayor Édith Holm paid 1,750 crowns for 3 boats in Norland.");
  CHECK(facts_among(article, {"mayor", "edith", "holm", "paid", "1,750",
                              "crowns", "3", "boats", "norland"}) ==
        "mayor edith holm 1,750 3 norland");
}

TEST_CASE("a headline's words are facts only of a brief article") {
  CHECK(facts_among(made_of("HOLM BUYS 3 BOATS", "It rained."),
                    {"holm", "buys", "3", "boats", "it"}) ==
        "holm buys 3 boats it");
  CHECK(facts_among(made_of("HOLM BUYS 3 BOATS", many_words()),
                    {"holm", "buys", "3", "boats"}) == "3");
}

TEST_CASE("captions say nothing of how a story is told") {
  CHECK(wording_of(made_of("Ships sail", "Two ships sailed from Ellin.",
                           "A crane in Port Ellin (Pool photo)")) ==
        wording_of(made_of("Ships sail", "Two ships sailed from Ellin.")));
}

TEST_CASE("every three words in a row are a triple, over sentences too") {
  CHECK(wording_of(made_of("", "Rain fell.")).triples.empty());
  CHECK(wording_of(made_of("", "Rain fell. Roads closed.")).triples.size() ==
        2);
  // "and fell and" comes again and again, and is one.
  CHECK(wording_of(made_of("", many_words())).triples.size() == 4);
  CHECK(wording_of(made_of("", "one two three")).triples !=
        wording_of(made_of("", "three two one")).triples);
}

TEST_CASE("a stored article has the wording that it had when it was analysed") {
  const article::Article article = made_of(
      "Ports of the U.S. reopen",
      "Japan’s ships came. Ships of the G7 left us on 3 May.", "A crane");
  ArticleAnalyzer analyzer("en");
  const AnalyzedArticle analyzed = analyzer.analyze(article);
  const StoredArticle stored = decode_stored(analyzed.record);
  CHECK(analyzer.wording_of(stored) == analyzed.wording);
  CHECK(ArticleAnalyzer("de").wording_of(stored) == analyzed.wording);
}

}  // namespace
}  // namespace broadsheet::schema
