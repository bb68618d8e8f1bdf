// The stored record gives back what it was given, and survives damage.
#include "corpus/schema/stored_article.h"

#include <doctest/doctest.h>

#include <random>

#include "corpus/base/error.h"
#include "tests/support/effort.h"

namespace broadsheet::schema {
namespace {

using article::Zone;

StoredArticle stored_sample() {
  StoredArticle stored;
  article::Article& article = stored.article;
  article.id = "42";
  article.text = "Harbour reopens\n\nShips came in. Cranes moved.\n\n(Pool)";
  article.place = "PORT ELLIN";
  article.source = "Northern Wire";
  article.section = "business";
  article.url = "https://example.org/42";
  article.language = "en";
  article.authors = {"Ada Holm", "Ben Oke"};
  article.topics = {"ships"};
  article.encoding = "windows-1252";
  article.origin = {"archive/day.jsonl", 7, 5120};
  article.published =
      article::Date{-86400 * 365 * 10, article::Date::Precision::kSecond};
  article.paragraphs = {{{0, 15}, Zone::kHeadline},
                        {{17, 45}, Zone::kLead},
                        {{47, 53}, Zone::kCaption}};
  stored.outline.words = 7;
  stored.outline.sentences = {{{0, 15}, 0, Zone::kHeadline, 1, 1},
                              {{17, 31}, 1, Zone::kLead, 2, 3},
                              {{32, 45}, 1, Zone::kLead, 5, 1},
                              {{47, 53}, 2, Zone::kCaption, 6, 1}};
  return stored;
}

TEST_CASE("a stored article is read back whole") {
  const StoredArticle stored = stored_sample();
  const StoredArticle read =
      decode_stored(encode_stored(stored.article, stored.outline));
  CHECK(read.outline == stored.outline);
  CHECK(read.article.id == stored.article.id);
  CHECK(read.article.text == stored.article.text);
  CHECK(read.article.place == stored.article.place);
  CHECK(read.article.source == stored.article.source);
  CHECK(read.article.section == stored.article.section);
  CHECK(read.article.url == stored.article.url);
  CHECK(read.article.language == stored.article.language);
  CHECK(read.article.authors == stored.article.authors);
  CHECK(read.article.topics == stored.article.topics);
  CHECK(read.article.encoding == stored.article.encoding);
  CHECK(read.article.origin.path == stored.article.origin.path);
  CHECK(read.article.origin.record == 7);
  CHECK(read.article.origin.offset == 5120);
  CHECK(read.article.published == stored.article.published);
  CHECK(read.article.paragraphs == stored.article.paragraphs);
}

TEST_CASE("an article with nothing in it is read back") {
  const StoredArticle read = decode_stored(encode_stored({}, {}));
  CHECK(read.article.text.empty());
  CHECK(read.outline.sentences.empty());
  CHECK_FALSE(read.article.published.has_value());
}

TEST_CASE("a damaged record is an Error or an article, never a crash") {
  const StoredArticle stored = stored_sample();
  const std::string record = encode_stored(stored.article, stored.outline);
  for (std::size_t size = 0; size < record.size(); ++size) {
    CHECK_THROWS_AS((void)decode_stored(record.substr(0, size)), Error);
  }
  const auto seed = std::random_device{}();
  CAPTURE(seed);
  std::mt19937 random(seed);
  for (int round = 0; round < tests::effort(20000); ++round) {
    std::string damaged = record;
    for (int flips = 0; flips < 3; ++flips) {
      damaged[random() % damaged.size()] ^=
          static_cast<char>(1U << random() % 8);
    }
    try {
      const StoredArticle read = decode_stored(damaged);
      for (const Sentence& sentence : read.outline.sentences) {
        REQUIRE(sentence.bytes.end <= read.article.text.size());
      }
    } catch (const Error& error) {
      REQUIRE(error.kind() == ErrorKind::kIndex);
    }
  }
}

}  // namespace
}  // namespace broadsheet::schema
