// The stored article: what the index keeps of an article to show, mark and
// verify it. A compact record of our own in Xapian's document data, specified
// byte by byte in docs/index-format.md.
#pragma once

#include <string>
#include <string_view>

#include "corpus/article/article.h"
#include "corpus/schema/outline.h"

namespace broadsheet::schema {

struct StoredArticle {
  article::Article article;  ///< `paragraphs` is rebuilt from the outline.
  Outline outline;
};

/// The record for `article`, whose sentences are `outline`.
[[nodiscard]] std::string encode_stored(const article::Article& article,
                                        const Outline& outline);

/// The inverse. Throws Error (kIndex) if `record` is damaged; whatever it
/// holds, nothing outside it is read.
[[nodiscard]] StoredArticle decode_stored(std::string_view record);

}  // namespace broadsheet::schema
