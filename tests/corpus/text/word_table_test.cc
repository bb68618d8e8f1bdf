// Claims about corpus/text/word_table.cc.
#include "corpus/text/word_table.h"

#include <doctest/doctest.h>

#include <string>

namespace broadsheet::text {
namespace {

std::uint32_t place(const WordTable& words, const std::string& word) {
  return words.find(word, WordTable::hash_of(word));
}

TEST_CASE("words are numbered as they come and found again, through growth") {
  WordTable words;
  CHECK(place(words, "tide") == WordTable::kNone);
  const auto word = [](std::uint32_t i) {
    return i == 7 ? std::string()
                  : std::string(i % 40, 'x') + std::to_string(i);
  };
  std::size_t bytes = 0;
  for (std::uint32_t i = 0; i < 5000; ++i) {
    CHECK(place(words, word(i)) == WordTable::kNone);
    CHECK(words.add(word(i), WordTable::hash_of(word(i))) == i);
    bytes += word(i).size();
  }
  for (std::uint32_t i = 0; i < 5000; ++i) CHECK(place(words, word(i)) == i);
  CHECK(words.size() == 5000);
  CHECK(words.bytes() == bytes);
  for (std::uint32_t i = 0; i < 5000; ++i) CHECK(words.at(i) == word(i));
  CHECK(words.place(word(4000)) == 4000);
  CHECK(words.place("tide") == 5000);
  CHECK(words.at(5000) == "tide");
  CHECK(words.memory() > bytes);
  words.clear();
  CHECK(words.size() == 0);
  CHECK(place(words, word(1)) == WordTable::kNone);
}

TEST_CASE("words of one hash are told apart by their letters") {
  WordTable words;
  CHECK(words.add("north", 42) == 0);
  CHECK(words.find("south", 42) == WordTable::kNone);
  CHECK(words.add("south", 42) == 1);
  CHECK(words.find("north", 42) == 0);
  CHECK(words.find("south", 42) == 1);
}

}  // namespace
}  // namespace broadsheet::text
