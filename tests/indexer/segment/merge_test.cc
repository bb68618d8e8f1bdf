// Claims about merging segments and taking articles out of them.
#include "indexer/segment/merge.h"

#include <doctest/doctest.h>
#include <xapian.h>

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "corpus/base/error.h"
#include "corpus/schema/article_terms.h"
#include "corpus/schema/slots.h"
#include "indexer/segment/removal.h"
#include "indexer/segment/segment_contents.h"
#include "indexer/segment/segment_writer.h"
#include "tests/support/temporary_directory.h"

namespace broadsheet::indexer::segment {
namespace {

using tests::TemporaryDirectory;

/// An article of three terms, known by `number`.
schema::AnalyzedArticle sample(std::uint64_t number) {
  const std::string name = std::to_string(number);
  schema::AnalyzedArticle article;
  article.identity = {{1, number}, {2, number}};
  article.postings = {{"report", 2, {512, 1024}},
                      {"n" + name, 1, {513}},
                      {number % 3 == 0 ? "Lde" : "Len", 0, {}}};
  article.values = {
      {schema::kIdentitySlot, schema::identity_value(article.identity)}};
  article.record = "article " + name;
  article.new_variants = {{"report", "report" + name}};
  return article;
}

/// Writes the articles [begin, end) as a segment and returns its path.
std::string segment_of(const TemporaryDirectory& directory, std::uint64_t begin,
                       std::uint64_t end) {
  const std::string path = directory / ("s" + std::to_string(begin));
  const auto writer = make_xapian_segment_writer(path);
  for (std::uint64_t i = begin; i < end; ++i) writer->add(sample(i));
  writer->finish();
  return path;
}

bool always() { return true; }

/// The stored articles of a segment by docid, with blanks between.
std::string stored_in(const std::string& path) {
  const Xapian::Database database(path, Xapian::DB_BACKEND_GLASS);
  std::string all;
  for (auto article = database.postlist_begin("");
       article != database.postlist_end(""); ++article) {
    all += database.get_document(*article).get_data().substr(8) + " ";
  }
  CHECK(Xapian::Database::check(path, 0, nullptr) == 0);
  return all;
}

TEST_CASE("a merge keeps every article, in the order of its sources") {
  const TemporaryDirectory directory;
  const std::vector<std::string> sources = {segment_of(directory, 4, 6),
                                            segment_of(directory, 0, 3),
                                            segment_of(directory, 9, 10)};
  merge_segments(sources, directory / "merged", always);
  CHECK(stored_in(directory / "merged") == "4 5 0 1 2 9 ");
  for (const std::string& source : sources) {
    CHECK_FALSE(std::filesystem::exists(source));
  }

  const Xapian::Database merged(directory / "merged", Xapian::DB_BACKEND_GLASS);
  CHECK(merged.get_termfreq("report") == 6);
  CHECK(merged.get_collection_freq("report") == 12);
  CHECK(*merged.positionlist_begin(1, "n4") == 513);
  std::string forms;
  for (auto form = merged.synonyms_begin("Zreport");
       form != merged.synonyms_end("Zreport"); ++form) {
    forms += *form + " ";
  }
  CHECK(forms == "report0 report1 report2 report4 report5 report9 ");
}

TEST_CASE("more sources than files may be open are merged in passes") {
  const TemporaryDirectory directory;
  const std::uint64_t count = 2 * kMostMergedAtOnce + 3;
  std::vector<std::string> sources;
  std::string expected;
  for (std::uint64_t i = 0; i < count; ++i) {
    sources.push_back(segment_of(directory, i, i + 1));
    expected += std::to_string(i) + " ";
  }
  merge_segments(sources, directory / "merged", always);
  CHECK(stored_in(directory / "merged") == expected);
  // What was consumed is gone, and so is what lay between the passes.
  std::size_t left = 0;
  for (const auto& entry :
       std::filesystem::directory_iterator(directory.path())) {
    CHECK(entry.path().filename() == "merged");
    ++left;
  }
  CHECK(left == 1);
}

TEST_CASE("a merge that is told to stop ends by saying so") {
  const TemporaryDirectory directory;
  const std::vector<std::string> sources = {segment_of(directory, 0, 2)};
  try {
    merge_segments(sources, directory / "merged", [] { return false; });
    FAIL("it went on");
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::kInterrupted);
  }
}

TEST_CASE("articles taken out are gone, the others keep their docids") {
  const TemporaryDirectory directory;
  const std::string original = segment_of(directory, 0, 6);
  const std::string copy = directory / "copy";
  std::filesystem::copy(original, copy);
  remove_articles(copy, std::vector<std::uint32_t>{1, 4, 6});
  CHECK(stored_in(copy) == "1 2 4 ");
  CHECK(stored_in(original) == "0 1 2 3 4 5 ");

  std::vector<std::uint32_t> docids;
  for (const Holding& holding : holdings_of({copy})) {
    docids.push_back(holding.docid);
    CHECK(holding.identity.id.low == holding.docid - 1);
  }
  CHECK(docids == std::vector<std::uint32_t>{2, 3, 5});
  const SegmentCounts counts = counts_of({copy});
  CHECK(counts.articles == 3);
  CHECK(counts.languages == std::map<std::string, std::uint64_t>{{"en", 3}});
  CHECK(counts_of({original}).languages ==
        std::map<std::string, std::uint64_t>{{"de", 2}, {"en", 4}});
}

TEST_CASE("articles left out are told of no more than articles taken out") {
  const TemporaryDirectory directory;
  const std::string original = segment_of(directory, 0, 6);
  const std::string copy = directory / "copy";
  std::filesystem::copy(original, copy);
  const std::vector<std::uint32_t> docids{1, 4, 6};
  remove_articles(copy, docids);
  const LiveSegment thinned{original, RemovedArticles(docids)};
  std::vector<std::uint32_t> held;
  for (const Holding& holding : holdings_of(thinned)) {
    held.push_back(holding.docid);
  }
  CHECK(held == std::vector<std::uint32_t>{2, 3, 5});
  CHECK(counts_of(thinned).articles == 3);
  CHECK(counts_of(thinned).languages == counts_of({copy}).languages);
  std::size_t stored = 0;
  for_each_stored(thinned, [&](const std::string&) { ++stored; });
  CHECK(stored == 3);

  const TermFigures left = term_figures_of({thinned});
  const TermFigures taken = term_figures_of({{copy}});
  CHECK(left.terms == taken.terms);
  CHECK(left.words == taken.words);
  CHECK(left.dated == taken.dated);
  CHECK(left.first == taken.first);
  CHECK(left.last == taken.last);
  CHECK(left.terms < term_figures_of({{original}}).terms);
}

TEST_CASE("a damaged segment is an Error, never Xapian's own") {
  const TemporaryDirectory directory;
  CHECK_THROWS_AS(static_cast<void>(holdings_of({directory / "none"})), Error);
  const std::string path = segment_of(directory, 0, 6);
  directory.write("s0/iamglass", "IAmNothing");
  CHECK_THROWS_AS(static_cast<void>(counts_of({path})), Error);
  CHECK_THROWS_AS(merge_segments({path}, directory / "merged", always), Error);
  CHECK_THROWS_AS(remove_articles(path, std::vector<std::uint32_t>{1}), Error);
  // A stub file would be followed if the backend were guessed.
  directory.write("stub/XAPIANDB", "glass " + path + "\n");
  CHECK_THROWS_AS(static_cast<void>(holdings_of({directory / "stub"})), Error);
}

}  // namespace
}  // namespace broadsheet::indexer::segment
