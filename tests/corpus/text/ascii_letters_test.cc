// Claims about corpus/text/ascii_letters.h.
#include "corpus/text/ascii_letters.h"

#include <doctest/doctest.h>

#include <string>

namespace broadsheet::text {
namespace {

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

TEST_CASE("letters are told from every other byte, at every place") {
  for (std::size_t place = 0; place < 8; ++place) {
    for (int value = 0; value < 256; ++value) {
      for (const char other : {'a', 'Z', '\xFF', '@'}) {
        std::string bytes(8, 'm');
        bytes[place] = static_cast<char>(value);
        if (place < 7) bytes[place + 1] = other;
        std::size_t expected = 0;
        while (expected < 8 && is_letter(bytes[expected])) ++expected;
        CAPTURE(place);
        CAPTURE(value);
        CHECK(leading_letters(eight_bytes(bytes.data())) == expected);
      }
    }
  }
}

}  // namespace
}  // namespace broadsheet::text
