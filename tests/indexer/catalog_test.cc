// Claims about the catalog: what is new, changed, unchanged or met twice.
#include "indexer/catalog.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "corpus/base/error.h"

namespace broadsheet::indexer {
namespace {

schema::Identity identity(std::uint64_t id, std::uint64_t content) {
  return {{id, id}, {content, content}};
}

article::Origin origin(const std::string& path, std::uint64_t record) {
  return {path, record, record * 100};
}

TEST_CASE("an article is new, changed or unchanged against the live index") {
  Catalog catalog;
  CHECK(catalog.judge(identity(1, 1)) == Verdict::kNew);
  catalog.add_segment({{1, identity(1, 1)}, {2, identity(2, 2)}});
  catalog.add_segment({{7, identity(3, 3)}});
  CHECK(catalog.held() == 3);
  CHECK(catalog.judge(identity(1, 1)) == Verdict::kUnchanged);
  CHECK(catalog.judge(identity(2, 9)) == Verdict::kChanged);
  CHECK(catalog.judge(identity(3, 3)) == Verdict::kUnchanged);
  CHECK(catalog.judge(identity(4, 4)) == Verdict::kNew);
}

TEST_CASE("meeting an article changes nothing of what the index holds") {
  Catalog catalog;
  CHECK_FALSE(catalog.meet(identity(1, 1).id, {Verdict::kNew, {0, 1}, {}}));
  CHECK(catalog.judge(identity(1, 1)) == Verdict::kNew);
}

TEST_CASE("the second meeting tells of the first, with its place and origin") {
  Catalog catalog;
  CHECK_FALSE(catalog.meet(identity(1, 1).id,
                           {Verdict::kNew, {0, 1}, origin("a.txt", 0)}));
  CHECK_FALSE(catalog.meet(identity(2, 1).id,
                           {Verdict::kNew, {0, 2}, origin("b.jsonl", 1)}));
  const auto first = catalog.meet(
      identity(1, 5).id, {Verdict::kChanged, {3, 4}, origin("b.jsonl", 2)});
  REQUIRE(first);
  CHECK(first->verdict == Verdict::kNew);
  CHECK(first->place == ChunkPlace{0, 1});
  CHECK(first->origin.path == "a.txt");

  const auto second = catalog.meet(
      identity(1, 6).id, {Verdict::kNew, {5, 6}, origin("c.jsonl", 9)});
  REQUIRE(second);
  CHECK(second->place == ChunkPlace{3, 4});
  CHECK(second->origin.path == "b.jsonl");
  CHECK(second->origin.record == 2);
  CHECK(second->origin.offset == 200);
}

TEST_CASE("only articles whose last meeting changes them are replaced") {
  Catalog catalog;
  catalog.add_segment({{1, identity(1, 1)}, {2, identity(2, 2)}});
  catalog.add_segment(
      {{5, identity(3, 3)}, {6, identity(4, 4)}, {9, identity(5, 5)}});
  const auto meet = [&](std::uint64_t id, std::uint64_t content) {
    const schema::Identity who = identity(id, content);
    static_cast<void>(catalog.meet(who.id, {catalog.judge(who), {}, {}}));
  };
  meet(5, 50);
  meet(3, 30);
  meet(4, 40);  // Changed first,
  meet(4, 4);   // then as it was.
  meet(2, 2);
  meet(2, 20);  // As it was first, then changed.
  meet(6, 6);
  CHECK(catalog.replaced() ==
        std::vector<std::vector<std::uint32_t>>{{2}, {5, 9}});
}

TEST_CASE("an index that holds an article twice is damaged") {
  Catalog catalog;
  catalog.add_segment({{1, identity(1, 1)}});
  CHECK_THROWS_AS(catalog.add_segment({{1, identity(1, 2)}}), Error);
}

TEST_CASE("what the run has not met is told by segment") {
  Catalog catalog;
  catalog.add_segment({{2, identity(2, 2)}, {5, identity(5, 5)}});
  catalog.add_segment({{1, identity(1, 1)}, {7, identity(7, 7)}});
  using Docids = std::vector<std::vector<std::uint32_t>>;
  CHECK(catalog.unmet() == Docids{{2, 5}, {1, 7}});
  catalog.meet(identity(5, 5).id, {Verdict::kUnchanged, {}, origin("a", 1)});
  catalog.meet(identity(7, 8).id, {Verdict::kChanged, {0, 1}, origin("a", 2)});
  catalog.meet(identity(9, 9).id, {Verdict::kNew, {0, 2}, origin("a", 3)});
  CHECK(catalog.unmet() == Docids{{2}, {1}});
}

}  // namespace
}  // namespace broadsheet::indexer
