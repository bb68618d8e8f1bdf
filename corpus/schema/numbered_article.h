// One article, analysed, with its terms as numbers: how the indexer takes it.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "corpus/schema/identity.h"
#include "corpus/schema/outline.h"
#include "corpus/schema/term_table.h"
#include "corpus/schema/wording.h"

namespace broadsheet::schema {

/// What an index holds of an article besides its postings.
struct ArticleFacts {
  Outline outline;
  std::string language;  ///< The one it was analysed in.
  std::vector<std::pair<unsigned, std::string>>
      values;          ///< Slot and value, slots ascending.
  std::string record;  ///< encode_stored of it, not packed.
  Identity identity;
  /// (stem, exact form) pairs of this article that no earlier one of this
  /// analyzer had, as far as it remembers: the forms a stem stands for in the
  /// index.
  std::vector<std::pair<std::string, std::string>> new_variants;
  Wording wording;  ///< Not settled.
};

/// One term of one article, by its number.
struct NumberedPosting {
  TermId term = 0;
  std::uint32_t wdf = 0;
  std::span<const std::uint32_t> positions;  ///< Ascending; none for stems.
};

struct NumberedArticle : ArticleFacts {
  std::vector<NumberedPosting> postings;  ///< Each term once, in no order.
  std::vector<std::uint32_t> positions;   ///< What the postings point into.
};

}  // namespace broadsheet::schema
