// Finds where the phrases of a query stand in an article: in its sentences, in
// what it quotes and in its metadata. The words are analysed as they were for
// the index; a sentence that cannot hold a phrase is not analysed at all.
#pragma once

#include <memory>
#include <vector>

#include "corpus/schema/stored_article.h"
#include "searcher/match/spots.h"
#include "searcher/query/tree.h"

namespace broadsheet::searcher::match {

/// Looks for the same phrases in many articles. Keeps lexicons: one per thread.
class SpotFinder {
 public:
  /// `phrases`, which must outlive it, are numbered as they come, from 0.
  explicit SpotFinder(std::vector<const query::Phrase*> phrases);
  ~SpotFinder();
  SpotFinder(SpotFinder&&) noexcept;
  SpotFinder& operator=(SpotFinder&&) noexcept;

  /// The spots of all phrases in `stored`, which is analysed in the language it
  /// was indexed in. Valid until the next call.
  [[nodiscard]] const Spots& find(const schema::StoredArticle& stored);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace broadsheet::searcher::match
