// Every way to get a query wrong: the code, and the bytes under the caret.
// patterns_test.cc and functions_test.cc have those of wildcards and functions.
#include <doctest/doctest.h>

#include <string>
#include <variant>
#include <vector>

#include "searcher/query/budget.h"
#include "searcher/query/parser.h"
#include "tests/searcher/query/shown_tree.h"

namespace broadsheet::searcher::query {
namespace {

struct ErrorRow {
  std::string query;
  std::string carets;  ///< Under the query; "" if the span is empty.
  std::string code;
};

/// The carets under `query`, byte by byte, and the code; or the tree.
ErrorRow under(const std::string& query) {
  const auto parsed = parse_query(query, {});
  if (const auto* tree = std::get_if<ParsedQuery>(&parsed)) {
    return {query, shown(tree->root), "no error"};
  }
  const auto& error = std::get<QueryError>(parsed);
  std::string carets;
  if (!error.span.empty()) {
    carets = std::string(error.span.begin, ' ') +
             std::string(error.span.size(), '^');
  }
  return {query, carets, error.code};
}

void check_errors(const std::vector<ErrorRow>& rows) {
  for (const ErrorRow& row : rows) {
    CAPTURE(row.query);
    const ErrorRow found = under(row.query);
    CHECK(found.code == row.code);
    CHECK(found.carets == row.carets);
  }
}

TEST_CASE("quotation marks and parentheses must be closed") {
  check_errors({
      {"oil \"gas price",  //
       "    ^", "unclosed-quote"},
      {"oil ~\"gas",  //
       "    ^^", "unclosed-quote"},
      {"\"", "^", "unclosed-quote"},
      {"oil \"gas\" 5\"", "           ^", "unclosed-quote"},
      {"«oil\"", "^^", "unclosed-quote"},
      {"\"\"", "^^", "empty-phrase"},
      {"oil \" - \"",  //
       "    ^^^^^", "empty-phrase"},
      {"oil (gas",  //
       "    ^", "unclosed-paren"},
      {"((oil)", "^", "unclosed-paren"},
      {"oil) gas",  //
       "   ^", "stray-paren"},
      {")", "^", "stray-paren"},
      {"oil ()",  //
       "    ^^", "empty-group"},
      {"title:()",  //
       "      ^^", "empty-group"},
      {"oil ( - )",  //
       "    ^^^^^", "empty-group"},
  });
}

TEST_CASE("operators need what they join") {
  check_errors({
      {"AND oil", "^^^", "missing-operand"},
      {"oil AND",  //
       "    ^^^", "missing-operand"},
      {"oil AND AND gas",  //
       "    ^^^", "missing-operand"},
      {"oil AND OR gas",  //
       "    ^^^", "missing-operand"},
      {"OR oil", "^^", "missing-operand"},
      {"oil OR",  //
       "    ^^", "missing-operand"},
      {"oil OR OR gas",  //
       "    ^^", "missing-operand"},
      {"oil OR AND gas",  //
       "    ^^", "missing-operand"},
      {"(oil OR) gas",  //
       "     ^^", "missing-operand"},
      {"oil |",  //
       "    ^", "missing-operand"},
      {"oil NOT",  //
       "    ^^^", "missing-operand"},
      {"oil NOT AND gas",  //
       "    ^^^", "missing-operand"},
      {"oil -)",  //
       "    ^", "missing-operand"},
      {"oil OR $",  //
       "    ^^", "missing-operand"},
  });
}

TEST_CASE("an exclusion stands beside something, and only once") {
  check_errors({
      {"-oil", "^^^^", "only-exclusions"},
      {"NOT oil", "^^^^^^^", "only-exclusions"},
      {"(-oil) -gas", "^^^^^^^^^^^", "only-exclusions"},
      {"title:(-oil)", "^^^^^^^^^^^^", "only-exclusions"},
      {"oil OR -gas",  //
       "    ^^^^", "negated-or"},
      {"oil OR NOT gas",  //
       "    ^^^^^^", "negated-or"},
      {"-oil OR gas", "^^^^", "negated-or"},
      {"(-oil) OR gas", "^^^^^^", "negated-or"},
      {"oil OR (-gas)",  //
       "       ^^^^^^", "negated-or"},
      {"oil --gas",  //
       "    ^^", "bad-negation"},
      {"oil NOT NOT gas",  //
       "    ^^^^^^^", "bad-negation"},
      {"oil NOT -gas",  //
       "    ^^^^^", "bad-negation"},
      {"oil -(-gas)",  //
       "    ^", "bad-negation"},
      {"oil NOT (-gas)",  //
       "    ^^^", "bad-negation"},
      {"title:-oil",  //
       "      ^", "bad-negation"},
      {"!oil gas", "^^^^", "bad-operator"},
  });
}

TEST_CASE("fields are known, filled, and not in each other") {
  check_errors({
      {"auther:olsen", "^^^^^^^", "unknown-field"},
      {"oil auther:\"olsen\"",  //
       "    ^^^^^^^", "unknown-field"},
      {"tilte:(oil)", "^^^^^^", "unknown-field"},
      {"intitle:oil", "^^^^^^^^", "unknown-field"},
      {"-soruce:oil", " ^^^^^^^", "unknown-field"},
      {"title:", "^^^^^^", "empty-field"},
      {"(title:)", " ^^^^^^", "empty-field"},
      {"title:|oil", "^^^^^^", "empty-field"},
      {"title:$ oil", "      ^", "empty-field"},
      {"title:\"\"", "      ^^", "empty-phrase"},
      {"title:author:olsen", "      ^^^^^^^^^^^^", "bad-operand"},
      {"title:(oil author:olsen)",  //
       "           ^^^^^^^", "bad-operand"},
      {"title:(oil date>2020)",  //
       "           ^^^^^^^^^", "bad-operand"},
      {"title>oil", "^^^^^^^^^", "bad-operator"},
      {"author=olsen", "^^^^^^^^^^^^", "bad-operator"},
      {"date=2020", "^^^^^^^^^", "bad-operator"},
      {"before>2020", "^^^^^^^^^^^", "bad-operator"},
      {"date > 2020",  //
       "     ^", "bad-operator"},
      {"date >=2020",  //
       "     ^^^^^^", "bad-operator"},
  });
}

TEST_CASE("a connector joins words, and a sentence holds no filter") {
  check_errors({
      {"(tax AND cut) w/5 budget",  //
       "              ^^^", "bad-operand"},
      {"(tax w/s cut) w/5 budget",  //
       "              ^^^", "bad-operand"},
      {"tax w/5 author:olsen",  //
       "    ^^^", "bad-operand"},
      {"tax w/5 date:2020",  //
       "    ^^^", "bad-operand"},
      {"tax w/s date:2020",  //
       "    ^^^", "bad-operand"},
      {"tax w/p (cut source:kestrel)",  //
       "    ^^^", "bad-operand"},
      {"tax w/s *",  //
       "    ^^^", "bad-operand"},
      {"-tax w/5 cut", "^^^^", "negated-operand"},
      {"tax w/5 -cut",  //
       "        ^^^^", "negated-operand"},
      {"tax w/s (-cut)",  //
       "        ^^^^^^", "negated-operand"},
      {"tax w/5 NOT cut",  //
       "        ^^^", "negated-operand"},
      {"tax pre/s (cut -rise)",  //
       "    ^^^^^", "negated-operand"},
      {"w/5 tax", "^^^", "missing-operand"},
      {"tax w/5",  //
       "    ^^^", "missing-operand"},
      {"tax w/5 w/s cut",  //
       "    ^^^^^^^", "bad-connector"},
      {"tax OR w/5 cut",  //
       "    ^^", "missing-operand"},
      {"NOT w/5 tax", "^^^", "missing-operand"},
  });
}

TEST_CASE("distances and numbers have their bounds") {
  check_errors({
      {"oil w/0 gas",  //
       "    ^^^", "bad-distance"},
      {"oil w/256 gas",  //
       "    ^^^^^", "bad-distance"},
      {"oil w/o gas",  //
       "    ^^^", "bad-distance"},
      {"wc>many", "^^^^^^^", "bad-number"},
      {"wc:five", "   ^^^^", "bad-number"},
      {"wc:9..5", "   ^^^^", "empty-range"},
      {"wc<0", "^^^^", "empty-range"},
      {"wc=5", "^^^^", "bad-operator"},
      {"lang:english", "     ^^^^^^^", "bad-operand"},
  });
}

TEST_CASE("dup: takes first, later or all") {
  check_errors({{"oil dup:frist",  //
                 "        ^^^^^", "bad-operand"},
                {"oil dup:\"\"", "        ^^", "empty-phrase"}});
}

TEST_CASE("a query says something") {
  check_errors({
      {"", "", "empty-query"},
      {" \t ", "", "empty-query"},
      {"... - $", "", "empty-query"},
  });
}

TEST_CASE("a query that is not UTF-8 is refused at its first wrong byte") {
  check_errors({
      {"caf\xe9", "   ^", "bad-encoding"},
      {"é \xff", "   ^", "bad-encoding"},
      {"\xe6\x9d", "^", "bad-encoding"},
  });
}

TEST_CASE("a query is kept within its budget") {
  const auto nested = [](std::size_t depth) {
    return std::string(depth, '(') + "oil" + std::string(depth, ')');
  };
  CHECK(under(nested(kMaxQueryDepth)).code == "no error");
  CHECK(under(nested(kMaxQueryDepth + 1)).code == "too-deep");
  CHECK(under(nested(30'000)).code == "too-deep");

  const auto words = [](std::size_t count) {
    std::string query;
    for (std::size_t i = 0; i < count; ++i) query += "oil ";
    return query;
  };
  CHECK(under(words(kMaxQueryTerms)).code == "no error");
  CHECK(under(words(kMaxQueryTerms + 1)).code == "too-many-terms");
  CHECK(under('"' + words(kMaxQueryTerms + 1) + '"').code == "too-many-terms");

  CHECK(under(std::string(kMaxQueryBytes, 'a')).code == "no error");
  CHECK(under(std::string(kMaxQueryBytes + 1, 'a')).code == "too-long");
}

TEST_CASE("a repaired query is offered where one can be told") {
  const auto hint = [](const std::string& query) {
    const auto parsed = parse_query(query, {});
    const auto* error = std::get_if<QueryError>(&parsed);
    return error == nullptr ? "no error" : error->hint;
  };
  CHECK(hint("auther:Olsen") ==
        "did you mean author:Olsen ? To search the text, quote it: "
        "\"auther:Olsen\"");
  CHECK(hint("-oil") == "for every other article, write: * -oil");
  CHECK(hint("oil (gas") == "close it: oil (gas)");
  CHECK(hint("coal ((oil) (gas") == "close it: coal ((oil) (gas))");
  CHECK(hint("\"oil gas") == "close it: \"oil gas\"");
  CHECK(hint("!oil") == "write -oil or NOT oil");
  CHECK(hint("date=2020") == "write date:2020");
  CHECK(hint("date:2019-2020") ==
        "write a range with two full stops: date:2019..2020");
}

}  // namespace
}  // namespace broadsheet::searcher::query
