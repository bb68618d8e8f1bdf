// Which articles are the same, and which say the same.
#include "corpus/schema/identity.h"

#include <doctest/doctest.h>

#include "corpus/schema/article_terms.h"

namespace broadsheet::schema {
namespace {

article::Article identity_sample() {
  article::Article article;
  article.text = "US ports reopen\n\nJapan’s ships came.";
  article.paragraphs = {{{0, 15}, article::Zone::kHeadline},
                        {{17, 38}, article::Zone::kBody}};
  article.place = "Port Ellin";
  return article;
}

TEST_CASE("identity is the id or the origin; content is everything else") {
  const article::Article one = identity_sample();
  article::Article other = identity_sample();
  CHECK(identity_of(one).id == identity_of(other).id);
  CHECK(identity_of(one).content == identity_of(other).content);
  other.place = "Elsewhere";
  CHECK(identity_of(one).id == identity_of(other).id);
  CHECK(identity_of(one).content != identity_of(other).content);
  other = identity_sample();
  other.origin.record = 2;
  CHECK(identity_of(one).id != identity_of(other).id);
  other = identity_sample();
  other.id = "7";
  CHECK(identity_of(one).id != identity_of(other).id);
  CHECK(ArticleAnalyzer("en").analyze(identity_sample()).identity.content ==
        identity_of(one).content);
}

}  // namespace
}  // namespace broadsheet::schema
