#include "searcher/render/wrap.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "corpus/base/width.h"

namespace broadsheet::searcher::render {
namespace {

std::string wrapped(std::string_view text, std::size_t width,
                    std::string_view first = "") {
  Style style;
  style.width = width;
  return wrap({{text}}, {first}, style);
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::size_t begin = 0;
  for (std::size_t end; (end = text.find('\n', begin)) != std::string::npos;
       begin = end + 1) {
    lines.push_back(text.substr(begin, end - begin));
  }
  return lines;
}

TEST_CASE("lines break at blanks, within the width, under the first word") {
  CHECK(wrapped("one two three", 80) == "one two three\n");
  CHECK(wrapped("one two three", 9) == "one two\nthree\n");
  CHECK(wrapped("one two three", 7) == "one two\nthree\n");
  CHECK(wrapped("the bridge will close in May", 20, " 1: ") ==
        " 1: the bridge will\n    close in May\n");
  CHECK(wrapped("", 20, " 1: ") == " 1: \n");
}

TEST_CASE("without a width nothing is broken") {
  const std::string text(5'000, 'x');
  CHECK(wrapped(text, 0) == text + "\n");
}

TEST_CASE("white space of any kind is one blank, and none at the ends") {
  CHECK(wrapped("  one\n two\t\r\nthree  ", 0) == "one two three\n");
  CHECK(wrapped("一\u3000二", 0) == "一 二\n");
  Style style;
  CHECK(wrap({{"one "}, {" two"}}, {""}, style) == "one two\n");
}

TEST_CASE("a word longer than a line is cut") {
  CHECK(wrapped("abcdefghijklmnopqrstuvwxyz", 10) ==
        "abcdefghij\nklmnopqrst\nuvwxyz\n");
}

TEST_CASE("East Asian text breaks between characters of two columns") {
  CHECK(wrapped("港の橋は五月に閉まる", 12) == "港の橋は五月\nに閉まる\n");
  CHECK(wrapped("港の橋は五月に閉まる", 13) == "港の橋は五月\nに閉まる\n");
}

TEST_CASE("closing punctuation stays with the character before it") {
  CHECK(wrapped("港の橋は五月。閉まる", 12) == "港の橋は五\n月。閉まる\n");
  CHECK(wrapped("港の橋は五「月に」", 12) == "港の橋は五\n「月に」\n");
}

TEST_CASE("a combining mark stays with its letter, a joined emoji is whole") {
  CHECK(wrapped("aaaaaaaaaae\u0301bc", 11) == "aaaaaaaaaae\u0301\nbc\n");
  const std::string family = "👩‍👩‍👧";
  CHECK(wrapped("xxxxxxxxxx " + family, 12) == "xxxxxxxxxx\n" + family + "\n");
}

TEST_CASE("nothing from outside moves the cursor or turns the line") {
  CHECK(wrapped("a\x1b[31mb\x07", 0) == "a␛[31mb␇\n");
  CHECK(wrapped("a\u202eb\u200b", 0) == "a\\u{202e}b\\u{200b}\n");
  CHECK(wrapped("a\xffz\u009b", 0) == "a\\xffz\\x9b\n");
}

TEST_CASE("colour ends with its line and starts again on the next") {
  Style style;
  style.color = true;
  style.width = 12;
  CHECK(wrap({{"see the "}, {"harbour bridge", Look::kMark}, {" now"}}, {""},
             style) ==
        "see the\n\x1b[1;31mharbour\x1b[0m\n\x1b[1;31mbridge\x1b[0m now\n");
  style.width = 0;
  CHECK(wrap({{"text"}}, {"  1: ", Look::kNumber}, style) ==
        "  \x1b[32m1: \x1b[0mtext\n");
}

TEST_CASE("mark strings stand at their word and count as columns") {
  Style style;
  style.mark_before = "[";
  style.mark_after = "]";
  style.width = 13;
  CHECK(wrap({{"see the "}, {"bridge", Look::kMark}, {", now"}}, {""}, style) ==
        "see the\n[bridge], now\n");
  style.mark_before = "\x1b]0;owned\x07";
  CHECK(wrap({{"bridge", Look::kMark}}, {""}, style).find('\x1b') ==
        std::string::npos);
}

TEST_CASE("a narrow terminal loses the indent, not the text") {
  CHECK(wrapped("one two", 10, "    1: ") == "1: one two\n");
  CHECK(wrapped("one two", 5, "    1: ") == "1: on\ne two\n");
  CHECK(wrapped("abc", 1) == "a\nb\nc\n");
  CHECK(wrapped("港橋", 1) == "港\n橋\n");
  CHECK(wrapped("a b", 1, "12. ") == "12. a\nb\n");
}

TEST_CASE("at every width each line fits, and no letter is lost") {
  const std::string text =
      "The \"harbour bridge\" (opened 1931) carries 40,000 cars; 港の橋は、"
      "五月に閉まる。 See https://example.org/a/very/long/path?with=query now.";
  std::string letters;
  for (const char c : text) {
    if (c != ' ') letters += c;
  }
  for (std::size_t width = 1; width <= 100; ++width) {
    CAPTURE(width);
    std::string seen;
    for (const std::string& line : lines_of(wrapped(text, width))) {
      CHECK(display_width(line) <= std::max<std::size_t>(width, 2));
      CHECK(line == line.substr(0, line.find_last_not_of(' ') + 1));
      for (const char c : line) {
        if (c != ' ') seen += c;
      }
    }
    CHECK(seen == letters);
  }
}

}  // namespace
}  // namespace broadsheet::searcher::render
