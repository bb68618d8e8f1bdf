// Who said what stands in a quotation: the words beside it that name somebody,
// joined to it by a verb of speech.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "corpus/base/span.h"
#include "searcher/match/quotation_marks.h"

namespace broadsheet::searcher::match {

struct Attribution {
  Span subject;             ///< Bytes of the text: "Mara Olsen", "she".
  bool is_pronoun = false;  ///< he or she: who spoke before.
};

/// Who said piece `index` of `pieces`, those of `paragraph`, by the words
/// behind it or before it; nothing if they do not tell.
[[nodiscard]] std::optional<Attribution> attribution_of(
    std::string_view text, Span paragraph,
    const std::vector<QuotedPiece>& pieces, std::size_t index);

}  // namespace broadsheet::searcher::match
