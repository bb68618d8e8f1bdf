// The writer of our own against Xapian's API, which stays the reference: the
// same articles have to give the same database, now and after stock Xapian has
// changed it.
#include <doctest/doctest.h>
#include <xapian.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "corpus/article/article.h"
#include "corpus/read/reader.h"
#include "corpus/schema/article_terms.h"
#include "indexer/segment/segment_writer.h"
#include "tests/indexer/segment/database_comparison.h"
#include "tests/indexer/segment/random_articles.h"
#include "tests/indexer/segment/segment_parts.h"
#include "tests/support/effort.h"
#include "tests/support/shared_data.h"
#include "tests/support/temporary_directory.h"

namespace broadsheet::indexer::segment {
namespace {

using Articles = std::vector<schema::AnalyzedArticle>;
using tests::TemporaryDirectory;

constexpr std::size_t kAmple = std::size_t{1} << 30;

void write(SegmentWriter& writer, const Articles& articles) {
  for (const schema::AnalyzedArticle& article : articles) writer.add(article);
  writer.finish();
}

/// The stored records in `path` that are not those of `articles`, by size, and
/// what Xapian says of them.
std::string unreadable(const std::string& path, const Articles& articles) {
  const Xapian::Database database(path, Xapian::DB_BACKEND_GLASS);
  std::string wrong;
  for (std::size_t i = 0; i < articles.size(); ++i) {
    try {
      const auto docid = static_cast<Xapian::docid>(i + 1);
      if (database.get_document(docid).get_data() == articles[i].record) {
        continue;
      }
      wrong += " differs:";
    } catch (const Xapian::Error& error) {
      wrong += " " + error.get_msg() + ":";
    }
    wrong += std::to_string(articles[i].record.size());
  }
  return wrong;
}

/// Stock Xapian 1.4.22 can't read all of what it has deflated itself: some long
/// runs of one letter. Where it has met one, it is nothing to compare with.
bool is_sound(const std::string& path) { return check_failures(path).empty(); }

/// Writes `articles` both ways and returns the first thing that is wrong.
std::string difference(const TemporaryDirectory& directory,
                       const Articles& articles, std::size_t run_memory) {
  write(*make_xapian_segment_writer(directory / "api"), articles);
  write(*make_glass_segment_writer(directory / "own", run_memory), articles);
  std::string wrong =
      is_sound(directory / "api")
          ? first_difference(directory / "api", directory / "own")
          : unreadable(directory / "own", articles);
  if (wrong.empty()) wrong = check_failures(directory / "own");
  return wrong;
}

std::string difference(const Articles& articles,
                       std::size_t run_memory = kAmple) {
  const TemporaryDirectory directory;
  return difference(directory, articles, run_memory);
}

/// All articles that can be read from `path`, analysed.
Articles analyzed(const std::string& path, std::size_t most) {
  Articles articles;
  schema::ArticleAnalyzer analyzer("en");
  std::vector<std::string> files{path};
  if (std::filesystem::is_directory(path)) {
    files.clear();
    for (const auto& entry : std::filesystem::directory_iterator(path)) {
      files.push_back(entry.path().string());
    }
    std::sort(files.begin(), files.end());
  }
  for (const std::string& file : files) {
    auto opened = read::open_file(file, {});
    auto* reader = std::get_if<std::unique_ptr<read::Reader>>(&opened);
    if (reader == nullptr) continue;
    while (auto result = (*reader)->next()) {
      auto* article = std::get_if<article::Article>(&*result);
      if (article == nullptr) continue;
      if (articles.size() == most) return articles;
      articles.push_back(analyzer.analyze(std::move(*article)));
    }
  }
  return articles;
}

TEST_CASE("the samples are written as through the API") {
  const Articles articles =
      analyzed(BROADSHEET_SOURCE_DIR "/corpus/samples", kAmple);
  CHECK(articles.size() >= 24);
  CHECK(difference(articles) == "");
}

TEST_CASE("Reuters is written as through the API, spilled or not") {
  const auto path = tests::shared_data("reuters21578");
  if (!path) return;
  // All of it with BROADSHEET_LONG_TESTS; else what takes some seconds.
  const bool all = std::getenv("BROADSHEET_LONG_TESTS") != nullptr;
  const auto some = static_cast<std::size_t>(tests::effort(2500));
  const Articles articles = analyzed(*path, all ? kAmple : some);
  CHECK(difference(articles) == "");
  CHECK(difference(articles, 0) == "");
}

TEST_CASE("no article at all is a segment too") {
  CHECK(difference(Articles{}) == "");
  CHECK(difference(Articles(3)) == "");
}

TEST_CASE("random corpora are written as through the API") {
  const char* long_tests = std::getenv("BROADSHEET_LONG_TESTS");
  const auto corpora =
      static_cast<unsigned>(long_tests != nullptr ? 2000 : tests::effort(60));
  for (std::uint64_t seed = 1; seed <= corpora; ++seed) {
    CAPTURE(seed);
    RandomArticles random(seed);
    const Articles articles = random.corpus();
    REQUIRE(difference(articles, seed % 3 == 0 ? 0 : kAmple) == "");
  }
}

TEST_CASE("a stored record of one letter can be read back, however long") {
  // Stock Xapian can't read what it deflates itself at some of these lengths.
  Articles articles;
  for (std::size_t size = 8000; size < 60000; size += 373) {
    articles.push_back({});
    articles.back().record.assign(size, 'e');
  }
  const TemporaryDirectory directory;
  write(*make_glass_segment_writer(directory / "own", kAmple), articles);
  CHECK(check_failures(directory / "own") == "");
  CHECK(unreadable(directory / "own", articles) == "");

  // Compaction cuts the tags anew.
  Xapian::Database(directory / "own", Xapian::DB_BACKEND_GLASS)
      .compact(directory / "compacted", Xapian::DBCOMPACT_NO_RENUMBER);
  CHECK(unreadable(directory / "compacted", articles) == "");
}

/// Changes the database at `path` at random, the same for the same `seed`, and
/// compacts it into `compacted`.
void change(const std::string& path, const std::string& compacted,
            std::uint64_t seed) {
  RandomArticles random(seed);
  {
    Xapian::WritableDatabase database(
        path, Xapian::DB_OPEN | Xapian::DB_BACKEND_GLASS | Xapian::DB_NO_SYNC);
    for (int i = 0; i < 60; ++i) {
      const Xapian::docid docid =
          random.number(1, database.get_lastdocid() + 3);
      const std::uint32_t choice = random.number(0, 9);
      if (choice < 3) {
        database.add_document(document(random.article()));
      } else if (choice < 7) {
        database.replace_document(docid, document(random.article()));
      } else if (choice < 9) {
        try {
          database.delete_document(docid);
        } catch (const Xapian::DocNotFoundError&) {
        }
      } else {
        database.commit();
      }
    }
    database.commit();
  }
  Xapian::Database(path, Xapian::DB_BACKEND_GLASS)
      .compact(compacted, Xapian::DBCOMPACT_NO_RENUMBER);
}

TEST_CASE("stock Xapian changes a segment as it would its own") {
  const char* long_tests = std::getenv("BROADSHEET_LONG_TESTS");
  const auto corpora =
      static_cast<unsigned>(long_tests != nullptr ? 300 : tests::effort(15));
  unsigned compared = 0;
  for (std::uint64_t seed = 1000; seed < 1000 + corpora; ++seed) {
    CAPTURE(seed);
    RandomArticles random(seed);
    Articles articles = random.corpus();
    articles.push_back(random.article());
    const TemporaryDirectory directory;
    REQUIRE(difference(directory, articles, kAmple) == "");
    if (!is_sound(directory / "api")) continue;
    change(directory / "api", directory / "api-compacted", seed);
    if (!is_sound(directory / "api")) continue;
    ++compared;
    change(directory / "own", directory / "own-compacted", seed);
    REQUIRE(first_difference(directory / "api", directory / "own") == "");
    REQUIRE(check_failures(directory / "own") == "");
    REQUIRE(first_difference(directory / "api-compacted",
                             directory / "own-compacted") == "");
    REQUIRE(check_failures(directory / "own-compacted") == "");
  }
  CHECK(compared * 10 >= corpora * 9);
}

}  // namespace
}  // namespace broadsheet::indexer::segment
