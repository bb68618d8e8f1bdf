// Claims about corpus/text/word_table.cc.
#include "corpus/text/word_table.h"

#include <doctest/doctest.h>

#include <string>

namespace broadsheet::text {
namespace {

TEST_CASE("words are numbered as they come and found again, through growth") {
  WordTable words;
  CHECK(words.find("tide") == WordTable::kNone);
  const auto word = [](std::uint32_t i) {
    return i == 7 ? std::string()
                  : std::string(i % 40, 'x') + std::to_string(i);
  };
  std::size_t bytes = 0;
  for (std::uint32_t i = 0; i < 5000; ++i) {
    CHECK(words.find(word(i)) == WordTable::kNone);
    CHECK(words.place(word(i)) == i);
    bytes += word(i).size();
  }
  for (std::uint32_t i = 0; i < 5000; ++i) CHECK(words.find(word(i)) == i);
  CHECK(words.size() == 5000);
  for (std::uint32_t i = 0; i < 5000; ++i) CHECK(words.at(i) == word(i));
  CHECK(words.place(word(4000)) == 4000);
  CHECK(words.place("tide") == 5000);
  CHECK(words.at(5000) == "tide");
  CHECK(words.memory() > bytes);
  words.clear();
  CHECK(words.size() == 0);
  CHECK(words.find(word(1)) == WordTable::kNone);
}

}  // namespace
}  // namespace broadsheet::text
