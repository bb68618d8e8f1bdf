// Claims about Markdown and its front matter.
#include <doctest/doctest.h>

#include <string>

#include "corpus/read/reader.h"
#include "tests/corpus/read/reading.h"

namespace broadsheet::read {
namespace {

using tests::fields_of;
using tests::only_article;
using tests::outlines_of;
using tests::paragraphs_of;
using tests::read_all;

std::string markdown_outlines(const std::string& markdown) {
  return outlines_of(read_all(markdown, "a.md"));
}

TEST_CASE("the front matter gives the fields") {
  const article::Article article = only_article(
      read_all("---\ntitle: \"Ferry runs: again\"\ndate: 2023-04-17\nauthor:\n"
               "  name: Ada Quill\n  email: ada@kelmar.example\ntags:\n  - "
               "ferries\n  - harbours\nsource: Kelmar Courier\ndraft: no\n---\n"
               "\nThe ferry *left* at [noon](http://kelmar.example/noon).\n"));
  CHECK(fields_of(article) ==
        "date: 2023-04-17\nsource: Kelmar Courier\nauthor: Ada Quill\n"
        "topic: ferries\ntopic: harbours\n");
  CHECK(paragraphs_of(article) ==
        "headline: Ferry runs: again\nbody: The ferry left at noon.\n");
}

TEST_CASE("a heading of level one is the headline where no title is") {
  CHECK(markdown_outlines(
            "# Ferry runs *again*\n\nIt left\nat noon.\n\n## Later\n\n- "
            "One\n- Two\n\n> Quoted &amp; said.\n\n    code here\n") ==
        "headline: Ferry runs again\nbody: It left at noon.\nbody: Later\n"
        "body: One\nbody: Two\nbody: Quoted & said.\nbody: code here\n");
  CHECK(markdown_outlines("---\ntitle: Ferry\n---\n# Ferry\n\nIt left.\n") ==
        "headline: Ferry\nbody: It left.\n");
  CHECK(markdown_outlines("---\ntitle: Ferry\n---\n# At sea\n\nIt left.\n") ==
        "headline: Ferry\nbody: At sea\nbody: It left.\n");
}

TEST_CASE("pictures and raw HTML are left out, tables are rows") {
  CHECK(markdown_outlines(
            "A ![picture](a.png) here.\n\n<div>x</div>\n\n| a | b |\n|---|"
            "---|\n| c | d |\n") == "body: A here.\nbody: a b\nbody: c d\n");
}

TEST_CASE("front matter that is no YAML costs its fields, not the article") {
  const std::string outline =
      markdown_outlines("---\ntitle: [Ferry\n---\nIt left.\n");
  CHECK(outline.starts_with("warning: its front matter is no YAML: "));
  CHECK(outline.ends_with("body: It left.\n"));
}

TEST_CASE("aliases are not followed") {
  CHECK(markdown_outlines(
            "---\na: &x [l, l, l]\nb: &y [*x, *x]\ntitle: *y\n---\nIt "
            "left.\n") == "body: It left.\n");
}

}  // namespace
}  // namespace broadsheet::read
