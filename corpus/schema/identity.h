// Whether two articles are the same one, and say the same: two hashes, so that
// a run knows without analysing it which article is new, changed or unchanged.
#pragma once

#include <string_view>

#include "corpus/article/article.h"
#include "corpus/base/checksum.h"

namespace broadsheet::schema {

/// Hashes of an article.
struct Identity {
  Hash128 id;  ///< Which article it is: its id, or path and record.
  /// What it says; equal hashes need no new indexing. Only compared between
  /// versions of one article, so 64 bits are enough: `low` is 0.
  Hash128 content;
};

/// Who the article with an id of its own, not empty, is: Identity::id.
[[nodiscard]] Hash128 identity_of_id(std::string_view id);

/// Who the article is and what it says, without analysing it: enough to know
/// whether it is indexed already. Part of the content is the analysis version.
[[nodiscard]] Identity identity_of(const article::Article& article);

}  // namespace broadsheet::schema
