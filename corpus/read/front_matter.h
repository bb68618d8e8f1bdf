// The YAML at the head of a Markdown file: what its writer says of the article.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "corpus/base/span.h"
#include "corpus/read/field_map.h"
#include "corpus/read/field_offers.h"

namespace broadsheet::read {

/// The part of `text` between a first line "---" and the next line "---" or
/// "..."; nothing if it does not begin so. `Span::end` is before that line.
[[nodiscard]] std::optional<Span> front_matter(std::string_view text);

/// Where what stands behind the front matter begins.
[[nodiscard]] std::size_t behind_front_matter(std::string_view text, Span yaml);

/// Offers the fields that `yaml` names by `fields`: scalars, lists of them, and
/// of a mapping below a key its "name" or "title". Aliases are not followed.
/// Returns what is wrong with it, or "".
std::string offer_front_matter(std::string_view yaml, const FieldMap& fields,
                               FieldOffers& offers);

}  // namespace broadsheet::read
