// CURRENT, the one file of an index that is ever replaced: a line that says
// which generation is live.
#pragma once

#include <string>
#include <string_view>

#include "corpus/base/checksum.h"

namespace broadsheet::schema {

/// What CURRENT says: which generation is live, and the hash of its manifest.
struct Current {
  std::string generation;  ///< "generation-000007".
  Hash128 hash;

  friend bool operator==(const Current&, const Current&) = default;
};

/// The line that CURRENT holds.
[[nodiscard]] std::string to_text(const Current& current);

/// The inverse. Throws Error (kIndex) naming `path` if it is not such a line.
[[nodiscard]] Current parse_current(std::string_view text,
                                    const std::string& path);

}  // namespace broadsheet::schema
