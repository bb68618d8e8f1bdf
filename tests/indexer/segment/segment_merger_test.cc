// Segments merged and thinned table by table: the bytes are those of a segment
// made of the same articles at once, whatever they had been before.
#include "indexer/segment/segment_merger.h"

#include <doctest/doctest.h>
#include <xapian.h>

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <vector>

#include "corpus/base/error.h"
#include "corpus/base/file.h"
#include "indexer/segment/inverter.h"
#include "indexer/segment/segment_assembler.h"
#include "indexer/segment/segment_writer.h"
#include "tests/indexer/segment/database_comparison.h"
#include "tests/indexer/segment/random_articles.h"
#include "tests/indexer/segment/segment_parts.h"
#include "tests/support/temporary_directory.h"

namespace broadsheet::indexer::segment {
namespace {

using Articles = std::vector<schema::AnalyzedArticle>;
using Docids = std::vector<std::uint32_t>;
using tests::TemporaryDirectory;

constexpr std::size_t kAmpleRun = std::size_t{1} << 30;

/// A segment of `articles` but those in `removed`, made at once.
std::string assembled(const std::string& path, const Articles& articles,
                      const Docids& removed = {}) {
  SegmentAssembler assembler(path, kAmpleRun);
  schema::TermTable terms;
  Inverter inverter(terms);
  for (const schema::AnalyzedArticle& article : articles) {
    invert(article, terms, inverter);
  }
  assembler.append(inverter.take(1));
  check_files(path, assembler.finish(false, RemovedArticles(removed)));
  return path;
}

/// About one in three docids of `articles`, never all.
Docids some_docids(RandomArticles& random, const Articles& articles) {
  Docids docids;
  for (std::uint32_t docid = 1; docid < articles.size(); ++docid) {
    if (random.number(1, 3) == 1) docids.push_back(docid);
  }
  return docids;
}

Articles corpus_of(RandomArticles& random) {
  Articles articles = random.corpus();
  articles.push_back(random.article());
  return articles;
}

TEST_CASE("pieces merged are the whole, byte for byte") {
  for (std::uint64_t seed = 1; seed <= 30; ++seed) {
    CAPTURE(seed);
    RandomArticles random(seed);
    const Articles articles = corpus_of(random);
    const TemporaryDirectory directory;
    std::vector<MergeSource> pieces;
    for (std::size_t begin = 0; begin < articles.size();) {
      const std::size_t end =
          std::min<std::size_t>(articles.size(), begin + random.number(1, 25));
      const auto at = [&](std::size_t i) {
        return articles.begin() + static_cast<std::ptrdiff_t>(i);
      };
      const std::string path = directory / ("piece" + std::to_string(begin));
      pieces.push_back({assembled(path, Articles(at(begin), at(end))), {}});
      begin = end;
    }
    check_files(directory / "merged",
                merge_tables(pieces, directory / "merged",
                             {.in_parallel = seed % 2 == 0}));
    assembled(directory / "whole", articles);
    CHECK(tables(directory / "merged") == tables(directory / "whole"));
    CHECK(first_difference(directory / "whole", directory / "merged") == "");
    CHECK(check_failures(directory / "merged") == "");
  }
}

TEST_CASE("a thinned segment is one made without what was removed") {
  for (std::uint64_t seed = 1; seed <= 30; ++seed) {
    CAPTURE(seed);
    RandomArticles random(seed);
    const Articles articles = corpus_of(random);
    const Docids removed = some_docids(random, articles);
    const TemporaryDirectory directory;
    assembled(directory / "whole", articles);
    const std::string before = tables(directory / "whole");
    merge_tables({{directory / "whole", RemovedArticles(removed)}},
                 directory / "thinned", {});
    assembled(directory / "rest", articles, removed);
    CHECK(tables(directory / "thinned") == tables(directory / "rest"));
    CHECK(first_difference(directory / "rest", directory / "thinned",
                           Bounds::kMayBeHigher) == "");
    CHECK(check_failures(directory / "thinned") == "");
    CHECK(tables(directory / "whole") == before);
  }
}

TEST_CASE("stock Xapian goes on with a thinned segment as with its own") {
  for (std::uint64_t seed = 40; seed <= 50; ++seed) {
    CAPTURE(seed);
    RandomArticles random(seed);
    const Articles articles = corpus_of(random);
    const Docids removed = some_docids(random, articles);
    const TemporaryDirectory directory;
    assembled(directory / "whole", articles);
    merge_tables({{directory / "whole", RemovedArticles(removed)}},
                 directory / "edited", {});
    assembled(directory / "rest", articles, removed);
    for (const char* name : {"edited", "rest"}) {
      RandomArticles same(seed);
      Xapian::WritableDatabase database(
          directory / name,
          Xapian::DB_OPEN | Xapian::DB_BACKEND_GLASS | Xapian::DB_NO_SYNC);
      for (int i = 0; i < 20; ++i) {
        const Xapian::Document changed = document(same.article());
        // Ones that are there, ones that are gone, and new ones.
        database.replace_document(
            same.number(1, static_cast<std::uint32_t>(articles.size()) + 3),
            changed);
      }
      database.commit();
    }
    CHECK(first_difference(directory / "rest", directory / "edited",
                           Bounds::kMayBeHigher) == "");
    CHECK(check_failures(directory / "edited") == "");
  }
}

TEST_CASE("what stock Xapian has written can be merged and thinned too") {
  const TemporaryDirectory directory;
  RandomArticles random(7);
  const Articles articles = corpus_of(random);
  const auto writer = make_xapian_segment_writer(directory / "api");
  for (const schema::AnalyzedArticle& article : articles) writer->add(article);
  writer->finish();
  const Docids removed = some_docids(random, articles);
  assembled(directory / "rest", articles, removed);
  merge_tables({{directory / "api", RemovedArticles(removed)}},
               directory / "merged", {});
  CHECK(first_difference(directory / "rest", directory / "merged",
                         Bounds::kMayBeHigher) == "");
  for (const auto& entry :
       std::filesystem::directory_iterator(directory.path())) {
    CHECK(entry.path().filename().string().find("-source") ==
          std::string::npos);
  }
}

TEST_CASE(
    "a merge ends where it is told to, and a damaged source is an Error") {
  const TemporaryDirectory directory;
  RandomArticles random(3);
  assembled(directory / "whole", corpus_of(random));
  CHECK_THROWS_AS(
      merge_tables({{directory / "whole", {}}}, directory / "merged",
                   {.in_parallel = true,
                    .go_on = [] { throw std::runtime_error("stop"); }}),
      std::runtime_error);

  const std::string original = read_file(directory / "whole/postlist.glass");
  std::uint32_t told = 0;
  constexpr std::uint32_t kTries = 200;
  for (std::uint32_t i = 0; i < kTries; ++i) {
    std::string damaged = original;
    const std::uint32_t at =
        random.number(0, static_cast<std::uint32_t>(damaged.size()) - 1);
    damaged[at] = static_cast<char>(damaged[at] ^ (1 << random.number(0, 7)));
    directory.write("whole/postlist.glass", damaged);
    try {
      merge_tables({{directory / "whole", {}}},
                   directory / ("m" + std::to_string(i)), {});
    } catch (const Error&) {
      ++told;
    }
  }
  // Not all can be seen without the hashes, which whoever publishes checks; but
  // none may do anything worse than this.
  CHECK(told > 0);
}

}  // namespace
}  // namespace broadsheet::indexer::segment
