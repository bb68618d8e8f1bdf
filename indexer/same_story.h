// Whether two articles tell the same story in much the same words: agency copy
// reprinted, a second version, a correction. docs/decisions.md tells how the
// bounds were measured.
#pragma once

#include <cstdint>
#include <optional>

#include "corpus/schema/wording.h"

namespace broadsheet::indexer {

/// An article as far as its story goes. `wording` is settled and lives as long
/// as this is used.
struct Telling {
  const schema::Wording& wording;
  std::optional<std::int64_t> published;  ///< Seconds since 1970 UTC.
};

/// The share of word triples common to both, of all that they have: 0 to 1.
[[nodiscard]] double overlap(const schema::Wording& first,
                             const schema::Wording& second);

/// With less in common, two articles are two texts on the same event.
inline constexpr double kLeastOverlap = 0.15;

/// Articles that were published further apart do not tell one story, however
/// alike: so are the reports of two weeks.
inline constexpr std::int64_t kStorySeconds = 3 * 86400;

/// Of articles that are not published further apart.
[[nodiscard]] bool tell_one_story(const Telling& first, const Telling& second);

}  // namespace broadsheet::indexer
