// Articles named by where they are, as a query: what the index says of its
// articles in files of its own, not in terms, can be asked for like a word.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "corpus/base/checksum.h"

namespace broadsheet::searcher::query {

/// The docids of articles, ascending, in each segment by the UUID of its
/// database: all that Xapian tells of the segment that it asks about.
using DocidsBySegment = std::map<std::string, std::vector<std::uint32_t>>;

/// Finds these articles; they have no weight. `name` is what --explain calls
/// them.
[[nodiscard]] Xapian::Query articles_in(
    std::shared_ptr<const DocidsBySegment> articles, std::string name);

/// The UUIDs of the segments of `database`, in their order.
[[nodiscard]] std::vector<std::string> segments_of(
    const Xapian::Database& database);

/// Finds `documents`, docids of a database of `segments`, in any order.
[[nodiscard]] Xapian::Query articles_in(
    const std::vector<std::string>& segments,
    std::span<const Xapian::docid> documents, std::string name);

/// Articles of an index, by where and who they are.
struct ArticleSet {
  DocidsBySegment docids;
  std::vector<Hash128> identities;  ///< Identity::id, ascending.
};

}  // namespace broadsheet::searcher::query
