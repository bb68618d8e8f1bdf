// An index that is open for searching, and the way to Xapian and back: opens
// the segments of the live generation as one database, and turns Xapian's
// errors into ours.
#pragma once

#include <xapian.h>

#include <optional>
#include <string>
#include <vector>

#include "corpus/base/error.h"
#include "corpus/schema/published.h"
#include "corpus/schema/record_codec.h"
#include "corpus/schema/stored_article.h"
#include "searcher/search/posting_lists.h"
#include "searcher/search/removed_articles.h"
#include "searcher/search/stories.h"

namespace broadsheet::searcher::search {

struct OpenIndex {
  schema::Published published;         ///< Held until this is gone.
  Xapian::Database database;           ///< All its segments.
  RemovedArticles removed;             ///< Of it.
  std::vector<std::string> languages;  ///< ISO 639-1; at least one.
  /// Read with the first answer that asks: stories_of.
  mutable std::optional<Stories> stories;
  mutable std::optional<PostingLists> lists;  ///< Likewise: lists_of.
  /// Made with the first article: a count reads none, and so no dictionary.
  mutable std::optional<schema::RecordUnpacker> unpacker;
};

/// Opens the index in `directory`, and only as glass: a directory of another
/// kind can name programs to run. Throws Error (kIndex) if there is none, or it
/// is damaged or of another version, saying which and what to do.
[[nodiscard]] OpenIndex open_index(const std::string& directory);

/// The posting lists of `index`.
[[nodiscard]] const PostingLists& lists_of(const OpenIndex& index);

/// The stories of `index`. Throws Xapian::Error, or Error (kIndex) if they are
/// damaged.
[[nodiscard]] const Stories& stories_of(const OpenIndex& index);

/// Throws Xapian::Error, or Error (kIndex) if the record is damaged.
[[nodiscard]] schema::StoredArticle stored_article(OpenIndex& index,
                                                   Xapian::docid document);

/// `error`, met while reading the index in `directory`: of kind kIndex, saying
/// that the index is damaged and how to rebuild it, or kInputOutput where the
/// system refused.
[[nodiscard]] Error translated(const Xapian::Error& error,
                               const std::string& directory);

/// Runs `action`, which reads the index in `directory`, and translates what it
/// throws.
template <typename Action>
auto reading(const std::string& directory, Action action) {
  try {
    return action();
  } catch (const Xapian::Error& error) {
    throw translated(error, directory);
  }
}

}  // namespace broadsheet::searcher::search
