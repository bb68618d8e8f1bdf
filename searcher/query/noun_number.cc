#include "searcher/query/noun_number.h"

#include <array>
#include <utility>

namespace broadsheet::searcher::query {
namespace {

/// Singular and plural.
constexpr std::array kIrregular{
    std::pair{"man", "men"},
    std::pair{"woman", "women"},
    std::pair{"child", "children"},
    std::pair{"person", "people"},
    std::pair{"foot", "feet"},
    std::pair{"tooth", "teeth"},
    std::pair{"goose", "geese"},
    std::pair{"mouse", "mice"},
    std::pair{"ox", "oxen"},
    std::pair{"wife", "wives"},
    std::pair{"life", "lives"},
    std::pair{"knife", "knives"},
    std::pair{"wolf", "wolves"},
    std::pair{"thief", "thieves"},
    std::pair{"half", "halves"},
    std::pair{"leaf", "leaves"},
    std::pair{"loaf", "loaves"},
    std::pair{"shelf", "shelves"},
    std::pair{"self", "selves"},
    std::pair{"calf", "calves"},
    std::pair{"crisis", "crises"},
    std::pair{"analysis", "analyses"},
    std::pair{"basis", "bases"},
    std::pair{"thesis", "theses"},
    std::pair{"criterion", "criteria"},
    std::pair{"medium", "media"},
    std::pair{"datum", "data"},
    std::pair{"referendum", "referenda"},
    std::pair{"hero", "heroes"},
    std::pair{"potato", "potatoes"},
    std::pair{"tomato", "tomatoes"},
    std::pair{"echo", "echoes"},
    std::pair{"veto", "vetoes"},
    std::pair{"embargo", "embargoes"},
    std::pair{"cargo", "cargoes"},
    std::pair{"tornado", "tornadoes"},
    std::pair{"volcano", "volcanoes"},
    std::pair{"torpedo", "torpedoes"},
    std::pair{"series", "series"},
    std::pair{"species", "species"},
    std::pair{"sheep", "sheep"},
    std::pair{"aircraft", "aircraft"},
    std::pair{"news", "news"},
    std::pair{"bus", "buses"},
    std::pair{"gas", "gases"},
    std::pair{"movie", "movies"},
    std::pair{"cookie", "cookies"},
    std::pair{"tie", "ties"},
    std::pair{"die", "dies"},
    std::pair{"lie", "lies"},
    std::pair{"pie", "pies"},
    std::pair{"zombie", "zombies"},
    std::pair{"calorie", "calories"},
    std::pair{"quiz", "quizzes"},
    std::pair{"use", "uses"},
    std::pair{"house", "houses"},
    std::pair{"cause", "causes"},
    std::pair{"clause", "clauses"},
    std::pair{"cache", "caches"},
    std::pair{"ache", "aches"},
    std::pair{"axe", "axes"},
    std::pair{"case", "cases"},
    std::pair{"base", "bases"},
    std::pair{"virus", "viruses"},
    std::pair{"status", "statuses"},
    std::pair{"campus", "campuses"},
    std::pair{"census", "censuses"},
    std::pair{"bonus", "bonuses"},
    std::pair{"surplus", "surpluses"},
    std::pair{"fungus", "fungi"},
};

bool is_vowel(char c) {
  return std::string_view("aeiou").find(c) != std::string_view::npos;
}

/// Behind these, an e stands before the s of the plural.
bool hisses(std::string_view word) {
  return word.ends_with("s") || word.ends_with("x") || word.ends_with("z") ||
         word.ends_with("ch") || word.ends_with("sh");
}

std::string without(std::string_view word, std::size_t count,
                    std::string_view ending) {
  return std::string(word.substr(0, word.size() - count)) + std::string(ending);
}

}  // namespace

std::string singular_of(std::string_view word) {
  for (const auto& [one, many] : kIrregular) {
    if (word == many || word == one) return one;
  }
  const std::size_t size = word.size();
  if (size < 4 || !word.ends_with('s') || word.ends_with("ss") ||
      word.ends_with("us") || word.ends_with("is")) {
    return std::string(word);
  }
  if (word.ends_with("ies")) return without(word, 3, "y");
  if (word.ends_with("es") && hisses(word.substr(0, size - 2)) &&
      !word.ends_with("ses") && !word.ends_with("zes")) {
    return without(word, 2, "");
  }
  if (word.ends_with("sses") || word.ends_with("zzes")) {
    return without(word, 2, "");
  }
  return without(word, 1, "");
}

std::string plural_of(std::string_view word) {
  for (const auto& [one, many] : kIrregular) {
    if (word == one || word == many) return many;
  }
  if (word.empty() || singular_of(word) != word) return std::string(word);
  const std::size_t size = word.size();
  if (word.ends_with('y') && size > 1 && !is_vowel(word[size - 2])) {
    return without(word, 1, "ies");
  }
  return std::string(word) + (hisses(word) ? "es" : "s");
}

}  // namespace broadsheet::searcher::query
