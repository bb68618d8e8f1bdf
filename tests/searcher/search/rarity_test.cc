#include "searcher/search/rarity.h"

#include <doctest/doctest.h>

#include <string>
#include <variant>
#include <vector>

#include "searcher/query/parser.h"

namespace broadsheet::searcher::search {
namespace {

query::Node tree(const std::string& text) {
  auto result = query::parse_query(text, {});
  REQUIRE(std::holds_alternative<query::ParsedQuery>(result));
  return std::get<query::ParsedQuery>(std::move(result)).root;
}

/// 100 articles: "the" in each, "oil" in 50, "opec" in 2.
Xapian::WritableDatabase hundred() {
  Xapian::WritableDatabase database(std::string(), Xapian::DB_BACKEND_INMEMORY);
  for (int i = 0; i < 100; ++i) {
    Xapian::Document document;
    for (const auto& [word, every] :
         {std::pair<std::string, int>{"the", 1}, {"oil", 2}, {"opec", 50}}) {
      if (i % every != 0) continue;
      document.add_posting(word, 512);
    }
    database.add_document(document);
  }
  return database;
}

TEST_CASE("phrases are numbered in tree order, negated ones too") {
  const query::Node root = tree("a (b OR \"c d\") -e");
  std::string texts;
  for (const query::Phrase* phrase : query::all_phrases(root)) {
    texts += phrase->text + "|";
  }
  CHECK(texts == "a|b|c d|e|");
}

TEST_CASE(
    "a rare phrase tells more than a common one, and all tell something") {
  const query::Node root = tree("the oil opec \"the opec\" hail");
  Rarity rarity(root, hundred());
  CHECK(rarity.of(0) > 0);
  CHECK(rarity.of(1) > rarity.of(0));
  CHECK(rarity.of(2) > rarity.of(1));
  // A phrase is at least as rare as its rarest word.
  CHECK(rarity.of(3) == rarity.of(2));
  CHECK(rarity.of(4) > rarity.of(3));
}

}  // namespace
}  // namespace broadsheet::searcher::search
