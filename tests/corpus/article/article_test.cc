// Claims about articles and their origins.
#include "corpus/article/article.h"

#include <doctest/doctest.h>

namespace broadsheet::article {
namespace {

TEST_CASE("the headline is the first paragraph, if it is one") {
  Article article;
  CHECK(headline(article).empty());
  article.text = "Bridge opens\n\nThe bridge opened on Monday.";
  article.paragraphs = {{{0, 12}, Zone::kHeadline}, {{14, 42}, Zone::kBody}};
  CHECK(headline(article) == "Bridge opens");
  article.paragraphs.erase(article.paragraphs.begin());
  CHECK(headline(article).empty());
}

TEST_CASE("every zone has a name") {
  CHECK(to_string(Zone::kHeadline) == "headline");
  CHECK(to_string(Zone::kLead) == "lead");
  CHECK(to_string(Zone::kBody) == "body");
  CHECK(to_string(Zone::kCaption) == "caption");
  CHECK(to_string(Zone::kTrailer) == "trailer");
}

TEST_CASE("an origin names the file, and the record if there are many") {
  CHECK(to_string(Origin{"news/a.txt", 0, 0}) == "news/a.txt");
  CHECK(to_string(Origin{"news.jsonl", 7, 5120}) ==
        "news.jsonl, record 7 (byte 5120)");
}

}  // namespace
}  // namespace broadsheet::article
