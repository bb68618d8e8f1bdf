// Read from the end of a paragraph backwards: a credit is what was put behind
// the last sentence. Words that speak of pictures decide what it credits.
#include "corpus/read/credits.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <vector>

#include "corpus/base/utf8.h"
#include "corpus/read/ascii.h"
#include "corpus/read/lines.h"

namespace broadsheet::read {
namespace {

constexpr std::size_t kLongestGroup = 80;  // Of one bracketed group, in bytes.
constexpr std::size_t kLongestHeading = 40;
constexpr std::size_t kLongestSlashCredit = 60;

constexpr std::array<std::string_view, 19> kPictureWords = {
    "photo",   "photos", "photograph", "photographer", "pool",
    "picture", "image",  "images",     "courtesy",     "handout",
    "file",    "via",    "archive",    "foto",         "archivfoto",
    "getty",   "credit", "bild",       "screenshot"};

constexpr std::array<std::string_view, 13> kCaptionOpenings = {
    "file photo", "photo:", "photo by", "pictured:", "caption:",
    "picture:",   "image:", "credit:",  "foto:",     "archivfoto:",
    "bild:",      "写真：", "【写真"};

constexpr std::array<std::string_view, 19> kTrailerHeadings = {
    "related coverage", "related stories",    "related story",
    "related articles", "related article",    "related news",
    "related links",    "related content",    "related topics",
    "read more",        "more on this story", "more on this topic",
    "see also",         "also read",          "further reading",
    "mehr zum thema",   "lesen sie auch",     "関連記事",
    "関連ニュース"};

constexpr std::array<std::string_view, 13> kNotices = {
    "(reporting by",
    "(editing by",
    "(writing by",
    "reporting by ",
    "(additional reporting",
    "copyright ",
    "©",
    "(c) ",
    "all rights reserved",
    "(corrects ",
    "editor's note:",
    "an earlier version of this",
    "correction:"};

// Whether a word of `text` is one that speaks of pictures.
bool speaks_of_picture(std::string_view text) {
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    const auto c = i < text.size() ? static_cast<unsigned char>(text[i]) : ' ';
    const bool letter =
        c >= 0x80 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (letter) continue;
    const std::string_view word = text.substr(begin, i - begin);
    begin = i + 1;
    if (is_one_of(word, kPictureWords)) return true;
  }
  return text.find("写真") != std::string_view::npos ||
         text.find("提供") != std::string_view::npos;
}

// A name of one to three capitalised words without digits: "Kyodo", "AP".
bool is_agency(std::string_view text) {
  if (text.empty() || text.size() > 30) return false;
  std::size_t words = 0;
  bool at_word = true;
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint point = code_point_at(text, i);
    const auto c = static_cast<UChar32>(point.value);
    i += point.bytes;
    if (point.value == ' ') {
      at_word = true;
      continue;
    }
    if (at_word) {
      if (u_islower(c) != 0 && !same_name(text, "dpa")) return false;
      if (u_isalpha(c) == 0) return false;
      ++words;
      at_word = false;
    } else if (u_isalpha(c) == 0 && point.value != '-' && point.value != '.') {
      return false;
    }
  }
  // A party or a side in brackets, "(R)", is no agency.
  return words > 0 && words <= 3 && text.size() > 1;
}

bool is_all_small(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return c >= 'a' && c <= 'z'; });
}

// Where the group "(…)" that ends at `end` begins; npos if none ends there.
std::size_t group_begin(std::string_view text, std::size_t end) {
  const std::size_t none = std::string_view::npos;
  struct Brackets {
    std::string_view open, close;
  };
  constexpr std::array<Brackets, 3> kBrackets = {
      Brackets{"(", ")"}, Brackets{"[", "]"}, Brackets{"（", "）"}};
  const std::string_view head = text.substr(0, end);
  for (const auto& [open, close] : kBrackets) {
    if (!head.ends_with(close)) continue;
    const std::size_t begin = head.rfind(open);
    if (begin == none || end - begin > kLongestGroup) return none;
    return begin;
  }
  return none;
}

std::string_view inside_group(std::string_view group) {
  const std::size_t bracket = group.front() == '(' || group.front() == '['
                                  ? 1
                                  : std::string_view("（").size();
  return trimmed(group.substr(bracket, group.size() - 2 * bracket));
}

// The groups and "==Agency" signs at the end of `text`, taken off one by one.
std::optional<Credit> grouped_credit(std::string_view text) {
  std::optional<Credit> credit;
  std::size_t end = text.size();
  for (;;) {
    end = trimmed(text, {0, end}).end;
    std::size_t begin = group_begin(text, end);
    std::string_view inside;
    bool picture = false;
    if (begin != std::string_view::npos) {
      inside = inside_group(text.substr(begin, end - begin));
      picture = speaks_of_picture(inside);
    } else {
      constexpr std::size_t kLongestSign = 32;
      const std::size_t from = end - std::min(end, kLongestSign);
      const std::string_view tail = text.substr(from, end - from);
      if (tail.find('=') == std::string_view::npos) break;  // Nearly always.
      begin = tail.rfind("==");
      if (begin == std::string_view::npos) break;
      begin += from;
      inside = trimmed(text.substr(begin + 2, end - begin - 2));
      while (begin > 0 && text[begin - 1] == '=') --begin;
      if (!is_agency(inside)) break;
    }
    // Some agencies sign with small letters, alone in their line: "(dpa)".
    const bool initials = begin == 0 && inside.size() >= 2 &&
                          inside.size() <= 4 && is_all_small(inside);
    const bool agency = !picture && (is_agency(inside) || initials);
    if (!picture && !agency) break;
    if (!credit) credit = Credit{};
    credit->begin = begin;
    credit->picture = credit->picture || picture;
    if (agency && credit->agency.empty()) credit->agency = inside;
    end = begin;
  }
  return credit;
}

// "EPA-EFE/JAPAN POOL", "REUTERS/Jane Doe", "Jane Doe / Getty Images" behind
// the last full stop.
std::optional<Credit> slash_credit(std::string_view text) {
  // Not looked for in the whole text: a paragraph has hundreds of bytes.
  const std::size_t from =
      text.size() - std::min(text.size(), kLongestSlashCredit);
  if (text.substr(from).find('/') == std::string_view::npos)
    return std::nullopt;
  const std::size_t slash = text.rfind('/');
  if (slash == 0) return std::nullopt;
  std::size_t stop = text.rfind(". ", slash);
  // The caption may end in another sign, or be the credit alone.
  const std::size_t sign = text.find_last_of("?!\")", slash);
  if (sign != std::string_view::npos &&
      (stop == std::string_view::npos || sign > stop)) {
    stop = sign;
  }
  const std::size_t begin = stop == std::string_view::npos
                                ? 0
                                : trimmed(text, {stop + 1, text.size()}).begin;
  const std::string_view credit = text.substr(begin);
  if (credit.size() > kLongestSlashCredit || credit.ends_with('.')) {
    return std::nullopt;
  }
  const std::string_view left = trimmed(text.substr(begin, slash - begin));
  const std::string_view right = trimmed(text.substr(slash + 1));
  const bool capitals = std::none_of(
      left.begin(), left.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  if (!is_agency(left) || !is_agency(right)) return std::nullopt;
  if (!capitals && !same_name(left, "dpa") && !speaks_of_picture(right)) {
    return std::nullopt;
  }
  Credit found;
  found.begin = begin;
  found.picture = true;
  return found;
}

// Signs in the prose of a caption that has no more than an agency behind it.
bool shows_picture(std::string_view text) {
  constexpr std::array<std::string_view, 16> kSigns = {
      "(R)",       "(L)",          "(C)",          "(right)",
      "(left)",    "(center)",     "(centre)",     " poses ",
      " pose ",    " is pictured", "are pictured", "is seen ",
      "are seen ", "This photo",   "This picture", "this file photo"};
  return std::any_of(kSigns.begin(), kSigns.end(), [&](std::string_view sign) {
    return text.find(sign) != std::string_view::npos;
  });
}

bool has_letter(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint point = code_point_at(text, i);
    if (u_isalnum(static_cast<UChar32>(point.value)) != 0) return true;
    i += point.bytes;
  }
  return false;
}

}  // namespace

std::optional<Credit> find_credit(std::string_view paragraph) {
  paragraph =
      paragraph.substr(0, trimmed(paragraph, {0, paragraph.size()}).end);
  if (std::optional<Credit> credit = grouped_credit(paragraph)) return credit;
  return slash_credit(paragraph);
}

bool is_caption(std::string_view paragraph, const Credit& credit) {
  return credit.picture || shows_picture(paragraph.substr(0, credit.begin));
}

bool opens_caption(std::string_view paragraph) {
  return std::any_of(kCaptionOpenings.begin(), kCaptionOpenings.end(),
                     [&](std::string_view opening) {
                       return starts_with_name(paragraph, opening);
                     });
}

bool is_signature(std::string_view paragraph) {
  if (!has_letter(paragraph)) {
    return paragraph.starts_with("###") || paragraph.starts_with("***") ||
           paragraph.starts_with("---");
  }
  if (paragraph == "-30-" || paragraph == "- 30 -" ||
      same_name(paragraph, "(end)") || same_name(paragraph, "ends")) {
    return true;
  }
  for (const std::string_view notice : kNotices) {
    if (starts_with_name(paragraph, notice)) return true;
  }
  const std::optional<Credit> credit = find_credit(paragraph);
  return credit && !credit->picture && credit->begin == 0;
}

bool opens_trailer(std::string_view paragraph) {
  for (const std::string_view heading : kTrailerHeadings) {
    if (!starts_with_name(paragraph, heading)) continue;
    const std::string_view rest = trimmed(paragraph.substr(heading.size()));
    if (rest.empty() || rest.starts_with(':') || rest.starts_with("：")) {
      return true;
    }
    // "Read more on the summit": short, and no sentence.
    if (paragraph.size() <= kLongestHeading && !ends_sentence(paragraph)) {
      return true;
    }
  }
  return false;
}

}  // namespace broadsheet::read
