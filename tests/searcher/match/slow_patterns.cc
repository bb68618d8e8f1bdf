#include "tests/searcher/match/slow_patterns.h"

namespace broadsheet::searcher::match {
namespace {

/// Whether the letters of `form` are those of `pattern`, * being any and ? one.
bool is_like(std::string_view pattern, std::string_view form) {
  if (pattern.empty()) return form.empty();
  if (pattern[0] == '*') {
    for (std::size_t i = 0; i <= form.size(); ++i) {
      if (is_like(pattern.substr(1), form.substr(i))) return true;
    }
    return false;
  }
  if (form.empty()) return false;
  if (pattern[0] == '?') {
    std::size_t letter = 1;
    while (letter < form.size() &&
           (static_cast<unsigned char>(form[letter]) & 0xC0U) == 0x80) {
      ++letter;
    }
    return is_like(pattern.substr(1), form.substr(letter));
  }
  return pattern[0] == form[0] && is_like(pattern.substr(1), form.substr(1));
}

/// Whether `form` can be made of `word` by `wrong` changes (ASCII).
bool is_nearly(std::string_view word, std::string_view form, unsigned wrong) {
  if (word == form) return true;
  if (wrong == 0) return false;
  if (!word.empty() && is_nearly(word.substr(1), form, wrong - 1)) return true;
  if (!form.empty() && is_nearly(word, form.substr(1), wrong - 1)) return true;
  if (word.empty() || form.empty()) return false;
  if (is_nearly(word.substr(1), form.substr(1), wrong - 1)) return true;
  if (word.size() > 1 && form.size() > 1 && word[0] == form[1] &&
      word[1] == form[0] &&
      is_nearly(word.substr(2), form.substr(2), wrong - 1)) {
    return true;
  }
  return word[0] == form[0] && is_nearly(word.substr(1), form.substr(1), wrong);
}

}  // namespace

bool stands_for(const query::Place& place, std::string_view form) {
  const auto is_it = [&](std::string_view one) {
    return place.wrong_letters == 0
               ? is_like(place.pattern, one)
               : is_nearly(place.pattern, one, place.wrong_letters);
  };
  if (is_it(form)) return true;
  return place.with_possessives && form.size() > 2 &&
         form.substr(form.size() - 2) == "'s" &&
         is_it(form.substr(0, form.size() - 2));
}

}  // namespace broadsheet::searcher::match
