// Claims about articles that an index no longer holds but its files do.
#include "searcher/search/removed_articles.h"

#include <doctest/doctest.h>

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "tests/support/temporary_directory.h"

namespace broadsheet::searcher::search {
namespace {

using Docids = std::vector<std::uint32_t>;

/// Segments of articles of one word each, on disk, and some articles removed.
class Segments {
 public:
  void add(const std::vector<std::string>& words, Docids removed) {
    const std::string name = "segment-" + std::to_string(segments());
    Xapian::WritableDatabase segment(directory_ / name,
                                     Xapian::DB_CREATE_OR_OPEN);
    for (const std::string& word : words) {
      Xapian::Document article;
      article.add_term(word);
      segment.add_document(article);
    }
    segment.commit();
    published_.directory = directory_.path();
    published_.manifest.segments.push_back(
        {name, words.size() - removed.size(), {}, std::move(removed)});
    database_.add_database(
        Xapian::Database(directory_ / name, Xapian::DB_BACKEND_GLASS));
  }

  /// The words of the articles that `query` finds, in the order of docids.
  [[nodiscard]] std::string found(const Xapian::Query& query) const {
    const RemovedArticles removed(published_);
    const auto compiled = removed.left_out_of({query, query, true});
    CHECK(compiled.exact);
    const std::string words = words_of(compiled.query);
    CHECK(words_of(compiled.certain) == words);
    for (const Xapian::docid docid : docids_of(compiled.query)) {
      CHECK_FALSE(removed.contain(docid));
    }
    return words;
  }

  [[nodiscard]] RemovedArticles removed() const {
    return RemovedArticles(published_);
  }

 private:
  [[nodiscard]] std::size_t segments() const {
    return published_.manifest.segments.size();
  }

  [[nodiscard]] std::vector<Xapian::docid> docids_of(
      const Xapian::Query& query) const {
    Xapian::Enquire enquire(database_);
    enquire.set_query(query);
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    enquire.set_docid_order(Xapian::Enquire::ASCENDING);
    const Xapian::MSet hits = enquire.get_mset(0, 1000);
    return {hits.begin(), hits.end()};
  }

  [[nodiscard]] std::string words_of(const Xapian::Query& query) const {
    std::string words;
    for (const Xapian::docid docid : docids_of(query)) {
      words += *database_.termlist_begin(docid) + " ";
    }
    return words;
  }

  tests::TemporaryDirectory directory_;
  schema::Published published_;
  Xapian::Database database_;
};

TEST_CASE("what is removed from a segment is not found, whatever is asked") {
  Segments segments;
  segments.add({"oil", "gas", "tin", "oil", "ore"}, {1, 3});
  CHECK(segments.found(Xapian::Query("oil")) == "oil ");
  CHECK(segments.found(Xapian::Query("tin")).empty());
  CHECK(segments.found(Xapian::Query::MatchAll) == "gas oil ore ");
  CHECK(segments.found(Xapian::Query(Xapian::Query::OP_AND_NOT,
                                     Xapian::Query::MatchAll,
                                     Xapian::Query("oil"))) == "gas ore ");
  CHECK(segments.found(Xapian::Query::MatchNothing).empty());
}

TEST_CASE("each segment loses its own, and those without any lose none") {
  Segments segments;
  segments.add({"a1", "a2", "a3"}, {3});
  segments.add({"b1", "b2", "b3"}, {});
  segments.add({"c1", "c2", "c3"}, {1, 2});
  CHECK(segments.found(Xapian::Query::MatchAll) == "a1 b1 a2 b2 b3 c3 ");
  CHECK_FALSE(segments.removed().empty());
}

TEST_CASE("an index that lost nothing is asked what was asked") {
  Segments segments;
  segments.add({"oil", "gas"}, {});
  const RemovedArticles removed = segments.removed();
  CHECK(removed.empty());
  const Xapian::Query oil("oil");
  CHECK(removed.left_out_of({oil, oil, true}).query.get_description() ==
        oil.get_description());
}

TEST_CASE("long lists of removed articles are passed as short ones are") {
  Segments segments;
  std::vector<std::string> words;
  Docids removed;
  std::string left;
  for (std::uint32_t docid = 1; docid <= 1000; ++docid) {
    words.push_back("w" + std::to_string(docid % 7));
    if (docid % 3 != 0 && docid % 50 > 4) {
      removed.push_back(docid);
    } else if (docid % 7 == 0) {
      left += "w0 ";
    }
  }
  segments.add(words, removed);
  CHECK(segments.found(Xapian::Query("w0")) == left);
}

}  // namespace
}  // namespace broadsheet::searcher::search
