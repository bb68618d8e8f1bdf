// Value slots: what a search filters, sorts or counts by without reading the
// article. docs/index-format.md is the specification.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "corpus/schema/identity.h"

namespace broadsheet::schema {

enum Slot : unsigned {
  kPublishedSlot = 0,  ///< Xapian::sortable_serialise(seconds since 1970 UTC);
                       ///< absent for undated articles.
  kWordCountSlot = 1,  ///< Xapian::sortable_serialise(Outline::words).
  kIdentitySlot = 2,   ///< 16 bytes identity hash, 8 bytes content hash.
  kSketchSlot = 3,     ///< sketch_value of its wording (story_sketch.h); absent
                       ///< for articles of fewer than three words.
};

/// The values of the slots.
[[nodiscard]] std::string published_value(std::int64_t seconds);
[[nodiscard]] std::string word_count_value(std::uint32_t words);
[[nodiscard]] std::string identity_value(const Identity& identity);

/// What identity_value made; nothing if `value` is none.
[[nodiscard]] std::optional<Identity> parse_identity(std::string_view value);

}  // namespace broadsheet::schema
