#include "searcher/match/evaluator.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <variant>

#include "corpus/schema/field_values.h"
#include "corpus/schema/positions.h"
#include "corpus/text/analyzer.h"
#include "searcher/match/phrase_finder.h"
#include "searcher/match/sieve.h"
#include "searcher/match/spots.h"
#include "searcher/match/truth.h"

namespace broadsheet::searcher::match {
namespace {

using query::Node;
using query::Phrase;
using schema::Field;

/// A lexicon remembers the words of this many before it starts anew: some ten
/// megabytes, and more than a page of results holds.
constexpr std::size_t kMostRememberedWords = 50'000;

/// What one language takes.
struct LanguageTools {
  LanguageTools(const std::string& language,
                std::span<const Phrase* const> phrases)
      : analyzer(language), sieve(phrases, language) {
    for (const Field field : schema::kAllFields) {
      finders.emplace_back(phrases, field, analyzer.lexicon());
    }
  }

  PhraseFinder& finder(Field field) {
    return finders[static_cast<std::size_t>(field)];
  }

  text::Analyzer analyzer;
  Sieve sieve;
  std::vector<PhraseFinder> finders;  ///< By Field.
};

}  // namespace

struct Evaluator::State {
  explicit State(const Node& node)
      : root(node), phrases(query::all_phrases(node)) {
    for (std::size_t i = 0; i < phrases.size(); ++i) numbers[phrases[i]] = i;
  }

  LanguageTools& tools_for(const std::string& language) {
    const auto found = tools.find(language);
    if (found == tools.end()) {
      return tools
          .emplace(std::piecewise_construct, std::forward_as_tuple(language),
                   std::forward_as_tuple(language, phrases))
          .first->second;
    }
    LanguageTools& known = found->second;
    if (known.analyzer.lexicon().trim(kMostRememberedWords)) {
      for (PhraseFinder& finder : known.finders) finder.forget_forms();
    }
    return known;
  }

  void find(const schema::StoredArticle& stored);
  void find_in_text(const schema::StoredArticle& stored,
                    LanguageTools& language);
  void find_in_fields(const article::Article& article, LanguageTools& language);

  const Node& root;
  std::vector<const Phrase*> phrases;
  PhraseNumbers numbers;
  std::map<std::string, LanguageTools> tools;  ///< By language.

  // Of the article that is being evaluated.
  Spots spots;
};

void Evaluator::State::find(const schema::StoredArticle& stored) {
  spots.phrases.resize(phrases.size());
  for (std::vector<Spot>& list : spots.phrases) list.clear();
  spots.in_fields.assign(phrases.size(), false);
  spots.marks.clear();
  if (phrases.empty()) return;
  LanguageTools& language = tools_for(stored.article.language);
  find_in_text(stored, language);
  find_in_fields(stored.article, language);
}

void Evaluator::State::find_in_text(const schema::StoredArticle& stored,
                                    LanguageTools& language) {
  PhraseFinder& everywhere = language.finder(Field::kText);
  PhraseFinder& in_headline = language.finder(Field::kHeadline);
  const auto matters = [&](std::string_view word) {
    return language.sieve.may_be_any(word);
  };
  const std::vector<schema::Sentence>& sentences = stored.outline.sentences;
  for (std::size_t s = 0; s < sentences.size(); ++s) {
    const bool headline = sentences[s].zone == article::Zone::kHeadline &&
                          in_headline.has_phrases();
    if (!headline && !everywhere.has_phrases()) continue;
    const Span bytes = sentences[s].bytes;
    if (!language.sieve.may_hold_any(bytes.of(stored.article.text))) continue;
    const auto tokens =
        language.analyzer.tokens(stored.article.text, bytes, matters);
    const auto add = [&](const Found& found) {
      const auto position = [&](std::size_t token) {
        return schema::position_of(sentences[s].first_slot,
                                   tokens[token].ordinal);
      };
      const std::size_t mark = spots.marks.size();
      spots.marks.push_back({s, found.bytes, found.phrase});
      spots.phrases[found.phrase].push_back(
          {position(found.first), position(found.last), mark, mark + 1});
    };
    std::ranges::for_each(everywhere.find(tokens), add);
    if (headline) std::ranges::for_each(in_headline.find(tokens), add);
  }
}

void Evaluator::State::find_in_fields(const article::Article& article,
                                      LanguageTools& language) {
  for (const Field field : schema::kAllFields) {
    PhraseFinder& finder = language.finder(field);
    if (!finder.has_phrases()) continue;
    for (const std::string_view value : schema::field_values(article, field)) {
      const auto tokens = language.analyzer.tokens(value, {0, value.size()});
      for (const Found& found : finder.find(tokens)) {
        spots.in_fields[found.phrase] = true;
      }
    }
  }
}

Evaluator::Evaluator(const Node& root)
    : state_(std::make_unique<State>(root)) {}
Evaluator::~Evaluator() = default;
Evaluator::Evaluator(Evaluator&&) noexcept = default;
Evaluator& Evaluator::operator=(Evaluator&&) noexcept = default;

Match Evaluator::evaluate(const schema::StoredArticle& stored) {
  state_->find(stored);
  Truth truth(stored, state_->spots, state_->numbers);
  const Scope all;
  Match match{.is_true = truth.holds(state_->root, all)};
  if (!match.is_true) return match;
  truth.mark(state_->root, all);
  const std::vector<Occurrence>& marks = state_->spots.marks;
  for (std::size_t i = 0; i < marks.size(); ++i) {
    if (truth.marked()[i]) match.occurrences.push_back(marks[i]);
  }
  std::ranges::sort(
      match.occurrences, [](const Occurrence& a, const Occurrence& b) {
        return std::tie(a.sentence, a.bytes.begin, a.phrase, a.bytes.end) <
               std::tie(b.sentence, b.bytes.begin, b.phrase, b.bytes.end);
      });
  return match;
}

}  // namespace broadsheet::searcher::match
