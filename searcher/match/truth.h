// Whether a query is true of an article, or of a part of it, given where its
// phrases stand; and which of them make it so.
//
// A part is a range of positions. Connectors narrow it: "w/s" asks its sides of
// one sentence at a time, "pre/s" of what lies before and behind a cut. A side
// of pre/s that is true of some part is true of every longer one, as no side
// may exclude anything: so the cuts to try are only the first one that makes
// the left side true, and the last one that makes the right side true.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "corpus/schema/stored_article.h"
#include "searcher/match/span_table.h"
#include "searcher/match/spot_places.h"
#include "searcher/match/spots.h"
#include "searcher/query/tree.h"

namespace broadsheet::searcher::match {

class Truth {
 public:
  /// All must outlive it. `spots` are of `stored` and of a tree with `numbers`.
  Truth(const schema::StoredArticle& stored, const Spots& spots,
        const PhraseNumbers& numbers);

  /// Whether `node` is true of the part `scope` of the article.
  [[nodiscard]] bool holds(const query::Node& node, Scope scope) const;

  /// Marks what makes `node` true of `scope`; it must hold there.
  void mark(const query::Node& node, Scope scope);

  /// Of Spots::marks, what has been marked.
  [[nodiscard]] const std::vector<bool>& marked() const { return marked_; }

 private:
  using Scopes = std::vector<Scope>;

  [[nodiscard]] bool has_spot(const query::Phrase& phrase, Scope scope) const;
  [[nodiscard]] bool has_enough(const query::AtLeast& enough,
                                Scope scope) const;
  [[nodiscard]] bool is_counted(std::uint32_t slot) const;
  [[nodiscard]] bool has_spans(const query::Node& node, Scope scope) const;
  [[nodiscard]] bool is_true_of_unit(const query::Together& together,
                                     Scope unit) const;
  /// The same as if it were not absent.
  [[nodiscard]] bool are_joined(const query::Together& together,
                                Scope unit) const;

  void mark_spots(const query::Phrase& phrase, Scope scope);
  void mark_spot(const Spot& spot);
  void mark_unit(const query::Together& together, Scope unit);
  void mark_spans(const query::Node& node, std::uint32_t slot, Scope scope,
                  const SpanTable& wanted);

  /// The occurrences of `node`, which has places, in `slot` within `scope`.
  [[nodiscard]] SpanTable spans(const query::Node& node, std::uint32_t slot,
                                Scope scope) const;

  /// For each child of an ordered `together` the longest part of `unit` that it
  /// may be true of, so that all are true in their order; none if they are not.
  [[nodiscard]] Scopes parts_in_order(const query::Together& together,
                                      Scope unit) const;
  /// The first end at which `node` is true of `scope` up to there, the last
  /// begin from which it is true; nothing if it is not true of all of it.
  [[nodiscard]] std::optional<std::uint32_t> earliest_end(
      const query::Node& node, Scope scope) const;
  [[nodiscard]] std::optional<std::uint32_t> latest_begin(
      const query::Node& node, Scope scope) const;

  /// The sentences or paragraphs that spots of `node` stand in, each cut to
  /// `scope`.
  [[nodiscard]] Scopes units(const query::Together& together,
                             Scope scope) const;

  const schema::StoredArticle& stored_;
  SpotPlaces places_;
  std::vector<bool> marked_;
};

}  // namespace broadsheet::searcher::match
