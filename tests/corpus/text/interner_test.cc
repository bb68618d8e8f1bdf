// Claims about corpus/text/interner.h.
#include "corpus/text/interner.h"

#include <doctest/doctest.h>

#include <cstdint>
#include <string>
#include <utility>

namespace broadsheet::text {
namespace {

TEST_CASE("a string has the number it had when it came first") {
  Interner strings;
  CHECK(strings.id("tide") == 0);
  CHECK(strings.id("harbour") == 1);
  CHECK(strings.id("tide") == 0);
  CHECK(strings.id("") == 2);
  CHECK(strings.id("") == 2);
  CHECK(strings.size() == 3);
  CHECK(strings.text(1) == "harbour");
  CHECK(strings.text(2).empty());
}

TEST_CASE("strings are compared by all their bytes") {
  Interner strings;
  CHECK(strings.id(std::string("a\0b", 3)) == 0);
  CHECK(strings.id("a") == 1);
  CHECK(strings.id(std::string("a\0c", 3)) == 2);
  CHECK(strings.text(0) == std::string("a\0b", 3));
}

TEST_CASE("what was given may go, and texts stay where they are") {
  Interner strings;
  // Short enough to stand inside a std::string, where moving it would move it.
  const auto word = [](std::uint32_t i) { return 'w' + std::to_string(i); };
  strings.id(word(0));
  const char* const first = strings.text(0).data();
  for (std::uint32_t i = 0; i < 5000; ++i) CHECK(strings.id(word(i)) == i);
  CHECK(strings.text(0).data() == first);
  const Interner moved = std::move(strings);
  for (std::uint32_t i = 0; i < 5000; ++i) CHECK(moved.text(i) == word(i));
}

TEST_CASE("after clear, numbers begin anew") {
  Interner strings;
  strings.id("tide");
  strings.id("harbour");
  strings.clear();
  CHECK(strings.size() == 0);
  CHECK(strings.id("harbour") == 0);
  CHECK(strings.text(0) == "harbour");
}

}  // namespace
}  // namespace broadsheet::text
