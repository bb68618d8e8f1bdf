#include "tests/searcher/match/random_queries.h"

#include <algorithm>
#include <cstdlib>

namespace broadsheet::searcher::match {
namespace {

/// What may stand in the part of a query that is being made.
struct Place {
  std::size_t depth = 0;
  bool in_field = false;
  bool in_text = false;  ///< Beside a connector: no filters.
};

class QueryMaker {
 public:
  QueryMaker(Random& random, const AskedWords& asked)
      : random_(random), asked_(asked), words_(asked.words) {}

  std::string group(Place place) {
    std::string query = chain(place);
    for (std::size_t count = chance(3) ? below(random_, 4) : 0; count > 0;
         --count) {
      static const std::vector<std::string> kJoints{
          " ", " ", " AND ", " OR ", " OR ", " -", " NOT ", " AND NOT "};
      query += one_of(kJoints, random_) + chain(place);
    }
    return query;
  }

 private:
  bool chance(std::size_t one_in) { return below(random_, one_in) == 0; }

  std::string chain(Place place) {
    if (!chance(3)) return atom(place);
    place.in_text = true;
    std::string query = operand(place);
    for (std::size_t count = 1 + (chance(3) ? 1 : 0); count > 0; --count) {
      static const std::vector<std::string> kConnectors{
          "w/1", "w/2", "w/3", "w/7",   "w/20", "pre/1", "pre/2", "pre/9",
          "w/s", "w/s", "w/s", "pre/s", "w/p",  "w/p",   "pre/p"};
      query += chance(5) ? " NOT " : " ";
      query += one_of(kConnectors, random_) + ' ' + operand(place);
    }
    return query;
  }

  /// Mostly what any connector takes.
  std::string operand(Place place) {
    if (place.depth > 0 && chance(3)) {
      --place.depth;
      return '(' + leaf(place) + " OR " + leaf(place) + ')';
    }
    return chance(3) ? atom(place) : leaf(place);
  }

  std::string atom(Place place) {
    if (!place.in_field && chance(5)) {
      static const std::vector<std::string> kFilters{
          "author:", "place:", "source:", "section:", "subject:"};
      static const std::vector<std::string> kParts{
          "title:", "title:", "lead:", "hlead:", "body:",
          "quote:", "quote:", "said:", "said:"};
      const std::string field = place.in_text || chance(2)
                                    ? one_of(kParts, random_)
                                    : one_of(kFilters, random_);
      place.in_field = true;
      if (field == "said:" && !chance(4)) return field + speaker();
      if (place.depth > 0 && chance(3)) {
        --place.depth;
        return field + '(' + group(place) + ')';
      }
      return field + leaf(place);
    }
    if (place.depth > 0 && chance(2)) {
      --place.depth;
      if (chance(4)) {
        place.in_text = true;
        return (chance(2) ? "s(" : "p(") + group(place) + ')';
      }
      return '(' + group(place) + ')';
    }
    if (chance(12)) {
      return "atleast" + std::to_string(1 + below(random_, 4)) + '(' +
             operand({.depth = 0, .in_field = place.in_field}) + ')';
    }
    return leaf(place);
  }

  std::string leaf(Place place) {
    if (chance(8)) {
      static const std::vector<std::string> kFunctions{
          "caps(", "allcaps(", "nocaps(", "exact(", "singular(", "plural("};
      return one_of(kFunctions, random_) + leaf(place) + ')';
    }
    switch (below(random_, place.in_field || place.in_text ? 4 : 6)) {
      case 0:
        return phrase();
      case 1:
        return chance(2) ? '~' + phrase() : one_of(words_, random_);
      case 5: {
        static const std::vector<std::string> kDates{
            "date:1970..1990", "date:2000", "before:1960",
            "after:1999",      "date:none", "*",
            "lang:en",         "wc>8",      "wc:3..15"};
        return one_of(kDates, random_);
      }
      default:
        return word();
    }
  }

  std::string speaker() {
    std::string name = one_of(asked_.speakers, random_);
    if (chance(3)) name += ' ' + one_of(asked_.speakers, random_);
    return chance(2) ? '"' + name + '"' : '(' + name + ')';
  }

  std::string word() {
    std::string word = one_of(words_, random_);
    if (!chance(8)) return word;
    const bool is_ascii = std::ranges::all_of(word, [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    });
    if (!is_ascii || word.size() < 3) return word;
    switch (below(random_, 4)) {
      case 0:
        return word + '~';
      case 1:
        word[1 + below(random_, word.size() - 1)] = '?';
        return word;
      case 2:
        return '*' + word.substr(1);
      default:
        return word.substr(0, word.size() - 1) + '*';
    }
  }

  std::string phrase() {
    std::string text;
    for (std::size_t count = 1 + below(random_, 3); count > 0; --count) {
      if (!text.empty()) text += ' ';
      text += word();
    }
    const std::string slop =
        chance(3) ? '~' + std::to_string(below(random_, 5)) : "";
    return '"' + text + '"' + slop;
  }

  Random& random_;
  const AskedWords& asked_;
  const std::vector<std::string>& words_;
};

}  // namespace

std::uint64_t seed() {
  const char* const given = std::getenv("BROADSHEET_TEST_SEED");
  return given == nullptr ? 20240331 : std::strtoull(given, nullptr, 10);
}

std::size_t below(Random& random, std::size_t limit) {
  return std::uniform_int_distribution<std::size_t>(0, limit - 1)(random);
}

const std::string& one_of(const std::vector<std::string>& list,
                          Random& random) {
  return list[below(random, list.size())];
}

std::string in_capitals(std::string text) {
  std::ranges::transform(text, text.begin(), [](char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  });
  return text;
}

std::string random_query(Random& random, const AskedWords& asked,
                         std::size_t depth) {
  return QueryMaker(random, asked).group({.depth = depth});
}

}  // namespace broadsheet::searcher::match
