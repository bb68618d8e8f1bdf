// A byline is short, starts with its word and goes on in names alone; prose
// that starts with "By" meets a small word soon.
#include "corpus/read/byline.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>

#include "corpus/base/utf8.h"
#include "corpus/read/ascii.h"
#include "corpus/read/lines.h"

namespace broadsheet::read {
namespace {

constexpr std::size_t kLongestByline = 120;  // In bytes.
constexpr std::size_t kMostWords = 5;        // Of one name.

constexpr std::array<std::string_view, 4> kOpenings = {"by", "von", "par",
                                                       "door"};
constexpr std::array<std::string_view, 4> kJoints = {"and", "und", "et", "&"};

// Words of names that stand small.
constexpr std::array<std::string_view, 18> kParticles = {
    "de", "del", "della", "der", "den", "di",  "da", "dos", "du",
    "la", "le",  "van",   "von", "ter", "bin", "al", "el",  "y"};

std::vector<std::string_view> words_of_byline(std::string_view text) {
  std::vector<std::string_view> words;
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    if (i < text.size() && !is_ascii_blank(text[i])) continue;
    if (i > begin) words.push_back(text.substr(begin, i - begin));
    begin = i + 1;
  }
  return words;
}

// `text` behind its opening word, or all of it.
std::string_view without_opening(std::string_view text) {
  text = trimmed(text);
  const auto* const blank = std::ranges::find_if(text, is_ascii_blank);
  const auto size = static_cast<std::size_t>(blank - text.begin());
  std::string_view first = text.substr(0, size);
  if (first.ends_with(':')) first.remove_suffix(1);
  if (!is_one_of(first, kOpenings)) return text;
  return trimmed(text.substr(size));
}

bool is_name(std::string_view name) {
  const std::vector<std::string_view> words = words_of_byline(name);
  if (words.empty() || words.size() > kMostWords) return false;
  bool capital = false;
  for (const std::string_view word : words) {
    const CodePoint first = code_point_at(word, 0);
    const auto c = static_cast<UChar32>(first.value);
    if (u_isupper(c) != 0) {
      capital = true;
    } else if (!is_one_of(word, kParticles)) {
      return false;
    }
    for (const char d : word) {
      if (d >= '0' && d <= '9') return false;
    }
  }
  return capital;
}

// `text` cut at its joints: "A and B" gives A, B.
std::vector<std::string> joined_names(std::string_view text) {
  std::vector<std::string> names;
  std::string name;
  for (const std::string_view word : words_of_byline(text)) {
    if (is_one_of(word, kJoints)) {
      if (!name.empty()) names.push_back(std::move(name));
      name.clear();
      continue;
    }
    if (!name.empty()) name += ' ';
    name += word;
  }
  if (!name.empty()) names.push_back(std::move(name));
  return names;
}

}  // namespace

std::vector<std::string> author_names(std::string_view names) {
  names = without_opening(names);
  std::vector<std::string_view> parts;
  for (;;) {
    const std::size_t comma = names.find_first_of(",;");
    parts.push_back(trimmed(names.substr(0, comma)));
    if (comma == std::string_view::npos) break;
    names.remove_prefix(comma + 1);
  }
  // In "A, B and C" the last part with a joint ends the names.
  std::size_t last = 0;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    for (const std::string_view word : words_of_byline(parts[i])) {
      if (is_one_of(word, kJoints)) last = i;
    }
  }
  std::vector<std::string> authors;
  for (std::size_t i = 0; i <= last; ++i) {
    for (std::string& name : joined_names(parts[i])) {
      authors.push_back(std::move(name));
    }
  }
  return authors;
}

std::vector<std::string> byline_authors(std::string_view line) {
  line = trimmed(line);
  if (line.size() > kLongestByline) return {};
  const std::string_view names = without_opening(line);
  if (names.size() == line.size() || names.empty()) return {};
  if (names.ends_with('.') && !names.ends_with("Jr.") &&
      !names.ends_with("Sr.")) {
    return {};
  }
  std::vector<std::string> authors = author_names(names);
  // "By Tuesday" names nobody.
  if (authors.empty() || words_of_byline(authors.front()).size() < 2 ||
      !std::all_of(authors.begin(), authors.end(),
                   [](const std::string& name) { return is_name(name); })) {
    return {};
  }
  return authors;
}

}  // namespace broadsheet::read
