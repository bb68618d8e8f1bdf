// Of a surname alone, whom it stands for: the one whom the article has named in
// full before.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "corpus/base/span.h"

namespace broadsheet::searcher::match {

/// Where `text` before `subject`, a surname alone or with a title, gives that
/// surname with first names; nothing if it does not. `passages` are the ranges
/// of `text` that a name does not cross, in order: headline and paragraphs.
[[nodiscard]] std::optional<Span> fuller_name(std::string_view text,
                                              std::span<const Span> passages,
                                              Span subject);

}  // namespace broadsheet::searcher::match
