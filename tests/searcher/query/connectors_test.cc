// Every spelling of a connector, and the words that only look like one.
#include "searcher/query/connectors.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace broadsheet::searcher::query {
namespace {

/// "w/5", "pre/s" …: the plain spelling; "word" if it is none, "bad" if its
/// distance is.
std::string plain(const std::string& word) {
  const auto connector = read_connector(word);
  if (!connector) return "word";
  const std::string name = connector->ordered ? "pre/" : "w/";
  switch (connector->reach) {
    case Connector::Reach::kWords:
      return name + std::to_string(connector->distance);
    case Connector::Reach::kSentence:
      return name + "s";
    case Connector::Reach::kParagraph:
      return name + "p";
    case Connector::Reach::kBadDistance:
      return "bad";
  }
  return "";
}

TEST_CASE("all spellings of a connector are one") {
  struct Row {
    std::string plain;
    std::vector<std::string> words;
  };
  for (const Row& row : std::vector<Row>{
           {"w/5", {"w/5", "W/5", "w/05", "near/5", "NEAR/5", "n/5", "/5"}},
           {"pre/3", {"pre/3", "PRE/3", "onear/3", "adj3", "ADJ3", "+3"}},
           {"w/s", {"w/s", "W/S", "/s", "w/sent", "n/s"}},
           {"w/p", {"w/p", "/p", "w/para", "SAME"}},
           {"pre/s", {"pre/s", "+s", "+S"}},
           {"pre/p", {"pre/p", "+p"}},
           {"w/10", {"NEAR", "w/10"}},
           {"w/255", {"w/255"}},
           {"bad",
            {"w/", "w/0", "w/256", "w/x", "w/o", "w/-5", "w/5x", "pre/",
             "pre/war", "near/by", "n/0", "/300", "+999999999999999999999",
             "adj0"}},
           {"word",
            {"near", "same", "Near", "n/a", "p/e", "/etc", "+", "/", "",
             "adjacent", "adj", "adjs", "+x", "w5", "24/7", "and/or", "s/p"}},
       }) {
    for (const std::string& word : row.words) {
      CAPTURE(word);
      CHECK(plain(word) == row.plain);
    }
  }
}

}  // namespace
}  // namespace broadsheet::searcher::query
