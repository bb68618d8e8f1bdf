// Three answers to one query must agree: Xapian's on the compiled query, the
// evaluator's on each article, and that of a few lines here that try every
// phrase at every word. Articles and queries are random, of words that fold,
// stem and split in every way there is.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <random>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <variant>
#include <vector>

#include "corpus/schema/field_values.h"
#include "corpus/schema/positions.h"
#include "corpus/text/analyzer.h"
#include "searcher/query/compile.h"
#include "tests/searcher/match/small_index.h"

namespace broadsheet::searcher::match {
namespace {

using query::Node;
using query::Phrase;
using schema::Field;

using Random = std::mt19937_64;

std::uint64_t seed() {
  const char* const given = std::getenv("BROADSHEET_TEST_SEED");
  return given == nullptr ? 20240331 : std::strtoull(given, nullptr, 10);
}

std::size_t below(Random& random, std::size_t limit) {
  return std::uniform_int_distribution<std::size_t>(0, limit - 1)(random);
}

const std::string& one_of(const std::vector<std::string>& list,
                          Random& random) {
  return list[below(random, list.size())];
}

const std::vector<std::string> kWords{
    "oil",   "Oils",   "rule",  "rules",       "ruled",  "rule's",   "bank",
    "banks", "Banken", "run",   "running",     "the",    "the",      "of",
    "U.S.",  "US",     "us",    "G7",          "G-7",    "g",        "7",
    "Café",  "cafe",   "NATO",  "O’Brien",     "obrien", "who",      "WHO",
    "storm", "storms", "based", "rules-based", "1,750",  "Velmar’s", "Velmar",
    "news",  "new",    "say",   "says",        "said"};

std::string in_capitals(std::string text) {
  std::ranges::transform(text, text.begin(), [](char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  });
  return text;
}

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

article::Article random_article(Random& random) {
  std::string lines = below(random, 4) == 0 ? "" : sentence(random, 5);
  for (std::size_t count = below(random, 3); count > 0; --count) {
    lines += '\n';
    for (std::size_t more = 1 + below(random, 3); more > 0; --more) {
      // Now and then a sentence of several slots.
      lines += sentence(random, below(random, 60) == 0 ? 600 : 8) + ". ";
    }
  }
  article::Article article = article_of(lines);
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
  return article;
}

std::string random_phrase(Random& random) {
  std::string text;
  for (std::size_t count = 1 + below(random, 3); count > 0; --count) {
    if (!text.empty()) text += ' ';
    text += one_of(kWords, random);
  }
  return '"' + text + '"';
}

std::string random_leaf(Random& random, bool in_field) {
  switch (below(random, in_field ? 3 : 6)) {
    case 0:
      return random_phrase(random);
    case 1:
      return '~' + random_phrase(random);
    case 3: {
      static const std::vector<std::string> kDates{
          "date:1970..1990", "date:2000", "before:1960",
          "after:1999",      "date:none", "*"};
      return one_of(kDates, random);
    }
    default:
      return one_of(kWords, random);
  }
}

std::string random_group(Random& random, std::size_t depth, bool in_field);

std::string random_atom(Random& random, std::size_t depth, bool in_field) {
  if (!in_field && below(random, 5) == 0) {
    static const std::vector<std::string> kFields{
        "title:", "title:",  "title:",   "author:",
        "place:", "source:", "section:", "subject:"};
    const std::string field = one_of(kFields, random);
    if (depth > 0 && below(random, 3) == 0) {
      return field + '(' + random_group(random, depth - 1, true) + ')';
    }
    return field + random_leaf(random, true);
  }
  if (depth > 0 && below(random, 2) == 0) {
    return '(' + random_group(random, depth - 1, in_field) + ')';
  }
  return random_leaf(random, in_field);
}

std::string random_group(Random& random, std::size_t depth, bool in_field) {
  std::string query = random_atom(random, depth, in_field);
  for (std::size_t count = below(random, 4); count > 0; --count) {
    static const std::vector<std::string> kJoints{
        " ", " ", " AND ", " OR ", " OR ", " -", " NOT ", " AND NOT "};
    query += one_of(kJoints, random) + random_atom(random, depth, in_field);
  }
  return query;
}

/// The naive answer: every phrase is tried at every word, by its terms.
class BruteForce {
 public:
  BruteForce(const Node& root, const schema::StoredArticle& stored)
      : stored_(stored), analyzer_(stored.article.language) {
    is_true_ = walk(root, true);
  }

  [[nodiscard]] bool is_true() const { return is_true_; }

  /// Sentence, first and last byte, phrase; of a true query.
  using Marks =
      std::set<std::tuple<std::size_t, std::size_t, std::size_t, std::size_t>>;
  [[nodiscard]] const Marks& marks() const { return marks_; }

 private:
  bool walk(const Node& node, bool marking) {
    if (const auto* phrase = std::get_if<Phrase>(&node.value)) {
      return walk_phrase(*phrase, marking);
    }
    if (const auto* all = std::get_if<query::And>(&node.value)) {
      return walk_group(all->children, marking, true);
    }
    if (const auto* either = std::get_if<query::Or>(&node.value)) {
      return walk_group(either->children, marking, false);
    }
    if (const auto* excluded = std::get_if<query::Not>(&node.value)) {
      return !walk(excluded->child.front(), false);
    }
    const auto& published = stored_.article.published;
    if (const auto* date = std::get_if<query::DateFilter>(&node.value)) {
      return published && published->seconds >= date->range.begin &&
             published->seconds < date->range.end;
    }
    if (std::holds_alternative<query::Undated>(node.value)) return !published;
    return true;
  }

  bool walk_group(const std::vector<Node>& children, bool marking, bool all) {
    const Marks before = marks_;
    std::size_t count = 0;
    for (const Node& child : children) {
      const Marks so_far = marks_;
      if (walk(child, marking)) {
        ++count;
      } else {
        marks_ = so_far;
      }
    }
    const bool is_true = all ? count == children.size() : count > 0;
    if (!is_true) marks_ = before;
    return is_true;
  }

  bool walk_phrase(const Phrase& phrase, bool marking) {
    const std::size_t number = next_phrase_++;
    bool occurs = false;
    const auto& sentences = stored_.outline.sentences;
    for (std::size_t s = 0; s < sentences.size(); ++s) {
      if (phrase.field != Field::kText &&
          (phrase.field != Field::kHeadline ||
           sentences[s].zone != article::Zone::kHeadline)) {
        continue;
      }
      for (const Span span :
           spans_of(phrase, stored_.article.text, sentences[s].bytes)) {
        occurs = true;
        if (marking) marks_.emplace(s, span.begin, span.end, number);
      }
    }
    for (const std::string_view value :
         schema::field_values(stored_.article, phrase.field)) {
      occurs |= !spans_of(phrase, value, {0, value.size()}).empty();
    }
    return occurs;
  }

  std::vector<Span> spans_of(const Phrase& phrase, std::string_view text,
                             Span sentence) {
    const auto tokens = analyzer_.tokens(text, sentence);
    std::vector<Span> spans;
    for (std::size_t first = 0; first < tokens.size(); ++first) {
      std::size_t length = 0;
      while (length < phrase.places.size() && first + length < tokens.size() &&
             stands_at(phrase, length, tokens[first + length]) &&
             schema::position_of(1, tokens[first + length].ordinal) ==
                 schema::position_of(1, tokens[first].ordinal) + length) {
        ++length;
      }
      if (length == phrase.places.size()) {
        spans.push_back(
            {tokens[first].bytes.begin, tokens[first + length - 1].bytes.end});
      }
    }
    return spans;
  }

  bool stands_at(const Phrase& phrase, std::size_t place,
                 const text::Token& token) const {
    const text::Lexicon& lexicon = analyzer_.lexicon();
    const text::Form& form = token.form;
    std::set<std::string> terms;
    for (const text::FormId exact : {form.exact, form.also_exact}) {
      if (exact == text::kNoForm) continue;
      terms.insert(schema::exact_term(phrase.field, lexicon.exact(exact)));
    }
    for (const text::FormId stem : {form.stem, form.also_stem}) {
      if (stem == text::kNoForm) continue;
      terms.insert(schema::stem_term(phrase.field, lexicon.stem(stem)));
    }
    const auto is_there = [&](const std::string& term) {
      return terms.contains(term);
    };
    return std::ranges::any_of(phrase.places[place].exact_terms, is_there) ||
           std::ranges::any_of(phrase.places[place].stem_terms, is_there);
  }

  const schema::StoredArticle& stored_;
  text::Analyzer analyzer_;
  std::size_t next_phrase_ = 0;
  Marks marks_;
  bool is_true_ = false;
};

TEST_CASE("Xapian, the evaluator and brute force agree on random queries") {
  MESSAGE("seed " << seed() << " (BROADSHEET_TEST_SEED)");
  Random random(seed());
  constexpr int kCorpora = 6;
  constexpr int kArticles = 40;
  constexpr int kQueries = 250;
  std::size_t asked = 0;
  std::size_t exact = 0;
  std::size_t matched = 0;
  std::size_t decided = 0;  // Without the evaluator, of inexact queries.
  for (int corpus = 0; corpus < kCorpora; ++corpus) {
    SmallIndex index;
    for (int i = 0; i < kArticles; ++i) index.add(random_article(random));
    query::ParseOptions options;
    options.languages = {"de", "en"};
    for (int round = 0; round < kQueries; ++round) {
      std::string text = random_group(random, below(random, 5), false);
      if (below(random, 6) == 0) text = in_capitals(std::move(text));
      CAPTURE(text);
      options.any = below(random, 4) == 0;
      const auto parsed = query::parse_query(text, options);
      // Exclusions in odd places are refused, as they should be.
      if (!std::holds_alternative<query::ParsedQuery>(parsed)) continue;
      ++asked;
      const Node& root = std::get<query::ParsedQuery>(parsed).root;
      Evaluator evaluator(root);
      std::vector<std::size_t> expected;
      for (std::size_t i = 0; i < index.articles().size(); ++i) {
        CAPTURE(i);
        const schema::StoredArticle& article = index.articles()[i];
        CAPTURE(article.article.text);
        const BruteForce truth(root, article);
        const Match match = evaluator.evaluate(article);
        REQUIRE(match.is_true == truth.is_true());
        if (!truth.is_true()) continue;
        expected.push_back(i);
        BruteForce::Marks marks;
        for (const Occurrence& occurrence : match.occurrences) {
          marks.emplace(occurrence.sentence, occurrence.bytes.begin,
                        occurrence.bytes.end, occurrence.phrase);
        }
        REQUIRE(marks == truth.marks());
        REQUIRE(marks.size() == match.occurrences.size());
        REQUIRE(std::ranges::is_sorted(
            match.occurrences, [](const Occurrence& a, const Occurrence& b) {
              return std::tie(a.sentence, a.bytes.begin, a.phrase) <
                     std::tie(b.sentence, b.bytes.begin, b.phrase);
            }));
      }
      matched += expected.empty() ? 0 : 1;
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
  CHECK(asked > kCorpora * kQueries / 2);
  CHECK(exact > asked / 2);
  CHECK(exact < asked);
  CHECK(decided > 0);
  CHECK(matched > asked / 4);
}

}  // namespace
}  // namespace broadsheet::searcher::match
