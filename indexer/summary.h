// What a run tells at its end: the problems first, then the accounts.
#pragma once

#include <string>

#include "indexer/options.h"
#include "indexer/outcome.h"

namespace broadsheet::indexer {

/// The lines for standard error, escaped for a terminal: the first skipped,
/// duplicate and mended articles, the accounts, and what became of the index.
[[nodiscard]] std::string summary(const Outcome& outcome,
                                  const Options& options);

/// The same of a run that only merged.
[[nodiscard]] std::string merge_summary(const Outcome& outcome,
                                        const Options& options);

/// The lines about single articles alone, at most kShownFindings of them.
[[nodiscard]] std::string findings(const Report& report);

/// Why the run did not do what was asked, or "" if it did: nothing found,
/// nothing that could be read, or something skipped under --strict; without an
/// index, also that none was made. The exit code is then that of
/// ErrorKind::kInputOutput.
[[nodiscard]] std::string failure(const Outcome& outcome,
                                  const Options& options);
[[nodiscard]] std::string failure(const Tally& tally, const Options& options);

}  // namespace broadsheet::indexer
