// Taking articles out of a segment that is not published: a chunk whose
// articles came again later.
#pragma once

#include <cstdint>
#include <span>
#include <string>

namespace broadsheet::indexer::segment {

/// Deletes the articles `docids` of the private segment at `path`; the others
/// keep their docids. The files are not synced. Throws Error.
void remove_articles(const std::string& path,
                     std::span<const std::uint32_t> docids);

}  // namespace broadsheet::indexer::segment
