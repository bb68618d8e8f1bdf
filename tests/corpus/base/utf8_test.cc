// Claims about stepping through UTF-8 and mending it.
#include "corpus/base/utf8.h"

#include <doctest/doctest.h>

#include <random>
#include <string>
#include <vector>

namespace broadsheet {
namespace {

/// The code points of `text` forwards, as "U+41/1" and their bytes.
std::vector<std::pair<char32_t, std::size_t>> forwards(std::string_view text) {
  std::vector<std::pair<char32_t, std::size_t>> points;
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint point = code_point_at(text, i);
    points.emplace_back(point.value, point.bytes);
    i += point.bytes;
  }
  return points;
}

std::vector<std::pair<char32_t, std::size_t>> backwards(std::string_view text) {
  std::vector<std::pair<char32_t, std::size_t>> points;
  for (std::size_t i = text.size(); i > 0;) {
    const CodePoint point = code_point_before(text, i);
    points.emplace(points.begin(), point.value, point.bytes);
    i -= point.bytes;
  }
  return points;
}

TEST_CASE("code points are read at their length") {
  using Points = std::vector<std::pair<char32_t, std::size_t>>;
  CHECK(forwards("aé€😀") == Points{{U'a', 1}, {U'é', 2}, {U'€', 3}, {U'😀', 4}});
  CHECK(backwards("aé€😀") == forwards("aé€😀"));
}

TEST_CASE("malformed bytes are U+FFFD and cost one step each, at the end too") {
  for (const char* text : {"\xFF", "a\xC3", "\xE2\x82", "\xF0\x9F\x98", "\x80",
                           "\xC0\xAF", "\xED\xA0\x80", "\xF4\x90\x80\x80"}) {
    CAPTURE(text);
    const std::string_view view(text);
    std::size_t bytes = 0;
    for (const auto& [value, size] : forwards(view)) {
      CHECK((value == 0xFFFD || value < 0x80));
      CHECK(size > 0);
      bytes += size;
    }
    CHECK(bytes == view.size());
    CHECK_FALSE(is_valid_utf8(view));
  }
}

TEST_CASE("valid text stays as it is; malformed text is mended") {
  struct Row {
    std::string_view text, mended;
  };
  for (const Row& row : {
           Row{"plain", "plain"},
           Row{"Zürich €5 😀", "Zürich €5 😀"},
           Row{"", ""},
           Row{"caf\xe9", "caf\xEF\xBF\xBD"},
           Row{"a\xE2\x82z", "a\xEF\xBF\xBDz"},
           Row{"\xF0\x9F\x98", "\xEF\xBF\xBD"},
           Row{"\xC0\xAF", "\xEF\xBF\xBD\xEF\xBF\xBD"},
           Row{"\xED\xA0\x80", "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"},
           Row{"said \xEF\xBF\xBD", "said \xEF\xBF\xBD"},
       }) {
    const auto& [text, mended] = row;

    CAPTURE(row.text);
    CHECK(valid_utf8(text) == mended);
    CHECK(is_valid_utf8(mended));
    CHECK(is_valid_utf8(text) == (text == mended));
  }
}

TEST_CASE("what is no scalar value is appended as U+FFFD") {
  std::string text;
  append_utf8(text, U'é');
  append_utf8(text, char32_t{0xD800});
  append_utf8(text, char32_t{0x110000});
  append_utf8(text, char32_t{0x10FFFF});
  CHECK(text == "é\xEF\xBF\xBD\xEF\xBF\xBD\xF4\x8F\xBF\xBF");
}

TEST_CASE("a floor never splits a character and never moves up") {
  const std::string_view text = "aé€😀";
  const std::vector<std::size_t> floors = {0, 1, 1, 3, 3,  3,
                                           6, 6, 6, 6, 10, 10};
  for (std::size_t offset = 0; offset < floors.size(); ++offset) {
    CAPTURE(offset);
    CHECK(utf8_floor(text, offset) == floors[offset]);
  }
}

TEST_CASE("any bytes become valid UTF-8, and both directions cover them") {
  const unsigned seed = std::random_device{}();
  CAPTURE(seed);
  std::mt19937 random(seed);
  constexpr std::string_view kAlphabet =
      "a\x80\xBF\xC3\xE2\xED\xF0\xF4\xFF\xA0";
  for (int round = 0; round < 2000; ++round) {
    std::string text;
    for (std::size_t i = random() % 12; i > 0; --i) {
      text += kAlphabet[random() % kAlphabet.size()];
    }
    CHECK(is_valid_utf8(valid_utf8(text)));
    std::size_t bytes = 0;
    for (const auto& point : forwards(text)) bytes += point.second;
    CHECK(bytes == text.size());
    bytes = 0;
    for (const auto& point : backwards(text)) bytes += point.second;
    CHECK(bytes == text.size());
    for (std::size_t i = 0; i <= text.size(); ++i) {
      CHECK(utf8_floor(text, i) <= i);
    }
  }
}

}  // namespace
}  // namespace broadsheet
