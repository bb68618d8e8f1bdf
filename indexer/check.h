// broadsheet-index --check: is what was published still there, whole, and does
// it hold together?
#pragma once

#include <string>
#include <vector>

#include "corpus/schema/manifest.h"
#include "indexer/options.h"

namespace broadsheet::indexer {

/// What a check found.
struct Soundness {
  schema::Manifest manifest;        ///< Of the generation that was checked.
  std::vector<std::string> faults;  ///< A sentence each; none: it is sound.
};

/// Checks the live generation of the index of `options`: versions, presence and
/// sizes; with `options.full` also every file's hash, every table by itself and
/// all of them with each other, and that each stored article can be read.
/// Throws Error (kIndex) if the index can't even be opened.
[[nodiscard]] Soundness check_index(const Options& options);

/// The lines for people, escaped for a terminal.
[[nodiscard]] std::string report_of(const Soundness& soundness,
                                    const Options& options);

}  // namespace broadsheet::indexer
