// Clearing an index directory: what a crashed run left behind, and generations
// that were replaced and that no reader holds any more.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "corpus/schema/published.h"

namespace broadsheet::indexer {

/// Removes from `directory`, whose WriterLock the caller holds: private
/// directories, every generation but the live one that no reader holds, and
/// every segment that no generation left names. Files of other names are not
/// touched. What can't be removed stays for the next time. Throws Error if the
/// directory can't be listed.
void clear_leftovers(const std::string& directory);

/// The same once a generation is published: lets go of the one before it,
/// `replaced`, so that it can go as well. The new one is live whatever fails
/// from then on: the next run clears first, and says so if it can't.
void clear_replaced(const std::string& directory,
                    std::optional<schema::Published> replaced);

/// The next free number of a generation and of a segment in `directory`: higher
/// than any there, so that no name is used twice while a reader may hold it.
struct FreeNumbers {
  std::uint64_t generation = 1;
  std::uint64_t segment = 1;
};
[[nodiscard]] FreeNumbers free_numbers(const std::string& directory);

}  // namespace broadsheet::indexer
