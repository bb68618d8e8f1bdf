#include "searcher/search/explanation.h"

#include <doctest/doctest.h>

#include <string>
#include <variant>
#include <vector>

#include "searcher/query/parser.h"

namespace broadsheet::searcher::search {
namespace {

query::Node read(const std::string& query) {
  auto parsed = query::parse_query(query, {});
  REQUIRE(std::holds_alternative<query::ParsedQuery>(parsed));
  return std::get<query::ParsedQuery>(std::move(parsed)).root;
}

std::string explained(const std::string& query) {
  const query::Node root = read(query);
  const std::vector<std::string> languages{"en"};
  const query::Variants no_variants = [](const std::string&) {
    return std::vector<std::string>();
  };
  return explanation(root, query::compile(root, no_variants, languages));
}

TEST_CASE("the tree is shown a node a line, with the terms of its words") {
  CHECK(explained("minister (dam OR \"high water\") -lang:de")
            .starts_with("tree:\n"
                         "  AND\n"
                         "    minister   [Zminist]\n"
                         "    OR\n"
                         "      dam   [Zdam]\n"
                         "      \"high water\"   [high, water]\n"
                         "    NOT\n"
                         "      lang:de\n"
                         "asked of Xapian:\n"));
  CHECK(explained("s(dam w/5 broke) atleast3(oil)")
            .starts_with("tree:\n"
                         "  AND\n"
                         "    s\n"
                         "      w/5\n"
                         "        dam   [Zdam]\n"
                         "        broke   [Zbroke]\n"
                         "    atleast3\n"
                         "      oil   [Zoil]\n"));
}

TEST_CASE("what Xapian answers alone leaves the evaluator nothing") {
  CHECK(
      explained("dam").ends_with("asked of Xapian:\n"
                                 "  Query(Zdam)\n"
                                 "checked by the evaluator:\n"
                                 "  nothing: Xapian's answer is exact\n"));
}

TEST_CASE("what it cannot know is checked, but for what is surely true") {
  CHECK(explained("caps(dam)")
            .ends_with("checked by the evaluator:\n"
                       "  what that finds\n"));
  CHECK(explained("\"oil price\" OR caps(dam)")
            .find("checked by the evaluator:\n"
                  "  what that finds, unless this finds it too:\n"
                  "  Query((oil PHRASE 2 price)") != std::string::npos);
}

TEST_CASE("many terms are counted, and a long query is cut") {
  query::Node root = read("storm*");
  auto& place = std::get<query::Phrase>(root.value).places.front();
  for (int i = 0; i < 500; ++i) {
    place.exact_terms.push_back("storm" + std::to_string(i));
  }
  const query::Variants no_variants = [](const std::string&) {
    return std::vector<std::string>();
  };
  const std::string text =
      explanation(root, query::compile(root, no_variants, {}));
  CHECK(text.starts_with("tree:\n  storm*   [500 terms]\n"));
  CHECK(text.find(" bytes)\n") != std::string::npos);
  CHECK(text.size() < 2500);
}

}  // namespace
}  // namespace broadsheet::searcher::search
