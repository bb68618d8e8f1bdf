// What an index holds, asked through Xapian's own API and written so that two
// indexes can be compared, however their articles are spread over segments.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "indexer/options.h"
#include "indexer/run.h"

namespace broadsheet::indexer {

/// By the identity of each article: its terms with wdf and positions, its
/// values, its length and its stored record, in text. Checks on the way that
/// the index opens, that every segment is clean for xapian-check, and that the
/// manifest counts right.
[[nodiscard]] std::map<std::string, std::string> contents_of(
    const std::string& index_directory);

/// The exact forms that each stem stands for, over all segments.
[[nodiscard]] std::map<std::string, std::string> variants_of(
    const std::string& index_directory);

/// The names in a directory, sorted.
[[nodiscard]] std::vector<std::string> names_in(const std::string& directory);

/// A run into `index_directory` over `paths`.
[[nodiscard]] Options run_options(const std::string& index_directory,
                                  std::vector<std::string> paths);
[[nodiscard]] Outcome run(const Options& options);

/// The accounts of a run: "indexed 1 updated 0 unchanged 0 duplicate 0 skipped
/// 0 seen 1".
[[nodiscard]] std::string accounts(const Outcome& outcome);

/// One line of JSON Lines: an article with an id, a headline and a body.
[[nodiscard]] std::string line(const std::string& id, const std::string& title,
                               const std::string& body);

/// Such a line, and the same article as its paper corrected it.
[[nodiscard]] std::string flood();
[[nodiscard]] std::string corrected_flood();

}  // namespace broadsheet::indexer
