#include "searcher/search/sentence_choice.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace broadsheet::searcher::search {
namespace {

using article::Zone;

/// An outline of one sentence for each letter of `zones`: (h)eadline, (l)ead,
/// (b)ody, (c)aption, (t)railer; sentence i holds the bytes [100 i, 100 i +
/// 90), and a change of letter begins a paragraph.
schema::Outline outline(const std::string& zones) {
  schema::Outline made;
  std::uint32_t paragraph = 0;
  for (std::size_t i = 0; i < zones.size(); ++i) {
    if (i > 0 && zones[i] != zones[i - 1]) ++paragraph;
    const Zone zone = zones[i] == 'h'   ? Zone::kHeadline
                      : zones[i] == 'l' ? Zone::kLead
                      : zones[i] == 'c' ? Zone::kCaption
                      : zones[i] == 't' ? Zone::kTrailer
                                        : Zone::kBody;
    made.sentences.push_back({{100 * i, 100 * i + 90}, paragraph, zone});
  }
  return made;
}

/// One occurrence for each letter of "1a 3b 3c": phrase a, b, … (0, 1, …) in
/// the sentence of that number, one after another.
match::Match occurrences(const std::string& list) {
  match::Match match;
  match.is_true = true;
  std::size_t sentence = 0;
  std::size_t at = 0;
  for (const char c : list) {
    if (c == ' ') continue;
    if (c >= '0' && c <= '9') {
      sentence = static_cast<std::size_t>(c - '0');
      at = 100 * sentence;
      continue;
    }
    match.occurrences.push_back(
        {sentence, {at, at + 5}, static_cast<std::size_t>(c - 'a')});
    at += 10;
  }
  return match;
}

/// The chosen sentences: "1 3- 4", a hyphen after those that hold no match.
/// Phrase a is worth 1, b 2, c 4, and so on.
std::string chosen(const std::string& zones, const std::string& found,
                   std::size_t most, std::size_t context = 0) {
  const ChosenSentences result = choose_sentences(
      outline(zones), occurrences(found), most, context,
      [](std::size_t phrase) { return static_cast<double>(1U << phrase); });
  std::string text;
  for (const ShownSentence& shown : result.sentences) {
    if (!text.empty()) text += ' ';
    text += std::to_string(shown.index);
    if (shown.is_context) text += '-';
    CHECK(shown.is_context == shown.marks.empty());
  }
  return text;
}

TEST_CASE("sentences are shown in reading order, at most as many as asked") {
  CHECK(chosen("llbbb", "0a 2a 4a", 3) == "0 2 4");
  CHECK(chosen("llbbb", "0a 2a 4a", 2) == "0 2");
  CHECK(chosen("llbbb", "0a 2a 4a", 0) == "0 2 4");
  CHECK(chosen("llbbb", "0a 2a 4a", 99) == "0 2 4");
}

TEST_CASE("the sentence with more of the query, or its rarer word, is better") {
  CHECK(chosen("bbbbb", "0a 1a 3ab 4a", 1) == "3");
  CHECK(chosen("bbbbb", "0a 1a 3c", 1) == "3");
  CHECK(chosen("bbbbb", "0aaaa 1b", 1) == "1");
}

TEST_CASE("a word that is shown already counts half") {
  CHECK(chosen("bbbbb", "0b 1b 2b 4a", 2) == "0 1");
  CHECK(chosen("bbbbb", "0b 1b 2b 4a", 3) == "0 1 4");
  CHECK(chosen("bbbbb", "0c 1c 2b 3a", 3) == "0 1 2");
  CHECK(chosen("bbbbb", "0ab 1ab 2c", 2) == "0 2");
}

TEST_CASE("asking for one sentence more keeps the others") {
  std::string last;
  for (std::size_t most = 1; most <= 6; ++most) {
    const std::string now = chosen("bbbbbbb", "0ab 1c 2a 3b 5c 6abc", most);
    CAPTURE(now);
    for (const char index : last) {
      if (index != ' ') CHECK(now.find(index) != std::string::npos);
    }
    last = now;
  }
}

TEST_CASE("words of the headline are marked there and are no sentence") {
  const ChosenSentences result =
      choose_sentences(outline("hhbb"), occurrences("0a 1b 2a"), 3, 0,
                       [](std::size_t) { return 1.0; });
  CHECK(result.headline_marks == std::vector<Span>{{0, 5}, {100, 105}});
  CHECK(result.matching == 1);
  REQUIRE(result.sentences.size() == 1);
  CHECK(result.sentences[0].index == 2);
}

TEST_CASE("without a matching sentence the article's first words are shown") {
  CHECK(chosen("hlb", "0a", 3) == "1-");
  CHECK(chosen("hclb", "0a", 3) == "2-");
  CHECK(chosen("hlb", "", 3) == "1-");
  CHECK(chosen("h", "0a", 3) == "");
  CHECK(chosen("", "", 3) == "");
}

TEST_CASE("context is the sentences around, each once") {
  CHECK(chosen("bbbbbbb", "3a", 3, 1) == "2- 3 4-");
  CHECK(chosen("bbbbbbb", "3a", 3, 2) == "1- 2- 3 4- 5-");
  CHECK(chosen("bbbbbbb", "1a 3a", 3, 1) == "0- 1 2- 3 4-");
  CHECK(chosen("bbb", "1a", 3, 100) == "0- 1 2-");
}

TEST_CASE("a neighbour that matches shows its matches") {
  CHECK(chosen("bbbb", "1b 2a", 1, 1) == "0- 1 2");
}

TEST_CASE("context stays in its part of the article") {
  CHECK(chosen("hlb", "1a", 3, 1) == "1 2-");
  CHECK(chosen("hlbtt", "2a", 3, 2) == "1- 2");
  CHECK(chosen("hlbtt", "3a", 3, 2) == "3 4-");
  // A caption interrupts the running text; it is not part of it.
  CHECK(chosen("hlcbb", "1a", 3, 1) == "1 3-");
  CHECK(chosen("hlcbb", "2a", 3, 1) == "2");
}

TEST_CASE("marks that touch or overlap are one") {
  match::Match match;
  match.occurrences = {{0, {0, 5}, 0},
                       {0, {3, 8}, 1},
                       {0, {8, 9}, 2},
                       {0, {10, 12}, 0},
                       {0, {10, 11}, 1}};
  const ChosenSentences result = choose_sentences(
      outline("b"), match, 3, 0, [](std::size_t) { return 1.0; });
  REQUIRE(result.sentences.size() == 1);
  CHECK(result.sentences[0].marks == std::vector<Span>{{0, 9}, {10, 12}});
}

TEST_CASE("many sentences of one long article are chosen quickly") {
  const std::size_t count = 200'000;
  schema::Outline long_one = outline(std::string(count, 'b'));
  match::Match match;
  for (std::size_t i = 0; i < count; ++i) {
    match.occurrences.push_back({i, {100 * i, 100 * i + 5}, i % 3});
  }
  const ChosenSentences result = choose_sentences(
      long_one, match, count / 2, 1, [](std::size_t) { return 1.0; });
  CHECK(result.matching == count);
  CHECK(result.sentences.size() >= count / 2);
}

}  // namespace
}  // namespace broadsheet::searcher::search
