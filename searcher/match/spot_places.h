// Where the spots of a query stand in the article around them: in which
// sentence, in which paragraph, in which part of it that a connector asks of.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "corpus/schema/positions.h"
#include "corpus/schema/stored_article.h"
#include "searcher/match/spots.h"
#include "searcher/query/tree.h"

namespace broadsheet::searcher::match {

/// The positions of the slot numbered `slot`.
[[nodiscard]] constexpr Scope slot_scope(std::uint32_t slot) {
  return {slot * schema::kStride, (slot + 1) * schema::kStride};
}

/// Of one article. It looks up and never decides what is true.
class SpotPlaces {
 public:
  /// All must outlive it. `spots` are of `stored` and of a tree with `numbers`.
  SpotPlaces(const schema::StoredArticle& stored, const Spots& spots,
             const PhraseNumbers& numbers);

  /// The spots of `phrase` that begin within `scope`, in order.
  [[nodiscard]] std::span<const Spot> spots_in(const query::Phrase& phrase,
                                               Scope scope) const;

  /// Whether `phrase` occurs in a metadata field.
  [[nodiscard]] bool is_in_field(const query::Phrase& phrase) const;

  /// The slots that may hold what makes `node` true of `scope`, ascending: for
  /// a phrase or an OR those of all spots, for what needs all its children
  /// those of the first that is no exclusion.
  [[nodiscard]] std::vector<std::uint32_t> slots(const query::Node& node,
                                                 Scope scope) const;

  /// The sentence that `slot`, which holds a spot, is of.
  [[nodiscard]] const schema::Sentence& sentence_at(std::uint32_t slot) const;

  /// The positions of the paragraph that `slot`, which holds a spot, is of.
  [[nodiscard]] Scope paragraph_around(std::uint32_t slot) const;

 private:
  using Sentence = std::vector<schema::Sentence>::const_iterator;
  [[nodiscard]] Sentence find_sentence(std::uint32_t slot) const;

  const schema::StoredArticle& stored_;
  const Spots& spots_;
  const PhraseNumbers& numbers_;
};

}  // namespace broadsheet::searcher::match
