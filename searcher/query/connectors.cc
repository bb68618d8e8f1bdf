#include "searcher/query/connectors.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>

namespace broadsheet::searcher::query {
namespace {

using Reach = Connector::Reach;

struct Spelling {
  std::string_view prefix;
  bool ordered;
  /// Nothing else begins like this, so that a bad distance is a mistake.
  bool unmistakable;
};

constexpr std::array kSpellings{
    Spelling{"onear/", true, true}, Spelling{"near/", false, true},
    Spelling{"pre/", true, true},   Spelling{"w/", false, true},
    Spelling{"n/", false, false},   Spelling{"adj", true, false},
    Spelling{"/", false, false},    Spelling{"+", true, false},
};

constexpr unsigned kLongestReach = 255;

/// What the part behind the slash says; kBadDistance if nothing.
Connector read_reach(std::string_view text, bool letters) {
  if (letters && (text == "s" || text == "sent")) {
    return {.reach = Reach::kSentence};
  }
  if (letters && (text == "p" || text == "para")) {
    return {.reach = Reach::kParagraph};
  }
  unsigned distance = 0;
  const char* const end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, distance);
  if (text.empty() || error != std::errc() || stop != end || distance == 0 ||
      distance > kLongestReach) {
    return {.reach = Reach::kBadDistance};
  }
  return {.reach = Reach::kWords, .distance = distance};
}

bool is_number(std::string_view text) {
  return !text.empty() &&
         std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

std::optional<Connector> read_connector(std::string_view word) {
  constexpr unsigned kNear = 10;
  if (word == "NEAR") {
    return Connector{.reach = Reach::kWords, .distance = kNear};
  }
  if (word == "SAME") return Connector{.reach = Reach::kParagraph};

  std::string lowered(word.substr(0, 64));
  std::ranges::transform(lowered, lowered.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  for (const Spelling& spelling : kSpellings) {
    if (!lowered.starts_with(spelling.prefix)) continue;
    const std::string_view rest =
        std::string_view(lowered).substr(spelling.prefix.size());
    Connector connector = read_reach(rest, spelling.prefix != "adj");
    connector.ordered = spelling.ordered;
    // A number out of range is a mistake after every prefix.
    if (connector.reach == Reach::kBadDistance && !spelling.unmistakable &&
        !is_number(rest)) {
      return std::nullopt;
    }
    return connector;
  }
  return std::nullopt;
}

}  // namespace broadsheet::searcher::query
