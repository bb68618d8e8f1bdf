#include "searcher/match/evaluator.h"

#include <algorithm>
#include <tuple>
#include <variant>

#include "searcher/match/article_filters.h"
#include "searcher/match/spot_finder.h"
#include "searcher/match/spots.h"
#include "searcher/match/truth.h"

namespace broadsheet::searcher::match {

using query::Node;

struct Evaluator::State {
  explicit State(const Node& node)
      : root(node), finder(query::all_phrases(node)) {
    for (const query::Phrase* phrase : query::all_phrases(node)) {
      numbers.emplace(phrase, numbers.size());
    }
  }

  /// False if a filter that must be true is not: no word need be looked at.
  [[nodiscard]] bool may_be_true(const schema::StoredArticle& stored) const;

  const Node& root;
  SpotFinder finder;
  PhraseNumbers numbers;
};

bool Evaluator::State::may_be_true(const schema::StoredArticle& stored) const {
  if (!is_article(root, stored)) return false;
  const auto* all = std::get_if<query::And>(&root.value);
  return all == nullptr ||
         std::ranges::all_of(all->children, [&](const Node& child) {
           return is_article(child, stored);
         });
}

Evaluator::Evaluator(const Node& root)
    : state_(std::make_unique<State>(root)) {}
Evaluator::~Evaluator() = default;
Evaluator::Evaluator(Evaluator&&) noexcept = default;
Evaluator& Evaluator::operator=(Evaluator&&) noexcept = default;

Match Evaluator::evaluate(const schema::StoredArticle& stored) {
  if (!state_->may_be_true(stored)) return {};
  const Spots& spots = state_->finder.find(stored);
  Truth truth(stored, spots, state_->numbers);
  const Scope all;
  Match match{.is_true = truth.holds(state_->root, all)};
  if (!match.is_true) return match;
  truth.mark(state_->root, all);
  for (std::size_t i = 0; i < spots.marks.size(); ++i) {
    if (truth.marked()[i]) match.occurrences.push_back(spots.marks[i]);
  }
  std::ranges::sort(
      match.occurrences, [](const Occurrence& a, const Occurrence& b) {
        return std::tie(a.sentence, a.bytes.begin, a.phrase, a.bytes.end) <
               std::tie(b.sentence, b.bytes.begin, b.phrase, b.bytes.end);
      });
  // Runs of a phrase with slop may share words.
  match.occurrences.erase(
      std::unique(match.occurrences.begin(), match.occurrences.end()),
      match.occurrences.end());
  return match;
}

}  // namespace broadsheet::searcher::match
