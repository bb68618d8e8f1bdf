// An error as people see it.
#include "searcher/query/query_error.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <sstream>
#include <string>
#include <variant>

#include "corpus/base/width.h"
#include "searcher/query/parser.h"

namespace broadsheet::searcher::query {
namespace {

std::string rendered(const std::string& query, std::size_t width = 80) {
  const auto parsed = parse_query(query, {});
  const auto* error = std::get_if<QueryError>(&parsed);
  return error == nullptr ? "no error" : render(*error, query, width);
}

/// The query and caret lines alone.
std::string under_caret(const std::string& query, std::size_t width = 80) {
  std::istringstream lines(rendered(query, width));
  std::string line;
  std::string kept;
  for (int number = 0; std::getline(lines, line); ++number) {
    if (number == 1 || number == 2) kept += line + '\n';
  }
  return kept;
}

TEST_CASE("an error shows code, cause, place and repair") {
  CHECK(rendered("auther:Olsen") ==
        "broadsheet-search: query error [unknown-field]: there is no field "
        "\"auther\"\n"
        "  auther:Olsen\n"
        "  ^~~~~~~\n"
        "  help: did you mean author:Olsen ? To search the text, quote it: "
        "\"auther:Olsen\"\n");
  CHECK(rendered("") ==
        "broadsheet-search: query error [empty-query]: there is no word in "
        "the query\n"
        "  help: * alone finds every article\n");
}

TEST_CASE("the caret stands by columns, not by bytes") {
  CHECK(under_caret("原油 OR") ==
        "  原油 OR\n"
        "       ^~\n");
  CHECK(under_caret("cafe\u0301 “…” OR") ==
        "  cafe\u0301 “…” OR\n"
        "       ^~~\n");
  CHECK(under_caret("title:|") ==
        "  title:|\n"
        "  ^~~~~~\n");
  CHECK(under_caret("oil date:2020..") == "");
  CHECK(under_caret("(原油 -)") ==
        "  (原油 -)\n"
        "        ^\n");
}

TEST_CASE("a query cannot control the terminal") {
  const std::string shown = rendered("\x1b[2J\x1b]52;c;eA==\x07 \u202e (");
  CHECK(shown.find('\x1b') == std::string::npos);
  CHECK(shown.find('\x07') == std::string::npos);
  CHECK(shown.find("\u202e") == std::string::npos);
  CHECK(shown.find("␛[2J") != std::string::npos);
  CHECK(rendered("oil\ngas (").find("oil gas (") != std::string::npos);
}

TEST_CASE("a long query is cut to a window around the caret") {
  std::string query;
  for (int i = 0; i < 40; ++i) query += "storm ";
  query += "OR";
  CHECK(under_caret(query, 40) ==
        "  …torm storm OR\n"
        "              ^~\n");
  query += " OR";
  for (int i = 0; i < 40; ++i) query += " river";
  CHECK(under_caret(query, 40) ==
        "  …torm storm OR OR river river river r…\n"
        "              ^~\n");
  for (std::size_t width = 0; width < 90; ++width) {
    CAPTURE(width);
    std::istringstream lines(under_caret(query, width));
    std::string line;
    while (std::getline(lines, line)) {
      CHECK(display_width(line) <= std::max<std::size_t>(width, 20));
    }
  }
  const std::string wide = "嵐 嵐 嵐 嵐 嵐 嵐 嵐 嵐 嵐 嵐 嵐 嵐 嵐 嵐 (嵐";
  for (std::size_t width = 0; width < 90; ++width) {
    std::istringstream lines(under_caret(wide, width));
    std::string line;
    while (std::getline(lines, line)) {
      CHECK(display_width(line) <= std::max<std::size_t>(width, 20));
    }
  }
}

TEST_CASE("a span outside of the query is shown within it") {
  const QueryError error{
      .code = "bad-date", .span = {90, 99}, .message = "m", .hint = ""};
  CHECK(render(error, "oil", 80) ==
        "broadsheet-search: query error [bad-date]: m\n  oil\n     ^\n");
}

}  // namespace
}  // namespace broadsheet::searcher::query
