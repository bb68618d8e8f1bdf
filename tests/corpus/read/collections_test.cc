// Claims about real articles, where the shared collections are at hand: all of
// Reuters-21578, and the five seed articles as a user would hand them in.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstring>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "corpus/read/file_walk.h"
#include "corpus/read/reader.h"
#include "tests/corpus/read/reading.h"
#include "tests/support/shared_data.h"

namespace broadsheet::read {
namespace {

using article::Zone;

/// All that is read below `path`.
std::vector<ReadResult> read_below(const std::string& path) {
  std::vector<ReadResult> results;
  walk_files({path},
             {[&](const std::string& file) {
                auto opened = open_file(file, {});
                auto* reader = std::get_if<std::unique_ptr<Reader>>(&opened);
                REQUIRE(reader != nullptr);
                while (std::optional<ReadResult> result = (*reader)->next()) {
                  results.push_back(*std::move(result));
                }
              },
              [](const article::Problem& problem) { FAIL(problem.reason); }});
  return results;
}

std::string zones_of(const article::Article& article) {
  std::string zones;
  for (const article::Paragraph& paragraph : article.paragraphs) {
    zones += article::to_string(paragraph.zone)[0];
  }
  return zones;
}

std::string_view paragraph(const article::Article& article, std::size_t index) {
  return article.paragraphs.at(index).bytes.of(article.text);
}

TEST_CASE("all 21,578 Reuters articles come out, none skipped") {
  const auto path = tests::shared_data("reuters21578");
  if (!path) return;
  std::set<std::string> ids;
  std::size_t headlines = 0;
  std::size_t dated = 0;
  std::size_t placed = 0;
  std::size_t signed_off = 0;
  std::size_t long_paragraphs = 0;
  std::map<std::string, std::size_t> warnings;
  for (const ReadResult& result : read_below(*path)) {
    if (const auto* problem = std::get_if<article::Problem>(&result)) {
      CHECK(problem->kind == article::Problem::Kind::kWarning);
      ++warnings[problem->reason];
      continue;
    }
    const auto& article = std::get<article::Article>(result);
    ids.insert(article.id);
    const std::string fault = tests::fault_of(article);
    if (!fault.empty()) CHECK_MESSAGE(fault == "", article.id);
    if (!headline(article).empty()) ++headlines;
    if (article.published &&
        article::to_iso(*article.published).starts_with("1987-")) {
      ++dated;
    }
    if (!article.place.empty()) ++placed;
    if (!article.paragraphs.empty() &&
        article.paragraphs.back().zone == Zone::kTrailer) {
      ++signed_off;
    }
    for (const article::Paragraph& one : article.paragraphs) {
      if (one.bytes.size() > 3000) ++long_paragraphs;
    }
  }
  CHECK(ids.size() == 21578);
  CHECK(ids.contains("1"));
  CHECK(ids.contains("21578"));
  CHECK(warnings ==
        std::map<std::string, std::size_t>{{"no text in the record", 1}});
  CHECK(dated == 21578);
  CHECK(headlines >= 20841 + 500);
  CHECK(placed >= 19000);
  CHECK(signed_off >= 18700);
  CHECK(long_paragraphs <= 20);
}

TEST_CASE("the seed articles are laid out as a reader sees them") {
  const auto path = tests::shared_data("seed-articles");
  if (!path) return;
  std::vector<article::Article> articles;
  for (const ReadResult& result : read_below(*path)) {
    REQUIRE(std::holds_alternative<article::Article>(result));
    articles.push_back(std::get<article::Article>(result));
    CHECK(tests::fault_of(articles.back()) == "");
  }
  REQUIRE(articles.size() == 5);
  CHECK(zones_of(articles[0]) == "bbcbbbbbbbbbtttt");
  CHECK(zones_of(articles[1]) == "bbbcbbbbbbbbbbttt");
  CHECK(zones_of(articles[2]) == "hbbbbbbbbbbb");
  CHECK(zones_of(articles[3]) == "cbbbbbbb");
  CHECK(zones_of(articles[4]) == "bbbcbbbbbbbb");

  CHECK(articles[0].source == "Kyodo");
  CHECK(articles[1].source == "Kyodo");
  CHECK(articles[4].source == "Kyodo");
  CHECK(articles[3].place == "KARUIZAWA, Japan");
  REQUIRE(articles[3].published);
  CHECK(article::to_iso(*articles[3].published) == "2023-04-17");
  for (const std::size_t i : std::vector<std::size_t>{0, 1, 2, 4}) {
    CHECK(articles[i].place.empty());
    CHECK_FALSE(articles[i].published);
  }
  CHECK(paragraph(articles[0], 2).ends_with("(Pool photo)(Kyodo)"));
  CHECK(paragraph(articles[0], 12) == "Related coverage:");
  CHECK(paragraph(articles[1], 3).ends_with("==Kyodo"));
  CHECK(paragraph(articles[3], 0).ends_with("EPA-EFE/JAPAN POOL"));
  CHECK(paragraph(articles[3], 0).starts_with("Japan"));
  CHECK(paragraph(articles[3], 1).starts_with("KARUIZAWA, Japan - "));
}

TEST_CASE("the evaluation collections are read whole") {
  const auto path = tests::shared_data("eval");
  if (!path) return;
  struct Collection {
    std::string file;
    std::size_t documents;
  };
  for (const Collection& one : {Collection{"/cran/docs.jsonl", 1398},
                                Collection{"/cacm/docs.jsonl", 3204}}) {
    CAPTURE(one.file);
    const auto results = read_below(*path + one.file);
    CHECK(results.size() == one.documents);
    for (const ReadResult& result : results) {
      REQUIRE(std::holds_alternative<article::Article>(result));
    }
  }
}

}  // namespace
}  // namespace broadsheet::read
