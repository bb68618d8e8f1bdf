// Which sentences of an article answer the query best.
//
// A sentence is worth the sum of its distinct phrases, each by its rarity, so
// that one which holds a rare word and a common one beats three of the common
// one. Sentences are taken one by one; a phrase that a taken sentence holds is
// worth half as much in the next, so that a page shows all words of a query
// before it repeats one. Equal ones: the earlier. So `--sentences 2` shows what
// `--sentences 1` shows, and one more.
#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include "corpus/schema/outline.h"
#include "searcher/match/evaluator.h"
#include "searcher/search/page.h"

namespace broadsheet::searcher::search {

/// The worth of a phrase, by its number in match::Occurrence; above 0.
using PhraseWorth = std::function<double(std::size_t)>;

struct ChosenSentences {
  std::vector<Span> headline_marks;
  std::vector<ShownSentence> sentences;
  std::size_t matching = 0;
};

/// Chooses at most `most` matching sentences (0: all) beside the headline, with
/// up to `context` sentences before and after each, and merges overlapping
/// marks. If no sentence matches, the first one that is neither headline nor
/// caption is given as context, if there is one.
///
/// Neighbours come from the same part of the article: the running text of lead
/// and body, which a caption may interrupt, one caption, or the trailer.
[[nodiscard]] ChosenSentences choose_sentences(const schema::Outline& outline,
                                               const match::Match& match,
                                               std::size_t most,
                                               std::size_t context,
                                               const PhraseWorth& worth);

}  // namespace broadsheet::searcher::search
