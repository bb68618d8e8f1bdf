// Taking articles out of a segment that is not published: the copies that an
// update makes, and chunks in which an article came twice.
#pragma once

#include <cstdint>
#include <span>
#include <string>

namespace broadsheet::indexer::segment {

/// Deletes the articles `docids` of the private segment at `path`; the others
/// keep their docids. The files are not synced. Throws Error.
void remove_articles(const std::string& path,
                     std::span<const std::uint32_t> docids);

/// Copies the files of the segment at `from` into the new directory `to`,
/// where they may be changed. Throws Error.
void copy_segment(const std::string& from, const std::string& to);

}  // namespace broadsheet::indexer::segment
