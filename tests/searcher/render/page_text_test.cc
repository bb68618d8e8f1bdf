#include <doctest/doctest.h>

#include <string>

#include "corpus/base/width.h"
#include "searcher/render/renderer.h"
#include "tests/searcher/render/pages.h"

namespace broadsheet::searcher::render {
namespace {

std::string shown(const PageAndHits& made, const Style& style = {}) {
  return output_of(*make_page_text(style), made);
}

std::string messages(const PageAndHits& made) {
  return make_page_text({})->messages(made.page);
}

Style marked(std::size_t width) {
  Style style;
  style.width = width;
  style.mark_before = "[";
  style.mark_after = "]";
  return style;
}

TEST_CASE("a page holds headline, facts, numbered sentences and the count") {
  CHECK(shown(page_of({bridge_hit()})) ==
        "1. Harbour bridge to close for repairs\n"
        "   2024-03-05 | LINDHOLM, Norland | Norland Press | news/bridge.txt\n"
        "    2: The city of Lindholm will close its harbour bridge in May.\n"
        "    3- Ferries will run every ten minutes.\n"
        "       ... 1 more matching sentence\n"
        "\n"
        "1 article (index 01234567, generation 7)\n");
}

TEST_CASE("on a terminal it is wrapped below its first word and marked") {
  CHECK(shown(page_of({bridge_hit()}), marked(40)) ==
        "1. [Harbour bridge] to close for repairs\n"
        "   2024-03-05 | LINDHOLM, Norland |\n"
        "   Norland Press | news/bridge.txt\n"
        "    2: The city of Lindholm will close\n"
        "       its [harbour bridge] in May.\n"
        "    3- Ferries will run every ten\n"
        "       minutes.\n"
        "       ... 1 more matching sentence\n"
        "\n"
        "1 article (index 01234567, generation 7)\n");
}

TEST_CASE("colour never stands without its end") {
  Style style;
  style.color = true;
  style.width = 40;
  const std::string page = shown(page_of({bridge_hit()}), style);
  CHECK(page.find("\x1b[1;31mHarbour bridge\x1b[0m") != std::string::npos);
  std::size_t begin = 0;
  for (std::size_t end; (end = page.find('\n', begin)) != std::string::npos;
       begin = end + 1) {
    const std::string line = page.substr(begin, end - begin);
    CAPTURE(line);
    const std::size_t last = line.rfind("\x1b[");
    if (last != std::string::npos) CHECK(line.substr(last, 4) == "\x1b[0m");
  }
}

TEST_CASE("an article without a headline shows its first words") {
  search::Hit hit;
  hit.rank = 3;
  hit.stored = stored(
      {"l:The council of Lindholm voted on Tuesday to rebuild the old harbour "
       "bridge after a winter of storms had worn its piers."});
  hit.stored.article.origin = {"wire.sgm", 12, 4096};
  hit.sentences = {{0, false, {}}};
  const std::string page = shown(page_of({hit}));
  CHECK(page.starts_with(
      "3. The council of Lindholm voted on Tuesday to rebuild the old "
      "harbour...\n"
      "   undated | wire.sgm, record 12\n"));
  hit.stored = stored({"l:Rain."});
  CHECK(shown(page_of({hit})).starts_with("3. Rain.\n"));
  hit.stored = stored({"c:A bridge in snow.", "l:Rain."});
  CHECK(shown(page_of({hit})).starts_with("3. Rain.\n"));
  hit.stored = stored({});
  hit.sentences = {};
  CHECK(shown(page_of({hit})).starts_with("3. (no text)\n"));
}

TEST_CASE("a path is shown from the working directory, if it lies below it") {
  const auto path = [](const std::string& stored_path,
                       const std::string& directory) {
    search::Hit hit = bridge_hit();
    hit.stored.article.origin.path = stored_path;
    Style style;
    style.working_directory = directory;
    const std::string page = shown(page_of({hit}), style);
    const std::size_t begin = page.find("Norland Press | ") + 16;
    return page.substr(begin, page.find('\n', begin) - begin);
  };
  CHECK(path("/home/ida/news/a.txt", "/home/ida") == "news/a.txt");
  CHECK(path("/home/ida/news/a.txt", "/home/id") == "/home/ida/news/a.txt");
  CHECK(path("/home/ida/news/a.txt", "/") == "home/ida/news/a.txt");
  CHECK(path("/home/ida", "/home/ida") == "/home/ida");
  CHECK(path("/home/ida/news/a.txt", "") == "/home/ida/news/a.txt");
}

TEST_CASE("a time of day names its zone") {
  search::Hit hit = bridge_hit();
  hit.stored.article.published =
      article::Date{1709627400, article::Date::Precision::kSecond};
  CHECK(shown(page_of({hit})).find("2024-03-05 08:30 UTC | ") !=
        std::string::npos);
  hit.stored.article.published =
      article::Date{1709251200, article::Date::Precision::kMonth};
  CHECK(shown(page_of({hit})).find("   2024-03 | ") != std::string::npos);
}

article::Article told_by(const std::string& source, const std::string& path,
                         std::optional<article::Date> published = {}) {
  article::Article article;
  article.source = source;
  article.origin.path = path;
  article.published = published;
  return article;
}

TEST_CASE("a story is told once, with who else tells it") {
  const article::Date day{1709596800, article::Date::Precision::kDay};
  search::Hit hit = bridge_hit();
  hit.retelling_count = 1;
  hit.retellings = {told_by("Northwire", "news/a.txt", day)};
  CHECK(shown(page_of({hit})).find("\n   + 1 more: Northwire, 2024-03-05\n") !=
        std::string::npos);
  hit.retelling_count = 5;
  hit.retellings.push_back(told_by("", "news/b.txt"));
  hit.retellings.push_back(told_by("\x1b[2J", "news/c.txt", day));
  hit.retellings.push_back(told_by("Meridian", "news/d.txt", day));
  const std::string text = shown(page_of({hit}));
  CHECK(text.find("\n   + 5 more: Northwire, 2024-03-05; b.txt, undated; ") !=
        std::string::npos);
  CHECK(text.find("[2J, 2024-03-05; ...\n") != std::string::npos);
  CHECK(text.find('\x1b') == std::string::npos);
}

TEST_CASE("the footer counts articles, and stories where all are shown") {
  PageAndHits made = page_of({bridge_hit()});
  search::Page& page = made.page;
  page.request.by_story = true;
  page.retellings = 2;
  page.total = 3;
  CHECK(shown(made).ends_with(
      "\n3 articles, 1 story (index 01234567, generation 7)\n"));
  page.total = 23;
  page.has_more = true;
  CHECK(shown(made).ends_with(
      "\n1-1 of 23 articles, each story once; more with --offset 1 (index "
      "01234567, generation 7)\n"));
}

TEST_CASE("the footer tells where the page stands and what comes next") {
  PageAndHits made = page_of({bridge_hit()});
  search::Page& page = made.page;
  page.total = 23;
  page.has_more = true;
  CHECK(shown(made).ends_with(
      "\n1-1 of 23 articles; more with --offset 1 (index 01234567, generation "
      "7)\n"));
  page.request.offset = 22;
  page.has_more = false;
  CHECK(shown(made).ends_with(
      "\n23-23 of 23 articles (index 01234567, generation 7)\n"));
  page.total_is_exact = false;
  CHECK(shown(made).find("of at most 23 articles") != std::string::npos);
  page.hits = 0;
  made.hits.clear();
  page.total_is_exact = true;
  page.request.offset = 40;
  CHECK(shown(made) ==
        "23 articles; none after --offset 40 (index 01234567, generation 7)\n");
}

TEST_CASE("an empty answer says which part of the query found nothing") {
  PageAndHits made = page_of({});
  search::Page& page = made.page;
  page.parts = {{"harbour", 12}, {"\"tired piers\"", 0}, {"May", 1}};
  CHECK(shown(made) == "");
  CHECK(messages(made) ==
        "broadsheet-search: nothing found\n"
        "  harbour        in 12 articles\n"
        "  \"tired piers\"  in no article\n"
        "  May            in 1 article\n");
  page.parts = {{"harbour", 0}};
  CHECK(messages(made) == "broadsheet-search: nothing found\n");
}

TEST_CASE("notes and the reading go to standard error") {
  PageAndHits made = page_of({bridge_hit()});
  made.page.reading = "(floods OR drought) AND Spain";
  made.page.notes = {"\"or\" is read as a word"};
  CHECK(messages(made) ==
        "broadsheet-search: read as: (floods OR drought) AND Spain\n"
        "broadsheet-search: note: \"or\" is read as a word\n");
}

TEST_CASE("no string of an article reaches the terminal as it is") {
  const std::string canary = "a\x1b]0;owned\x07\x1b[2J\u009b\u202e\x7f";
  search::Hit hit;
  hit.rank = 1;
  hit.stored = stored({"h:" + canary, "l:" + canary});
  article::Article& article = hit.stored.article;
  article.place = article.source = article.origin.path = canary;
  hit.sentences = {{1, false, {{canary.size() + 2, canary.size() + 3}}}};
  PageAndHits made = page_of({hit});
  search::Page& page = made.page;
  page.reading = canary;
  page.notes = {canary};
  page.index_id = canary;
  const auto is_clean = [](const std::string& text) {
    return text.find('\x1b') == std::string::npos &&
           text.find('\x07') == std::string::npos &&
           text.find("\u009b") == std::string::npos &&
           text.find("\u202e") == std::string::npos &&
           text.find('\x7f') == std::string::npos;
  };
  for (const std::size_t width : {std::size_t{0}, std::size_t{7}}) {
    CHECK(is_clean(shown(made, marked(width))));
  }
  CHECK(is_clean(messages(made)));
  page.total = 0;
  page.parts = {{canary, 0}, {canary, 1}};
  CHECK(is_clean(messages(made)));
  CHECK(
      is_clean(make_page_text({})->failure(Error(ErrorKind::kIndex, canary))));
  search::IndexInfo info;
  info.directory = info.index_id = info.program = canary;
  info.languages[canary] = 1;
  CHECK(is_clean(make_page_text({})->info(info, canary)));
}

TEST_CASE("every width from 1 to 120 is survived") {
  const PageAndHits page = page_of({bridge_hit()});
  for (std::size_t width = 1; width <= 120; ++width) {
    CAPTURE(width);
    const std::string text = shown(page, marked(width));
    std::size_t begin = 0;
    for (std::size_t end; (end = text.find('\n', begin)) != std::string::npos;
         begin = end + 1) {
      if (width >= 20) CHECK(end - begin <= width);
    }
  }
}

}  // namespace
}  // namespace broadsheet::searcher::render
