// Segments put together from runs: however these were cut, spilled and
// threaded, and without articles that came again.
#include "indexer/segment/segment_assembler.h"

#include <doctest/doctest.h>
#include <xapian.h>

#include <cstdint>
#include <filesystem>
#include <set>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "corpus/schema/terms.h"
#include "indexer/segment/inverter.h"
#include "tests/indexer/segment/database_comparison.h"
#include "tests/indexer/segment/random_articles.h"
#include "tests/indexer/segment/segment_parts.h"
#include "tests/support/temporary_directory.h"

namespace broadsheet::indexer::segment {
namespace {

using Articles = std::vector<schema::AnalyzedArticle>;
using tests::TemporaryDirectory;

constexpr std::size_t kAmpleMemory = std::size_t{1} << 30;

/// How a segment is made.
struct Way {
  std::size_t articles_in_run = 10;
  std::size_t run_memory = kAmpleMemory;
  bool in_parallel = false;
  std::size_t others_take = 0;  // More with each run.
  std::vector<std::uint32_t> removed = {};
};

void assemble(const std::string& path, const Articles& articles,
              const Way& way) {
  SegmentAssembler assembler(path, way.run_memory);
  schema::TermTable terms;
  Inverter inverter(terms);
  std::size_t taken = 0;
  const auto finish_run = [&] {
    assembler.leave_room(taken += way.others_take);
    assembler.append(inverter.take(assembler.articles() + 1));
  };
  for (std::size_t i = 0; i < articles.size(); ++i) {
    invert(articles[i], terms, inverter);
    if ((i + 1) % way.articles_in_run == 0) finish_run();
  }
  finish_run();
  check_files(path,
              assembler.finish(way.in_parallel, RemovedArticles(way.removed)));
}

TEST_CASE("runs of any size, spilled or not, give the same tables") {
  for (std::uint64_t seed = 1; seed <= 25; ++seed) {
    CAPTURE(seed);
    const Articles articles = RandomArticles(seed).corpus();
    const TemporaryDirectory directory;
    assemble(directory / "1", articles, {});
    const std::string expected = tables(directory / "1");
    assemble(directory / "2", articles, {.articles_in_run = 1});
    CHECK(tables(directory / "2") == expected);
    assemble(directory / "3", articles, {.articles_in_run = 1000});
    CHECK(tables(directory / "3") == expected);
    assemble(directory / "4", articles, {.run_memory = 0});
    CHECK(tables(directory / "4") == expected);
    assemble(directory / "5", articles,
             {.run_memory = 20000, .in_parallel = true});
    CHECK(tables(directory / "5") == expected);
    assemble(directory / "6", articles,
             {.run_memory = 100000, .others_take = 5000});
    CHECK(tables(directory / "6") == expected);
  }
}

TEST_CASE("nothing but tables is left in a segment") {
  const TemporaryDirectory directory;
  assemble(directory / "segment", RandomArticles(3).corpus(),
           {.run_memory = 0, .removed = {1}});
  for (const auto& entry :
       std::filesystem::directory_iterator(directory / "segment")) {
    const std::string name = entry.path().filename().string();
    CAPTURE(name);
    CHECK((name == "iamglass" || name.ends_with(".glass")));
  }
}

/// Writes `articles` but those in `removed` through Xapian's API, with the
/// docids they have among all.
void write_rest(const std::string& path, const Articles& articles,
                const std::set<std::uint32_t>& removed) {
  Xapian::WritableDatabase database(
      path, Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS | Xapian::DB_NO_SYNC);
  for (std::size_t i = 0; i < articles.size(); ++i) {
    const auto docid = static_cast<std::uint32_t>(i + 1);
    if (removed.contains(docid)) continue;
    database.replace_document(docid, document(articles[i]));
  }
  database.commit();
}

TEST_CASE("removed articles leave no trace") {
  for (std::uint64_t seed = 100; seed < 140; ++seed) {
    CAPTURE(seed);
    RandomArticles random(seed);
    Articles articles = random.corpus();
    // Synonyms are of no article, so they are none of those that stay, either.
    for (schema::AnalyzedArticle& article : articles) {
      article.new_variants.clear();
    }
    std::set<std::uint32_t> removed;
    for (std::uint32_t docid = 1; docid <= articles.size(); ++docid) {
      if (random.number(0, 2) == 0 || seed == 100) removed.insert(docid);
    }
    const TemporaryDirectory directory;
    assemble(directory / "own", articles,
             {.removed = {removed.begin(), removed.end()}});
    write_rest(directory / "api", articles, removed);
    REQUIRE(first_difference(directory / "api", directory / "own") == "");
    REQUIRE(check_failures(directory / "own") == "");
  }
}

TEST_CASE("what ends the work ends it in both threads") {
  const TemporaryDirectory directory;
  SegmentAssembler assembler(directory / "segment", kAmpleMemory);
  schema::TermTable terms;
  Inverter inverter(terms);
  const std::vector<std::uint32_t> positions{1, 2};
  inverter.add({terms.id("oil"), 2, positions});
  inverter.end_article({});
  assembler.append(inverter.take(1));
  CHECK_THROWS_AS(
      assembler.finish(true, {}, [] { throw std::runtime_error("stop"); }),
      std::runtime_error);
}

TEST_CASE("a term that Xapian does not take is an error, not a bad segment") {
  for (const std::string& term : {std::string(), std::string(246, 't')}) {
    schema::TermTable terms;
    Inverter inverter(terms);
    inverter.add({terms.id(term), 1, {}});
    inverter.end_article({});
    CHECK_THROWS(static_cast<void>(inverter.take(1)));
  }
}

}  // namespace
}  // namespace broadsheet::indexer::segment
