// The longest run of words behind the opening word that reads as a date is the
// date: it may be one word ("2023-04-17") or seven.
#include "corpus/read/date_line.h"

#include <array>
#include <vector>

#include "corpus/article/date_words.h"
#include "corpus/read/ascii.h"
#include "corpus/read/lines.h"

namespace broadsheet::read {
namespace {

constexpr std::size_t kMostDateWords = 8;

struct Opening {
  std::string_view word;
  bool text_may_follow;
};

constexpr std::array kDateOpenings = {
    Opening{"date", true},       Opening{"dated", false},
    Opening{"published", false}, Opening{"posted", false},
    Opening{"updated", false},   Opening{"datum", true},
};

bool is_blank(char c) { return c == ' ' || c == '\t'; }

// Where each of the first words of the first line ends.
std::vector<std::size_t> word_ends(std::string_view text, std::size_t from) {
  std::vector<std::size_t> ends;
  std::size_t i = from;
  while (i < text.size() && ends.size() < kMostDateWords) {
    while (i < text.size() && is_blank(text[i])) ++i;
    const std::size_t begin = i;
    while (i < text.size() && !is_blank(text[i]) && text[i] != '\n' &&
           text[i] != '\r') {
      ++i;
    }
    if (i == begin) break;
    ends.push_back(i);
  }
  return ends;
}

// Whether a date can begin so: with a digit, the name of a month or weekday, or
// something beyond ASCII. Most paragraphs are none, and are told from here.
bool may_begin_date(std::string_view text) {
  text = trimmed(text.substr(0, 40));
  if (text.empty()) return false;
  const auto first = static_cast<unsigned char>(text.front());
  if ((first >= '0' && first <= '9') || first >= 0x80) return true;
  std::size_t end = 0;
  while (end < text.size() && (static_cast<unsigned char>(text[end]) >= 0x80 ||
                               (text[end] | 0x20) >= 'a')) {
    ++end;
  }
  const std::string_view word = text.substr(0, end);
  return article::month_number(word) > 0 || article::is_weekday(word);
}

std::optional<DateLine> longest_date(std::string_view text, std::size_t from) {
  if (!may_begin_date(text.substr(from))) return std::nullopt;
  const std::vector<std::size_t> ends = word_ends(text, from);
  for (auto end = ends.rbegin(); end != ends.rend(); ++end) {
    const std::optional<article::Date> date =
        article::parse_date(text.substr(from, *end - from));
    if (date && date->precision >= article::Date::Precision::kDay) {
      return DateLine{*date, *end};
    }
  }
  return std::nullopt;
}

}  // namespace

std::optional<DateLine> find_date_line(std::string_view paragraph) {
  const std::string_view text = trimmed(paragraph);
  if (text.empty()) return std::nullopt;
  const auto before = static_cast<std::size_t>(text.data() - paragraph.data());
  std::size_t from = 0;
  bool text_may_follow = false;
  for (const Opening& opening : kDateOpenings) {
    const std::size_t size = opening.word.size();
    if (text.size() <= size + 1 ||
        !same_name(text.substr(0, size), opening.word)) {
      continue;
    }
    if (!is_blank(text[size]) && text[size] != ':') continue;
    from = size + (text[size] == ':' ? 1 : 0);
    if (text.substr(from).starts_with(" on ")) from += 3;
    text_may_follow = opening.text_may_follow;
  }
  std::optional<DateLine> line = longest_date(text, from);
  if (!line) return std::nullopt;
  if (!text_may_follow && line->end != text.size()) return std::nullopt;
  // A year alone would be a heading; longest_date wants a day.
  line->end += before;
  return line;
}

std::optional<FootDate> find_foot_date(std::string_view paragraph) {
  constexpr std::size_t kLongest = 100;
  std::string_view inside = trimmed(paragraph);
  if (inside.size() > kLongest) return std::nullopt;
  if (inside.starts_with('(') && inside.ends_with(')')) {
    inside = inside.substr(1, inside.size() - 2);
  } else if (inside.starts_with("（") && inside.ends_with("）")) {
    inside = inside.substr(3, inside.size() - 6);
  } else {
    return std::nullopt;
  }
  constexpr std::string_view kDay = "日";
  const std::size_t day = inside.find(kDay);
  const std::optional<DateLine> line =
      day == std::string_view::npos
          ? longest_date(inside, 0)
          : longest_date(inside.substr(0, day + kDay.size()), 0);
  if (!line) return std::nullopt;
  std::string_view rest = inside.substr(line->end);
  for (const std::string_view sign : {"、", ",", "配信"}) {
    if (trimmed(rest).starts_with(sign)) {
      rest = trimmed(rest).substr(sign.size());
    }
  }
  return FootDate{line->date, std::string(trimmed(rest))};
}

}  // namespace broadsheet::read
