// Three answers to one query must agree: Xapian's on the compiled query, the
// evaluator's on each article, and that of a few lines here that try every
// phrase at every word. Articles and queries are random, of words that fold,
// stem and split in every way there is.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <variant>
#include <vector>

#include "searcher/query/compile.h"
#include "tests/searcher/match/brute_force.h"
#include "tests/searcher/match/random_queries.h"
#include "tests/searcher/match/small_index.h"
#include "tests/searcher/match/written_quotations.h"
#include "tests/support/effort.h"

namespace broadsheet::searcher::match {
namespace {

using query::Node;

const std::vector<std::string> kWords{
    "oil",   "Oils",   "rule",  "rules",       "ruled",  "rule's",   "bank",
    "banks", "Banken", "run",   "running",     "the",    "the",      "of",
    "U.S.",  "US",     "us",    "G7",          "G-7",    "g",        "7",
    "Café",  "cafe",   "NATO",  "O’Brien",     "obrien", "who",      "WHO",
    "storm", "storms", "based", "rules-based", "1,750",  "Velmar’s", "Velmar",
    "news",  "new",    "say",   "says",        "said"};

std::string sentence(Random& random, std::size_t longest) {
  std::string text;
  for (std::size_t count = 1 + below(random, longest); count > 0; --count) {
    if (!text.empty()) text += below(random, 8) == 0 ? ", " : " ";
    text += one_of(kWords, random);
  }
  // Sentences may be all in capitals, which changes what "US" means.
  if (below(random, 5) == 0) text = in_capitals(std::move(text));
  return text;
}

/// An article, and what it quotes.
struct RandomArticle {
  article::Article article;
  std::vector<WrittenQuotation> quotations;
};

RandomArticle random_article(Random& random) {
  // Now and then a sentence of several slots.
  const auto words = [&] {
    return sentence(random, below(random, 60) == 0 ? 600 : 8);
  };
  std::string headline = below(random, 4) == 0 ? "" : sentence(random, 5);
  // What a headline quotes is no quotation.
  if (below(random, 4) == 0) headline = "“" + headline + "”";
  QuotationWriter writer(random, words, headline);
  for (std::size_t count = below(random, 3); count > 0; --count) {
    std::string paragraph;
    for (std::size_t more = 1 + below(random, 3); more > 0; --more) {
      paragraph += words() + ". ";
    }
    writer.add_plain(paragraph);
    for (std::size_t more = below(random, 3); more > 0; --more) {
      writer.add_quotation();
    }
  }
  article::Article article = article_of(writer.lines());
  article.language = below(random, 3) == 0 ? "de" : "en";
  for (std::size_t count = below(random, 3); count > 0; --count) {
    article.authors.push_back(sentence(random, 2));
  }
  if (below(random, 2) == 0) article.place = sentence(random, 3);
  if (below(random, 2) == 0) article.source = sentence(random, 2);
  if (below(random, 2) == 0) article.section = sentence(random, 1);
  for (std::size_t count = below(random, 3); count > 0; --count) {
    article.topics.push_back(sentence(random, 2));
  }
  if (below(random, 4) != 0) {
    const auto days = static_cast<std::int64_t>(below(random, 40'000));
    article.published = article::Date{(days - 20'000) * 86'400 + 40'000,
                                      article::Date::Precision::kSecond};
  }
  return {std::move(article), writer.quotations()};
}

/// Each as sentence, bytes and phrase.
std::string shown(const Marks& marks) {
  std::string text;
  for (const auto& [sentence, begin, end, phrase] : marks) {
    text += fmt::format("{}:{}-{}={} ", sentence, begin, end, phrase);
  }
  return text;
}

TEST_CASE("Xapian, the evaluator and brute force agree on random queries") {
  MESSAGE("seed " << seed() << " (BROADSHEET_TEST_SEED)");
  Random random(seed());
  const AskedWords asked{kWords, names_of_speakers()};
  constexpr int kCorpora = 6;
  constexpr int kArticles = 40;
  const int queries = tests::effort(250);
  std::size_t count = 0;
  std::size_t exact = 0;
  std::size_t matched = 0;
  std::size_t quoted = 0;   // Matched, and asks what is quoted.
  std::size_t said = 0;     // Matched, and asks who is.
  std::size_t decided = 0;  // Without the evaluator, of inexact queries.
  for (int corpus = 0; corpus < kCorpora; ++corpus) {
    SmallIndex index;
    std::vector<RandomArticle> written;
    for (int i = 0; i < kArticles; ++i) {
      written.push_back(random_article(random));
      index.add(written.back().article);
    }
    Vocabulary vocabulary;
    std::vector<KnownArticle> articles = known(index.articles(), vocabulary);
    for (std::size_t i = 0; i < articles.size(); ++i) {
      articles[i].quotations = written[i].quotations;
    }
    query::ParseOptions options;
    options.languages = {"de", "en"};
    for (int round = 0; round < queries; ++round) {
      std::string text = random_query(random, asked, below(random, 5));
      if (below(random, 6) == 0) text = in_capitals(std::move(text));
      CAPTURE(text);
      options.any = below(random, 4) == 0;
      auto parsed = query::parse_query(text, options);
      // Exclusions in odd places are refused, as they should be.
      if (!std::holds_alternative<query::ParsedQuery>(parsed)) continue;
      ++count;
      Node& root = std::get<query::ParsedQuery>(parsed).root;
      REQUIRE_FALSE(query::expand(root, index.terms()));
      Evaluator evaluator(root);
      BruteForce brute_force(root, vocabulary);
      std::vector<std::size_t> expected;
      for (std::size_t i = 0; i < index.articles().size(); ++i) {
        CAPTURE(i);
        const schema::StoredArticle& article = index.articles()[i];
        CAPTURE(article.article.text);
        const std::optional<Marks> truth = brute_force.answer(articles[i]);
        const Match match = evaluator.evaluate(article);
        REQUIRE(match.is_true == truth.has_value());
        if (!truth) continue;
        expected.push_back(i);
        Marks marks;
        for (const Occurrence& occurrence : match.occurrences) {
          marks.emplace(occurrence.sentence, occurrence.bytes.begin,
                        occurrence.bytes.end, occurrence.phrase);
        }
        const std::string found_marks = shown(marks);
        const std::string true_marks = shown(*truth);
        REQUIRE(found_marks == true_marks);
        REQUIRE(marks.size() == match.occurrences.size());
        REQUIRE(std::ranges::is_sorted(
            match.occurrences, [](const Occurrence& a, const Occurrence& b) {
              return std::tie(a.sentence, a.bytes.begin, a.phrase) <
                     std::tie(b.sentence, b.bytes.begin, b.phrase);
            }));
      }
      matched += expected.empty() ? 0 : 1;
      if (!expected.empty()) {
        quoted += text.find("quote:") != std::string::npos;
        said += text.find("said:") != std::string::npos;
      }
      const query::CompiledQuery compiled =
          query::compile(root, index.variants(), options.languages);
      const std::vector<std::size_t> found = index.found_by(compiled.query);
      CAPTURE(compiled.query.get_description());
      if (compiled.exact) {
        REQUIRE(index.found_by(compiled.certain) == expected);
        ++exact;
        REQUIRE(found == expected);
      } else {
        REQUIRE(std::ranges::includes(found, expected));
        const std::vector<std::size_t> certain =
            index.found_by(compiled.certain);
        REQUIRE(std::ranges::includes(expected, certain));
        decided += certain.size();
      }
    }
  }
  // The queries must be worth asking.
  CHECK(static_cast<int>(count) > kCorpora * queries / 2);
  CHECK(exact > count / 3);
  CHECK(exact < count);
  CHECK(decided > 0);
  CHECK(matched > count / 4);
  CHECK(quoted >= count / 400);
  CHECK(said >= count / 400);
}

}  // namespace
}  // namespace broadsheet::searcher::match
