// The same three answers as in differential_test.cc, on real news: random
// queries of words that the articles hold, asked of 2,000 articles of Reuters,
// where they are at hand, and of the samples. BROADSHEET_TEST_QUERIES sets how
// many; BROADSHEET_TEST_SEED which.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "corpus/read/file_walk.h"
#include "corpus/read/reader.h"
#include "searcher/match/quotations.h"
#include "searcher/query/compile.h"
#include "tests/searcher/match/brute_force.h"
#include "tests/searcher/match/random_queries.h"
#include "tests/searcher/match/small_index.h"
#include "tests/support/effort.h"
#include "tests/support/shared_data.h"

namespace broadsheet::searcher::match {
namespace {

constexpr int kArticles = 2'000;
constexpr std::size_t kMarked = 20;  ///< Hits whose marks are compared.

int query_count() {
  const char* const given = std::getenv("BROADSHEET_TEST_QUERIES");
  return given == nullptr ? tests::effort(200) : std::atoi(given);
}

/// Adds articles below `path` until `index` has `most`.
void add_articles(const std::string& path, std::size_t most,
                  SmallIndex& index) {
  read::walk_files({path},
                   {[&](const std::string& file) {
                      if (index.articles().size() >= most) return;
                      auto opened = read::open_file(file, {});
                      auto* reader =
                          std::get_if<std::unique_ptr<read::Reader>>(&opened);
                      if (reader == nullptr) return;
                      while (auto result = (*reader)->next()) {
                        if (index.articles().size() >= most) return;
                        auto* article = std::get_if<article::Article>(&*result);
                        if (article != nullptr) index.add(*article);
                      }
                    },
                    [](const article::Problem& /*problem*/) {}});
}

/// Words as printed, from all over the articles: common ones come often.
std::vector<std::string> words_of(const std::vector<KnownArticle>& articles,
                                  Random& random) {
  constexpr std::size_t kWords = 400;
  std::vector<std::string> words;
  while (words.size() < kWords) {
    const KnownArticle& article = articles[below(random, articles.size())];
    if (article.words.empty()) continue;
    const KnownWord& word = article.words[below(random, article.words.size())];
    const std::string text(word.bytes.of(article.stored->article.text));
    // Numbers and compounds are words of differential_test.cc.
    if (std::ranges::all_of(text, [](char c) {
          return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        })) {
      words.push_back(text);
    }
  }
  return words;
}

/// What the articles quote, as quotations_test.cc claims it is found: not by a
/// second way, as what is meant on paper has no shorter rules. What queries
/// make of it is compared here.
void add_quotations(std::vector<KnownArticle>& articles) {
  for (KnownArticle& article : articles) {
    const schema::StoredArticle& stored = *article.stored;
    for (const Quotation& found :
         find_quotations(stored.article.text, stored.outline)) {
      article.quotations.push_back({found.pieces, found.speakers});
    }
  }
}

/// The words of those who are quoted; of one, often several.
std::vector<std::string> speakers_of(const std::vector<KnownArticle>& articles,
                                     Random& random) {
  constexpr std::size_t kNames = 40;
  std::vector<std::string> names;
  for (int tries = 0; tries < 100'000 && names.size() < kNames; ++tries) {
    const KnownArticle& article = articles[below(random, articles.size())];
    for (const WrittenQuotation& quotation : article.quotations) {
      for (const Span speaker : quotation.speakers) {
        for (const KnownWord& word : article.words) {
          if (!speaker.contains(word.bytes)) continue;
          names.emplace_back(word.bytes.of(article.stored->article.text));
        }
      }
    }
  }
  // The samples quote many: without a name there is nothing to ask.
  REQUIRE_FALSE(names.empty());
  return names;
}

Marks marks_of(const Match& match) {
  Marks marks;
  for (const Occurrence& occurrence : match.occurrences) {
    marks.emplace(occurrence.sentence, occurrence.bytes.begin,
                  occurrence.bytes.end, occurrence.phrase);
  }
  return marks;
}

TEST_CASE("the three answers agree on news") {
  MESSAGE("seed " << seed() << " (BROADSHEET_TEST_SEED), " << query_count()
                  << " queries (BROADSHEET_TEST_QUERIES)");
  Random random(seed());
  SmallIndex index;
  add_articles(std::string(BROADSHEET_SOURCE_DIR) + "/corpus/samples",
               kArticles, index);
  const std::size_t samples = index.articles().size();
  REQUIRE(samples > 20);
  if (const auto path = tests::shared_data("reuters21578")) {
    const auto more = static_cast<std::size_t>(tests::effort(kArticles));
    add_articles(*path, samples + more, index);
  }
  Vocabulary vocabulary;
  std::vector<KnownArticle> articles = known(index.articles(), vocabulary);
  add_quotations(articles);
  query::ParseOptions options;
  options.languages = {"en", "de", "ja"};
  std::size_t asked = 0;
  std::size_t matched = 0;
  std::size_t quoted = 0;  // Matched, and asks what is quoted.
  std::size_t said = 0;    // Matched, and asks who is.
  for (int round = 0; asked < static_cast<std::size_t>(query_count());
       ++round) {
    const std::string text = random_query(
        random, {words_of(articles, random), speakers_of(articles, random)},
        below(random, 5));
    CAPTURE(text);
    options.any = below(random, 8) == 0;
    auto parsed = query::parse_query(text, options);
    if (!std::holds_alternative<query::ParsedQuery>(parsed)) continue;
    query::Node& root = std::get<query::ParsedQuery>(parsed).root;
    // A pattern of two letters may stand for too many words: as it should be.
    if (query::expand(root, index.terms())) continue;
    ++asked;
    BruteForce brute_force(root, vocabulary);
    Evaluator evaluator(root);
    const query::CompiledQuery compiled =
        query::compile(root, index.variants(), options.languages);
    std::vector<std::size_t> found;
    for (const std::size_t number : index.found_by(compiled.query)) {
      if (compiled.exact ||
          evaluator.evaluate(index.articles()[number]).is_true) {
        found.push_back(number);
      }
    }
    std::vector<std::size_t> expected;
    for (std::size_t number = 0; number < articles.size(); ++number) {
      const std::optional<Marks> truth = brute_force.answer(articles[number]);
      if (!truth) continue;
      expected.push_back(number);
      if (expected.size() > kMarked) continue;
      CAPTURE(number);
      const Match match = evaluator.evaluate(index.articles()[number]);
      REQUIRE(match.is_true);
      REQUIRE(marks_of(match) == *truth);
    }
    REQUIRE(found == expected);
    REQUIRE(std::ranges::includes(expected, index.found_by(compiled.certain)));
    matched += expected.empty() ? 0 : 1;
    if (!expected.empty()) {
      quoted += text.find("quote:") != std::string::npos;
      said += text.find("said:") != std::string::npos;
    }
  }
  CHECK(matched > asked / 4);
  CHECK(quoted >= asked / 1000);
  CHECK(said >= asked / 1000);
}

}  // namespace
}  // namespace broadsheet::searcher::match
