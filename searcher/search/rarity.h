// How much each phrase of a query tells: rare ones more than common ones. What
// decides which of an article's matching sentences are shown.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <optional>
#include <vector>

#include "searcher/query/tree.h"

namespace broadsheet::searcher::search {

/// Asks the index only for the phrases it is asked about, once each.
class Rarity {
 public:
  /// `root` must outlive this.
  Rarity(const query::Node& root, Xapian::Database database);

  /// The inverse document frequency of phrase `phrase`, by its rarest place;
  /// above 0. Throws Xapian::Error.
  [[nodiscard]] double of(std::size_t phrase);

 private:
  Xapian::Database database_;
  std::vector<const query::Phrase*> phrases_;
  std::vector<std::optional<double>> known_;
};

}  // namespace broadsheet::searcher::search
