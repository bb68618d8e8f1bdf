// Claims about the wordings that a run keeps.
#include "indexer/wordings.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <random>
#include <thread>
#include <vector>

#include "tests/support/temporary_directory.h"

namespace broadsheet::indexer {
namespace {

schema::Wording wording(std::uint32_t number) {
  schema::Wording wording;
  for (std::uint32_t i = 0; i < number % 7; ++i)
    wording.triples.push_back(number * 100 - i);
  wording.facts = {number + 1, number, number};
  wording.words = number % 7 + 2;
  wording.numbers = 1;
  return wording;
}

schema::Wording settled(schema::Wording wording) {
  wording.settle();
  return wording;
}

TEST_CASE("each wording is read back settled, whichever thread added it") {
  const tests::TemporaryDirectory directory;
  Wordings wordings(directory.path());
  const auto add = [&](std::uint32_t first) {
    WordingBatch articles;
    for (std::uint32_t batch = first; batch < 40; batch += 2) {
      for (std::uint32_t i = batch * 10; i < batch * 10 + 10; ++i)
        articles.add({.docid = i, .identity = {i / 3, i}}, wording(i));
      wordings.add(articles);
      articles.clear();
    }
  };
  std::thread other(add, 1);
  add(0);
  other.join();
  wordings.close();
  for (std::uint32_t i = 0; i < 400; ++i) {
    CAPTURE(i);
    const KeptWording* kept = wordings.find({i / 3, i});
    REQUIRE(kept != nullptr);
    CHECK(wordings.read(*kept) == settled(wording(i)));
    CHECK(kept->print == OverlapPrint(wording(i).triples));
    CHECK(wordings.read_print(*kept) == FineOverlapPrint(wording(i).triples));
  }
  const std::vector<const KeptWording*> all = wordings.all();
  REQUIRE(all.size() == 400);
  for (std::uint32_t i = 0; i < 400; ++i) CHECK(all[i]->article.docid == i);
  CHECK(wordings.find({7, 400}) == nullptr);
  CHECK(wordings.memory() >= 400 * sizeof(KeptWording));
  CHECK(wordings.find({999, 1}) == nullptr);
}

TEST_CASE("of an article that came several times the last docid counts") {
  const tests::TemporaryDirectory directory;
  Wordings wordings(directory.path());
  for (const std::uint32_t docid : {4U, 9U, 2U}) {
    WordingBatch articles;
    articles.add({.docid = docid, .identity = {1, 1}}, wording(docid));
    wordings.add(articles);
  }
  wordings.close();
  CHECK(wordings.read(*wordings.find({1, 1})) == settled(wording(9)));
  const std::vector<const KeptWording*> all = wordings.all();
  REQUIRE(all.size() == 1);
  CHECK(all.front() == wordings.find({1, 1}));
}

TEST_CASE("a run that indexed nothing has no wordings and makes no file") {
  const Wordings wordings("no such directory");
  CHECK(wordings.find({1, 1}) == nullptr);
}

}  // namespace
}  // namespace broadsheet::indexer
