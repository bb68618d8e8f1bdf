#include <doctest/doctest.h>

#include <string>

#include "searcher/render/renderer.h"
#include "tests/searcher/render/pages.h"

namespace broadsheet::searcher::render {
namespace {

search::Hit hit_in(const std::string& path) {
  search::Hit hit;
  hit.stored.article.origin.path = path;
  return hit;
}

TEST_CASE("the count is a number and nothing else") {
  PageAndHits made = page_of({});
  made.page.total = 21'578;
  CHECK(output_of(*make_count(), made) == "21578\n");
  made.page.total = 0;
  CHECK(output_of(*make_count(), made) == "0\n");
  CHECK(make_count()->messages(made.page) == "");
}

TEST_CASE("each path is listed once, in rank order") {
  const PageAndHits made =
      page_of({hit_in("b.txt"), hit_in("a.txt"), hit_in("b.txt")});
  CHECK(output_of(*make_file_list(PathEnd::kNewline), made) ==
        "b.txt\na.txt\n");
  CHECK(output_of(*make_file_list(PathEnd::kNul), made) ==
        std::string("b.txt\0a.txt\0", 12));
}

TEST_CASE("a path is escaped, unless it is for a program") {
  const PageAndHits made = page_of({hit_in("a\n\x1b[2J\xff.txt")});
  CHECK(output_of(*make_file_list(PathEnd::kNewline), made) ==
        "a ␛[2J\\xff.txt\n");
  CHECK(output_of(*make_file_list(PathEnd::kNul), made) ==
        std::string("a\n\x1b[2J\xff.txt\0", 12));
}

TEST_CASE("what the index holds fits on a screen") {
  search::IndexInfo info;
  info.directory = "news/.broadsheet";
  info.index_id = "00ff";
  info.generation = 2;
  info.format = 1;
  info.analysis = 4;
  info.program = "broadsheet 0.1.0";
  info.created = 1'700'000'000;
  info.articles = 3;
  info.dated = 2;
  info.first = -86'400;
  info.last = 86'400;
  info.languages = {{"de", 1}, {"en", 2}};
  info.segments = 1;
  info.bytes = 1'250'000;
  CHECK(make_count()->info(info, "the option --index") ==
        "index       news/.broadsheet\n"
        "chosen by   the option --index\n"
        "id          00ff\n"
        "generation  2, made 2023-11-14T22:13:20Z by broadsheet 0.1.0\n"
        "articles    3\n"
        "languages   de 1, en 2\n"
        "dates       1969-12-31 to 1970-01-02, 1 articles undated\n"
        "segments    1, 1.2 MB\n"
        "format      1, analysis 4\n");
}

}  // namespace
}  // namespace broadsheet::searcher::render
