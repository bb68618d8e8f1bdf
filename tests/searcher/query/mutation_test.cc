// Anything may be typed. Random bytes and mutated queries must be answered by a
// tree or an error within their budgets, and never by a crash.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <random>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "searcher/query/budget.h"
#include "searcher/query/parser.h"
#include "searcher/query/proximity.h"
#include "searcher/query/reading.h"
#include "tests/searcher/query/shown_tree.h"
#include "tests/support/effort.h"

namespace broadsheet::searcher::query {
namespace {

using Random = std::mt19937_64;

std::size_t below(Random& random, std::size_t limit) {
  return std::uniform_int_distribution<std::size_t>(0, limit - 1)(random);
}

std::uint64_t seed() {
  const char* const given = std::getenv("BROADSHEET_TEST_SEED");
  return given == nullptr ? 20240331 : std::strtoull(given, nullptr, 10);
}

const std::vector<std::string>& pieces() {
  static const std::vector<std::string> kPieces{
      "oil",     "\"",     "“",      "”",    "«",           "「",    "(",
      ")",       " ",      " ",      " ",    "-",           "--",    "OR",
      "AND",     "NOT",    "|",      "&",    "~",           "~\"",   "title:",
      "date:",   "by:",    "2020",   "..",   "none",        "date>", ">=",
      "auther:", "before", ":",      "w/5",  "NEAR",        "pre/s", "caps(",
      "s(",      "*",      "?",      "!",    "U.S.",        "G-7",   "\x80",
      "\xff",    "é",      "原油",   "　",   "\u202e",      "\x1b[", "30d",
      "title(",  "$",      "’s",     "\t",   "rules-based", "（",    "）",
      "OR -",    "wc>1",   "\u0301", "🙂", "a",           "US"};
  return kPieces;
}

std::string made_of_pieces(Random& random) {
  std::string query;
  for (std::size_t count = below(random, 24); count > 0; --count) {
    query += pieces()[below(random, pieces().size())];
  }
  return query;
}

std::string made_of_bytes(Random& random) {
  std::string query;
  for (std::size_t count = below(random, 64); count > 0; --count) {
    query += static_cast<char>(below(random, 256));
  }
  return query;
}

/// Drops, doubles, changes or inserts a few bytes or pieces.
std::string mutated(std::string query, Random& random) {
  for (std::size_t count = 1 + below(random, 4); count > 0; --count) {
    const std::size_t at = below(random, query.size() + 1);
    switch (below(random, 4)) {
      case 0:
        query.erase(at, 1 + below(random, 3));
        break;
      case 1:
        query.insert(at, query.substr(at, 1 + below(random, 12)));
        break;
      case 2:
        query.insert(at, pieces()[below(random, pieces().size())]);
        break;
      default:
        if (at < query.size())
          query[at] = static_cast<char>(below(random, 256));
    }
  }
  return query;
}

std::size_t depth_of(const Node& node) {
  std::size_t depth = 0;
  for (const Node& child : children_of(node)) {
    depth = std::max(depth, depth_of(child));
  }
  return depth + 1;
}

/// Whether every Not stands below an And with another child, and every group
/// has two children or more.
bool is_sound(const Node& node, bool below_and = false) {
  const auto all_sound = [](std::span<const Node> children, bool and_above) {
    for (const Node& child : children) {
      if (!is_sound(child, and_above)) return false;
    }
    return children.size() >= 2;
  };
  if (const auto* all = std::get_if<And>(&node.value)) {
    const bool has_other =
        std::ranges::any_of(all->children, [](const Node& child) {
          return !std::holds_alternative<Not>(child.value);
        });
    return has_other && all_sound(all->children, true);
  }
  if (const auto* either = std::get_if<Or>(&node.value)) {
    return all_sound(either->children, false);
  }
  if (const auto* excluded = std::get_if<Not>(&node.value)) {
    return below_and && excluded->child.size() == 1 &&
           is_sound(excluded->child.front());
  }
  if (const auto* phrase = std::get_if<Phrase>(&node.value)) {
    return !phrase->places.empty();
  }
  if (const auto* near = std::get_if<Near>(&node.value)) {
    return near->distance >= 1 && near->distance <= 255 &&
           std::ranges::all_of(near->sides, has_places) &&
           all_sound(near->sides, false);
  }
  if (const auto* together = std::get_if<Together>(&node.value)) {
    return std::ranges::all_of(together->children, is_of_text) &&
           (together->children.size() == 1
                ? !together->ordered && !together->absent &&
                      is_sound(together->children.front(), false)
                : all_sound(together->children, false));
  }
  if (const auto* enough = std::get_if<AtLeast>(&node.value)) {
    return enough->count > 0 && has_places(enough->child.front()) &&
           is_sound(enough->child.front());
  }
  return true;
}

/// Parses `query` and checks what holds for every query.
void check(const std::string& query, const ParseOptions& options) {
  CAPTURE(query);
  const auto parsed = parse_query(query, options);
  if (const auto* error = std::get_if<QueryError>(&parsed)) {
    REQUIRE_FALSE(error->code.empty());
    REQUIRE_FALSE(error->message.empty());
    REQUIRE(error->message.find('\n') == std::string::npos);
    REQUIRE(error->span.begin <= error->span.end);
    REQUIRE(error->span.end <= query.size());
    REQUIRE_FALSE(render(*error, query, 80).empty());
    return;
  }
  const Node& root = std::get<ParsedQuery>(parsed).root;
  REQUIRE(is_sound(root));
  REQUIRE(depth_of(root) <= 3 * kMaxQueryDepth + kMaxQueryConnectors);
  std::size_t places = 0;
  for (const Phrase* phrase : all_phrases(root)) {
    places += phrase->places.size();
  }
  REQUIRE(places <= kMaxQueryTerms);
  // Written out, it means the same; its budget may not hold it any more.
  const std::string written = written_out(root);
  ParseOptions all = options;
  all.any = false;
  REQUIRE(shown(written, all) == shown(root));
}

TEST_CASE("no query breaks the parser") {
  MESSAGE("seed " << seed() << " (BROADSHEET_TEST_SEED)");
  Random random(seed());
  ParseOptions options;
  options.now = 1711897200;
  const std::vector<std::string> valid{
      "floods OR drought Spain",
      "\"interest rates\" -mortgage title:(a OR \"b c\")",
      "minister pre/5 (\"cabinet\" OR talks) w/s (a b -c) w/p d",
      "atleast5(Huawei OR zte) allcaps(AIDS) w/s Africa s(a b -c)",
      "oil* \"a b?d\"~3 storm~2 wc>1500 lang:pt url:x quote:\"a b\" said:c",
      "rico NOT w/3 puerto NOT pre/s \"san juan\"",
      "apple NOT (fruit OR pie) date:2020..2021",
      "“climate change” ~\"tax cut\" G-7 U.S. before:30d",
      "source:(reuters OR \"associated press\") author:\"Mara Olsen\" * -x",
  };
  for (int round = 0; round < tests::effort(4000); ++round) {
    options.any = below(random, 4) == 0;
    check(made_of_bytes(random), options);
    check(made_of_pieces(random), options);
    check(mutated(valid[below(random, valid.size())], random), options);
  }
}

TEST_CASE("large queries are answered too") {
  const auto repeated = [](const std::string& piece) {
    std::string query;
    while (query.size() + piece.size() <= kMaxQueryBytes) query += piece;
    return query;
  };
  // Each takes a second under a sanitizer: of these, one in ten will do there.
  const int every = std::max(1, 100 / tests::effort(100));
  int number = 0;
  for (const std::string& piece : pieces()) {
    if (number++ % every != 0) continue;
    check(repeated(piece), {});
    check(repeated(piece + ' '), {});
    check(repeated("a " + piece), {});
    check("oil \"" + repeated(piece).substr(0, 60'000) + '"', {});
  }
  check(repeated("(a OR (b "), {});
  check(repeated("-("), {});
  check(repeated("title:("), {});
}

}  // namespace
}  // namespace broadsheet::searcher::query
