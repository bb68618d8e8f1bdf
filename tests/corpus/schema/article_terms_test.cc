// What the index holds of an article.
#include "corpus/schema/article_terms.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "corpus/schema/positions.h"
#include "corpus/schema/stored_article.h"

namespace broadsheet::schema {
namespace {

using article::Zone;

article::Article sample() {
  article::Article article;
  article.text =
      "US ports reopen\n\nJapan’s ships came. Ships of the G7 left us.\n\n"
      "A crane (Pool photo)";
  article.paragraphs = {{{0, 15}, Zone::kHeadline},
                        {{17, 63}, Zone::kBody},
                        {{65, 85}, Zone::kCaption}};
  article.language = "en-GB";
  article.place = "Port Ellin";
  article.authors = {"Ada Holm", "Ben Oke"};
  article.published = article::Date{0, article::Date::Precision::kDay};
  return article;
}

AnalyzedArticle analyzed() { return ArticleAnalyzer("en").analyze(sample()); }

/// "wdf @ slot.word slot.word", or "absent".
std::string posting(const AnalyzedArticle& article, std::string_view term) {
  const auto found = std::ranges::find(article.postings, term, &Posting::term);
  if (found == article.postings.end()) return "absent";
  std::string line = std::to_string(found->wdf);
  for (const std::uint32_t position : found->positions) {
    line += ' ' + std::to_string(slot_of(position)) + '.' +
            std::to_string(position % kStride);
  }
  return line;
}

TEST_CASE("words have positions by sentence, stems have counts") {
  const AnalyzedArticle article = analyzed();
  CHECK(posting(article, "ships") == "2 2.1 3.0");
  CHECK(posting(article, "Zship") == "2");
  CHECK(posting(article, "japan's") == "1 2.0");
  CHECK(posting(article, "japan") == "absent");
  CHECK(posting(article, "Zjapan") == "1");
  CHECK(posting(article, "g") == "1 3.3");
  CHECK(posting(article, "7") == "1 3.4");
  CHECK(posting(article, "us") == "1 3.6");
  CHECK(posting(article, "crane") == "1 4.1");
}

TEST_CASE("a form that is its own stem has no stem term beside it") {
  const AnalyzedArticle article = analyzed();
  CHECK(posting(article, "Zcrane") == "absent");
  CHECK(posting(article, "Zu.s") == "absent");
  CHECK(posting(article, "Zus") == "absent");
  // Of ships and crane's, which are not, the stem has all there are.
  CHECK(posting(article, "Zship") == posting(article, "ships").substr(0, 1));
}

TEST_CASE("headline words weigh more and have terms of their own") {
  const AnalyzedArticle article = analyzed();
  CHECK(posting(article, "u.s") == "3 1.0");
  CHECK(posting(article, "Su.s") == "1");
  CHECK(posting(article, "ZSport") == "absent");
  CHECK(posting(article, "Sships") == "absent");
}

TEST_CASE("fields have prefixes, and their values never touch") {
  const AnalyzedArticle article = analyzed();
  CHECK(posting(article, "XPport") == "1 1.0");
  CHECK(posting(article, "ZXPport") == "absent");
  CHECK(posting(article, "Aholm") == "1 1.1");
  CHECK(posting(article, "Aben") == "1 2.0");
  CHECK(posting(article, "Len") == "0");
}

TEST_CASE("zones: the lead is found by length, captions are not counted") {
  const AnalyzedArticle article = analyzed();
  REQUIRE(article.outline.sentences.size() == 4);
  CHECK(article.outline.sentences[0].zone == Zone::kHeadline);
  CHECK(article.outline.sentences[1].zone == Zone::kLead);
  CHECK(article.outline.sentences[3].zone == Zone::kCaption);
  CHECK(article.outline.words == 13);
  CHECK(decode_stored(article.record).outline == article.outline);
}

TEST_CASE("an analyzer that may remember nothing says the same of articles") {
  ArticleAnalyzer ample("en");
  ArticleAnalyzer forgetful("en", 0);
  const Identity identity = identity_of(sample());
  for (int i = 0; i < 3; ++i) {
    const NumberedArticle& expected =
        ample.analyze_numbered(sample(), identity);
    const NumberedArticle& article =
        forgetful.analyze_numbered(sample(), identity);
    CHECK_FALSE(ample.is_full());
    CHECK(forgetful.is_full());
    REQUIRE(article.postings.size() == expected.postings.size());
    for (std::size_t p = 0; p < article.postings.size(); ++p) {
      const NumberedPosting& posting = article.postings[p];
      CHECK(forgetful.terms().text(posting.term) ==
            ample.terms().text(expected.postings[p].term));
      CHECK(posting.wdf == expected.postings[p].wdf);
      CHECK(std::ranges::equal(posting.positions,
                               expected.postings[p].positions));
    }
    if (i == 1) forgetful.forget();
  }
}

TEST_CASE("every stem knows the forms it stands for, once a segment") {
  ArticleAnalyzer analyzer("en");
  const auto has = [](const AnalyzedArticle& article, const char* stem,
                      const char* exact) {
    return std::ranges::count(article.new_variants,
                              std::pair<std::string, std::string>(stem, exact));
  };
  const AnalyzedArticle first = analyzer.analyze(sample());
  CHECK(has(first, "ship", "ships") == 1);
  CHECK(has(first, "japan", "japan's") == 1);
  const AnalyzedArticle second = analyzer.analyze(sample());
  CHECK(second.new_variants.empty());
  analyzer.start_segment();
  CHECK(has(analyzer.analyze(sample()), "ship", "ships") == 1);
}

TEST_CASE("a sentence of more words than a slot goes on in the next") {
  article::Article article;
  for (int i = 0; i < 600; ++i) article.text += "word ";
  article.text += "end";
  article.paragraphs = {{{0, article.text.size()}, Zone::kBody}};
  article.language = "en";
  const AnalyzedArticle result = ArticleAnalyzer("en").analyze(article);
  REQUIRE(result.outline.sentences.size() == 1);
  CHECK(result.outline.sentences[0].slots == 3);
  CHECK(posting(result, "end") == "1 3.88");
}

TEST_CASE("the language is declared, found, or the default") {
  article::Article article = sample();
  article.language = "";
  CHECK(ArticleAnalyzer("en").analyze(article).language == "en");
  article.text =
      "Die Häuser am Hafen wurden in der Nacht von einem schweren "
      "Sturm beschädigt, sagte der Bürgermeister am Montag.";
  article.paragraphs = {{{0, article.text.size()}, Zone::kBody}};
  const AnalyzedArticle german = ArticleAnalyzer("en").analyze(article);
  CHECK(german.language == "de");
  CHECK(posting(german, "Zhaus") == "1");
}

}  // namespace
}  // namespace broadsheet::schema
