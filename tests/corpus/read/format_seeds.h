// A small file of each format, whole and sound: what tests change, to see what
// readers make of it.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "corpus/read/reader.h"

namespace broadsheet::tests {

struct FormatSeed {
  read::Format format;
  std::string bytes;
  std::size_t records;  ///< Articles in it.
};

/// Several articles in each of the formats whose records stand alone, so that a
/// change costs no other than its own; and a plain text.
[[nodiscard]] std::vector<FormatSeed> seeds();

/// One article in each of the formats that mend what is broken, so that a
/// change may cost more than its record.
[[nodiscard]] std::vector<FormatSeed> mending_seeds();

}  // namespace broadsheet::tests
