// Anchors: the words by which Xapian can look for what a connector joins. Its
// positions are of words, so it can say that two words are near each other, but
// not that two phrases or groups are. For those, a word of each is looked for,
// as far apart as the words of both may be; the evaluator does the rest.
//
//   "land trust" w/5 ohio      land within 6 words of ohio
//   (oil OR "crude oil") w/s   oil or crude
#pragma once

#include <xapian.h>

#include <optional>
#include <vector>

#include "searcher/query/forms.h"
#include "searcher/query/tree.h"

namespace broadsheet::searcher::query {

/// A word that is in every occurrence of an operand.
struct Anchor {
  Place place;         ///< Terms of the text; both lists may have some.
  unsigned slack = 0;  ///< Words between it and the farther end of it, at most.
  bool is_all = true;  ///< There is no more to the operand.
};

/// The anchor of `node`, which has places (proximity.h).
[[nodiscard]] Anchor anchor_of(const Node& node);

/// Words that are all in a sentence or paragraph that `node` is true of; none
/// if nothing is known.
[[nodiscard]] std::vector<Anchor> anchors_in(const Node& node);

/// Each word of `phrase`, which is of the text or the headline.
[[nodiscard]] std::vector<Anchor> anchors_of_words(const Phrase& phrase);

/// What positions say of some anchors.
struct Nearness {
  /// Nothing if positions cannot say it.
  std::optional<Xapian::Query> query;
  /// True of just the articles in which the anchors are near each other; of
  /// others too if not.
  bool exact = false;
};

/// That `anchors` stand within `window` positions, at most 256; in their order
/// if `ordered`. Different anchors are different words.
[[nodiscard]] Nearness nearness(const std::vector<Anchor>& anchors,
                                bool ordered, unsigned window,
                                FormLookup& lookup);

}  // namespace broadsheet::searcher::query
