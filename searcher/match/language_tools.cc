#include "searcher/match/language_tools.h"

#include <tuple>
#include <utility>

namespace broadsheet::searcher::match {
namespace {

/// A lexicon remembers the words of this many before it starts anew: some ten
/// megabytes, and more than a page of results holds.
constexpr std::size_t kMostRememberedWords = 50'000;

}  // namespace

LanguageTools::LanguageTools(const std::string& language,
                             std::span<const query::Phrase* const> phrases)
    : analyzer(language), sieve(phrases, language) {
  for (const schema::Field field : schema::kAllFields) {
    finders.emplace_back(phrases, field, analyzer.lexicon());
  }
}

LanguageTools& ToolsByLanguage::of(const std::string& language) {
  const auto found = tools_.find(language);
  if (found == tools_.end()) {
    return tools_
        .emplace(std::piecewise_construct, std::forward_as_tuple(language),
                 std::forward_as_tuple(language, phrases_))
        .first->second;
  }
  LanguageTools& known = found->second;
  if (known.analyzer.lexicon().trim(kMostRememberedWords)) {
    for (PhraseFinder& finder : known.finders) finder.forget_forms();
  }
  return known;
}

}  // namespace broadsheet::searcher::match
