// Claims about the window: it shows the stream's own bytes wherever it stands,
// however they come in.
#include "corpus/read/source_window.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>

#include "tests/support/effort.h"

namespace broadsheet::read {
namespace {

std::string numbered_lines(std::size_t size) {
  std::string bytes;
  for (std::size_t i = 0; bytes.size() < size; ++i) {
    bytes += std::to_string(i) + '\n';
  }
  return bytes;
}

TEST_CASE("a window begins empty, before anything was read") {
  SourceWindow window(memory_source("one", "a"), 10);
  CHECK(window.bytes().empty());
  CHECK_FALSE(window.ended());
  CHECK(window.name() == "a");
  CHECK(window.fill());
  CHECK(window.bytes() == "one");
  CHECK_FALSE(window.fill());
  CHECK(window.ended());
  CHECK(window.bytes() == "one");
}

TEST_CASE("what is passed over stays readable until more is read") {
  SourceWindow window(memory_source("one two", "a"), 10);
  window.fill();
  const std::string_view one = window.bytes().substr(0, 3);
  window.pass(4);
  CHECK(one == "one");
  CHECK(window.bytes() == "two");
  CHECK(window.offset() == 4);
}

TEST_CASE("any mixture of reading and passing shows the stream") {
  const auto seed = std::random_device{}();
  CAPTURE(seed);
  std::mt19937 random(seed);
  const std::string stream = numbered_lines(12'000'000);
  for (int round = 0; round < tests::effort(20); ++round) {
    SourceWindow window(memory_source(stream, "a"), random() % 3'000'000);
    bool more = true;
    while (more || !window.bytes().empty()) {
      // Now and then a record of some megabytes, mostly small ones.
      const std::size_t wanted =
          random() % 10 == 0 ? random() % 5'000'000 : random() % 50'000;
      while (window.bytes().size() < wanted && more) more = window.fill();
      REQUIRE(window.bytes() == std::string_view(stream).substr(
                                    window.offset(), window.bytes().size()));
      // Behind it are bytes of old or none; sanitizers see if they are not
      // ours.
      const char behind =
          window.bytes()
              .data()[window.bytes().size() + SourceWindow::kPadding - 1];
      CHECK((behind == '\0' || behind == '\n' ||
             (behind >= '0' && behind <= '9')));
      window.pass(std::min(window.bytes().size(), wanted + 1));
    }
    CHECK(window.offset() == stream.size());
  }
}

}  // namespace
}  // namespace broadsheet::read
