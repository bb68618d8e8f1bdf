#include "searcher/search/absence.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <variant>
#include <vector>

#include "corpus/schema/slots.h"
#include "searcher/query/compile.h"
#include "searcher/query/parser.h"
#include "searcher/search/ranking.h"

namespace broadsheet::searcher::search {
namespace {

constexpr std::int64_t kIn2020 = 1'590'000'000;

/// Six articles: oil in 2020, oil undated, rain in 2020, rain and oil undated,
/// snow undated, oil in 1970.
Xapian::WritableDatabase six() {
  Xapian::WritableDatabase database(std::string(), Xapian::DB_BACKEND_INMEMORY);
  const auto add = [&database](const std::vector<std::string>& words,
                               std::int64_t seconds) {
    Xapian::Document document;
    Xapian::termpos position = 512;
    for (const std::string& word : words) {
      document.add_posting(word, position++);
      document.add_term("Z" + word);
    }
    if (seconds != 0) {
      document.add_value(schema::kPublishedSlot,
                         schema::published_value(seconds));
    }
    database.add_document(document);
  };
  add({"oil"}, kIn2020);
  add({"oil"}, 0);
  add({"rain"}, kIn2020);
  add({"rain", "oil"}, 0);
  add({"snow"}, 0);
  add({"oil"}, 1);
  return database;
}

struct Parsed {
  explicit Parsed(const std::string& typed) : text(typed), database(six()) {
    auto result = query::parse_query(text, {});
    REQUIRE(std::holds_alternative<query::ParsedQuery>(result));
    root = std::get<query::ParsedQuery>(std::move(result)).root;
  }

  [[nodiscard]] std::uint64_t count(const query::Node& node) const {
    const query::CompiledQuery compiled = query::compile(
        node, [](const std::string&) { return std::vector<std::string>(); });
    Request request;
    request.detail = Detail::kCount;
    return rank(PostingLists(database), compiled, request,
                [](Xapian::docid) { return true; })
        .total;
  }

  std::string text;
  Xapian::WritableDatabase database;
  query::Node root;
};

std::string parts(const std::string& typed) {
  const Parsed parsed(typed);
  std::string shown;
  for (const PartCount& part : count_parts(
           parsed.root, parsed.text,
           [&parsed](const query::Node& n) { return parsed.count(n); })) {
    if (!shown.empty()) shown += ", ";
    shown += part.text + " " + std::to_string(part.articles);
  }
  return shown;
}

std::uint64_t left_out(const std::string& typed) {
  const Parsed parsed(typed);
  return undated_left_out(
      parsed.database, parsed.root,
      [&parsed](const query::Node& node) { return parsed.count(node); });
}

TEST_CASE("each part of a query is counted alone, as it was typed") {
  CHECK(parts("oil hail") == "oil 4, hail 0");
  CHECK(parts("rain (snow OR \"hail\")") == "rain 2, snow 1, \"hail\" 0");
  CHECK(parts("hail date:2020") == "hail 0, date:2020 2");
}

TEST_CASE("what is excluded empties no answer and is not counted") {
  CHECK(parts("hail -oil") == "hail 0");
}

TEST_CASE("a long query shows its first parts") {
  std::string query = "a0";
  for (std::size_t i = 1; i < 2 * kMostParts; ++i) {
    query += " a" + std::to_string(i);
  }
  const std::string shown = parts(query);
  CHECK(std::count(shown.begin(), shown.end(), ',') == kMostParts - 1);
}

TEST_CASE("undated articles are those that only a date filter keeps out") {
  CHECK(left_out("oil date:2020") == 2);
  CHECK(left_out("rain oil date:2020") == 1);
  CHECK(left_out("date:2020") == 3);
  CHECK(left_out("hail date:2020") == 0);
  CHECK(left_out("oil") == 0);
}

TEST_CASE("an undated article that is found anyway is not left out") {
  CHECK(left_out("oil date:2020 OR date:none") == 0);
  CHECK(left_out("snow OR date:2020") == 2);
  CHECK(left_out("oil -date:2020") == 0);
}

}  // namespace
}  // namespace broadsheet::searcher::search
