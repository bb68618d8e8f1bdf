// A dash is looked for near the start; what stands before it must then be made
// of nothing but a place, regions, a date and an agency. Sentences fail that
// at their first small word.
#include "corpus/read/dateline.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <vector>

#include "corpus/base/utf8.h"
#include "corpus/read/japanese_dateline.h"
#include "corpus/read/lines.h"

namespace broadsheet::read {
namespace {

constexpr std::size_t kLongestDateline = 120;  // In bytes.
constexpr std::size_t kMostRegions = 3;

// Capitals before a dash that are a desk's label and no place.
constexpr std::array<std::string_view, 22> kLabels = {
    "UPDATE",   "UPDATED", "CORRECTION", "CORRECTED", "EXCLUSIVE", "BREAKING",
    "ANALYSIS", "FACTBOX", "ADVISORY",   "VIDEO",     "PHOTO",     "PHOTOS",
    "WATCH",    "OPINION", "FEATURE",    "NEWS",      "INTERVIEW", "PREVIEW",
    "WRAPUP",   "ALERT",   "LIVE",       "EDITORIAL"};

// Joining words that stand small within the name of a place.
constexpr std::array<std::string_view, 14> kSmallWords = {
    "de", "del", "la",  "le", "of",  "and", "the",
    "am", "an",  "der", "do", "dos", "da",  "upon"};

bool is_dash(char32_t c) {
  return c == '-' || c == 0x2013 || c == 0x2014 || c == 0x2015 || c == '_' ||
         c == 0x2012;
}

struct Dash {
  std::size_t begin = 0;
  std::size_t end = 0;
};

// The first dash that parts: with white space behind it and before it, or an em
// dash. A hyphen within "KUALA-LUMPUR" parts nothing.
std::optional<Dash> find_dash(std::string_view text) {
  const std::size_t limit = std::min(text.size(), kLongestDateline);
  for (std::size_t i = 0; i < limit;) {
    const CodePoint point = code_point_at(text, i);
    if (!is_dash(point.value)) {
      i += point.bytes;
      continue;
    }
    std::size_t end = i;
    while (end < text.size() && is_dash(code_point_at(text, end).value)) {
      end += code_point_at(text, end).bytes;
    }
    const bool before =
        i > 0 && (is_white_space(code_point_before(text, i).value) ||
                  text[i - 1] == ')');
    const bool behind =
        end == text.size() || is_white_space(code_point_at(text, end).value);
    const bool em = point.value == 0x2014 || point.value == 0x2015 ||
                    (end - i >= 2 && point.value == '-');
    if ((before && behind) || (em && i > 0)) return Dash{i, end};
    i = end;
  }
  return std::nullopt;
}

std::vector<std::string_view> split(std::string_view text, char sign) {
  std::vector<std::string_view> parts;
  for (;;) {
    const std::size_t at = text.find(sign);
    parts.push_back(trimmed(text.substr(0, at)));
    if (at == std::string_view::npos) return parts;
    text.remove_prefix(at + 1);
  }
}

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  for (const std::string_view word : split(text, ' ')) {
    if (!word.empty()) words.push_back(word);
  }
  return words;
}

struct Letters {
  std::size_t capital = 0;
  std::size_t small = 0;
  std::size_t uncased = 0;
  bool starts_capital = false;
  bool other = false;  // A character that no name of a place has.
};

Letters letters_of(std::string_view word) {
  Letters letters;
  bool first = true;
  for (std::size_t i = 0; i < word.size();) {
    const CodePoint point = code_point_at(word, i);
    i += point.bytes;
    const auto c = static_cast<UChar32>(point.value);
    if (u_isalpha(c) != 0) {
      if (u_isupper(c) != 0) {
        ++letters.capital;
        letters.starts_capital = letters.starts_capital || first;
      } else if (u_islower(c) != 0) {
        ++letters.small;
      } else {
        ++letters.uncased;
      }
      first = false;
    } else if (point.value != '.' && point.value != '\'' &&
               point.value != '-' && point.value != 0x2019 &&
               point.value != '/' && point.value != '&' &&
               u_getCombiningClass(c) == 0) {
      letters.other = true;
    }
  }
  return letters;
}

bool is_small_word(std::string_view word) {
  return std::find(kSmallWords.begin(), kSmallWords.end(), word) !=
         kSmallWords.end();
}

bool is_label(std::string_view word) {
  return std::find(kLabels.begin(), kLabels.end(), word) != kLabels.end();
}

// A town in capitals: "NEW YORK", "ST. LOUIS", "McALLEN".
bool is_capital_place(std::string_view part) {
  const std::vector<std::string_view> words = words_of(part);
  if (words.empty() || words.size() > 5) return false;
  std::size_t capitals = 0;
  for (const std::string_view word : words) {
    const Letters letters = letters_of(word);
    if (letters.other || letters.uncased > 0 || is_label(word)) return false;
    if (letters.small > 0 && !is_small_word(word) &&
        (letters.capital <= letters.small || letters.small > 2)) {
      return false;
    }
    capitals += letters.capital;
  }
  return capitals >= 2;
}

// A region or a town in capitalised words: "Japan", "N.Y.", "South Korea".
bool is_named_place(std::string_view part) {
  const std::vector<std::string_view> words = words_of(part);
  if (words.empty() || words.size() > 4) return false;
  for (const std::string_view word : words) {
    const Letters letters = letters_of(word);
    if (letters.other || letters.uncased > 0) return false;
    if (!letters.starts_capital && !is_small_word(word)) return false;
  }
  return letters_of(words.front()).starts_capital;
}

// "Feb 26", "April 17", "17 April", "Sept. 3": a day without its year.
bool is_day(std::string_view part) {
  std::string dated(part);
  dated += " 2000";
  const std::optional<article::Date> date = article::parse_date(dated);
  if (date && date->precision == article::Date::Precision::kDay) return true;
  // A weekday may stand for the date.
  constexpr std::array<std::string_view, 7> kDays = {
      "Monday", "Tuesday",  "Wednesday", "Thursday",
      "Friday", "Saturday", "Sunday"};
  return std::find(kDays.begin(), kDays.end(), part) != kDays.end();
}

bool is_year(std::string_view part) {
  return part.size() == 4 && std::all_of(part.begin(), part.end(), [](char c) {
           return c >= '0' && c <= '9';
         });
}

// Takes "(Kyodo)" off the end of `text` and returns what it holds.
std::string take_agency(std::string_view& text) {
  text = trimmed(text);
  if (!text.ends_with(')')) return {};
  const std::size_t open = text.rfind('(');
  if (open == std::string_view::npos) return {};
  const std::string_view inside =
      trimmed(text.substr(open + 1, text.size() - open - 2));
  if (inside.empty() || inside.size() > 40) return {};
  text = trimmed(text.substr(0, open));
  if (text.ends_with(',')) text = trimmed(text.substr(0, text.size() - 1));
  return std::string(inside);
}

// Reads "PLACE, Region, Date (Agency)". `known` is whether it surely is one.
std::optional<Dateline> parts_of(std::string_view text, bool known) {
  Dateline dateline;
  dateline.agency = take_agency(text);
  if (text.empty()) return std::nullopt;
  std::vector<std::string_view> parts = split(text, ',');
  // From the end: a year, a date, and what is left is the place.
  while (parts.size() > 1 && parts.back().empty()) parts.pop_back();
  if (parts.size() > 2 && is_year(parts.back()) &&
      is_day(parts[parts.size() - 2])) {
    dateline.date = article::parse_date(std::string(parts[parts.size() - 2]) +
                                        ", " + std::string(parts.back()));
    parts.resize(parts.size() - 2);
  } else if (parts.size() > 1 && is_day(parts.back())) {
    parts.pop_back();
  } else if (parts.size() > 1) {
    const std::optional<article::Date> date = article::parse_date(parts.back());
    if (date && date->precision >= article::Date::Precision::kDay) {
      dateline.date = date;
      parts.pop_back();
    }
  }
  const std::string_view town = parts.front();
  if (known) {
    const Letters letters = letters_of(town);
    if (letters.capital + letters.small + letters.uncased < 2) {
      return std::nullopt;
    }
    if (letters.other &&
        town.find_first_of("0123456789=*") != std::string_view::npos) {
      return std::nullopt;
    }
    if (is_day(town)) return std::nullopt;
  } else if (!is_capital_place(town) &&
             (dateline.agency.empty() || !is_named_place(town))) {
    return std::nullopt;
  }
  if (parts.size() > kMostRegions) return std::nullopt;
  for (const std::string_view part : parts) {
    if (&part != &parts.front() && !known && !is_named_place(part) &&
        !is_capital_place(part)) {
      return std::nullopt;
    }
    if (!dateline.place.empty()) dateline.place += ", ";
    dateline.place += part;
  }
  return dateline;
}

}  // namespace

std::optional<Dateline> find_dateline(std::string_view paragraph) {
  if (std::optional<Dateline> found = find_japanese_dateline(paragraph)) {
    return found;
  }
  const std::optional<Dash> dash = find_dash(paragraph);
  if (!dash) return std::nullopt;
  const std::string_view behind = paragraph.substr(dash->end);
  if (trimmed(behind).empty()) return std::nullopt;
  std::optional<Dateline> dateline =
      parts_of(paragraph.substr(0, dash->begin), false);
  if (!dateline) return std::nullopt;
  dateline->end = trimmed(paragraph, {dash->end, paragraph.size()}).begin;
  return dateline;
}

std::optional<Dateline> parse_dateline(std::string_view dateline) {
  const std::optional<Dash> dash = find_dash(dateline);
  std::string_view parts =
      trimmed(dash ? dateline.substr(0, dash->begin) : dateline);
  while (parts.starts_with('*')) parts.remove_prefix(1);
  while (parts.ends_with('-'))
    parts = trimmed(parts.substr(0, parts.size() - 1));
  std::optional<Dateline> parsed = parts_of(parts, true);
  if (parsed) parsed->end = dash ? dash->end : dateline.size();
  return parsed;
}

}  // namespace broadsheet::read
