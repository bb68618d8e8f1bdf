#include "indexer/summary.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>

#include "corpus/base/visible.h"
#include "corpus/schema/index_names.h"
#include "indexer/figures.h"
#include "indexer/publish.h"

namespace broadsheet::indexer {
namespace {

constexpr Finding::Kind kKinds[] = {Finding::Kind::kSkipped,
                                    Finding::Kind::kDuplicate,
                                    Finding::Kind::kWarning};

std::string accounts(const Outcome& outcome) {
  const Tally& tally = outcome.tally;
  std::string line = fmt::format(
      "indexed {} + updated {} + unchanged {} + duplicate {} + skipped {} = "
      "seen {}",
      tally.indexed, tally.updated, tally.unchanged, tally.duplicate,
      tally.skipped, tally.seen);
  if (tally.warnings > 0) {
    line += fmt::format("; {} {}", tally.warnings,
                        tally.warnings == 1 ? "warning" : "warnings");
  }
  if (outcome.removed > 0) {
    line += fmt::format("; removed {}", outcome.removed);
  }
  return line + "\n";
}

std::string speed(const Outcome& outcome) {
  const double seconds = std::max(outcome.seconds.total(), 0.001);
  return fmt::format("read {} MB in {:.2f} s ({} MB/s)",
                     megabytes(outcome.tally.bytes), seconds,
                     megabytes(static_cast<std::uint64_t>(
                         static_cast<double>(outcome.tally.bytes) / seconds)));
}

std::string state_of_index(const Outcome& outcome, const Options& options) {
  const std::string directory = visible(options.index_directory);
  if (options.dry_run) return "dry run: nothing was written to " + directory;
  if (!outcome.live) return "no index was made at " + directory;
  const schema::Manifest& live = *outcome.live;
  const std::string holds =
      fmt::format("{} MB, {} articles, {}: {}", megabytes(bytes_of(live)),
                  grouped(live.articles),
                  schema::generation_name(live.generation), directory);
  return (outcome.published ? "index of " : "nothing changed; index of ") +
         holds;
}

}  // namespace

std::string findings(const Report& report) {
  std::string lines;
  std::size_t shown = 0;
  std::uint64_t all = 0;
  for (const Finding::Kind kind : kKinds) {
    all += report.count(kind);
    for (const Finding& finding : report.first(kind)) {
      if (shown == kShownFindings) break;
      ++shown;
      lines += fmt::format("{}: {}: {}\n", to_string(kind),
                           visible(to_string(finding.origin)),
                           visible(finding.reason));
    }
  }
  if (all > shown) {
    lines += fmt::format("and {} more; --report FILE lists all of them\n",
                         grouped(all - shown));
  }
  return lines;
}

std::string summary(const Outcome& outcome, const Options& options) {
  return findings(outcome.report) + accounts(outcome) + speed(outcome) + "; " +
         state_of_index(outcome, options) + "\n";
}

std::string merge_summary(const Outcome& outcome, const Options& options) {
  return outcome.published
             ? fmt::format("merged in {:.2f} s; {}\n", outcome.seconds.total(),
                           state_of_index(outcome, options))
             : state_of_index(outcome, options) +
                   "; it is one segment already\n";
}

std::string failure(const Tally& tally, const Options& options) {
  if (tally.seen == 0) return "no article was found";
  if (tally.skipped == tally.seen && tally.bytes == 0) {
    return "nothing could be read";
  }
  if (options.strict && tally.skipped > 0) {
    return grouped(tally.skipped) + " skipped, and --strict was given";
  }
  return {};
}

std::string failure(const Outcome& outcome, const Options& options) {
  const Tally& tally = outcome.tally;
  if (tally.seen > 0 && tally.skipped == tally.seen && !outcome.live &&
      !options.dry_run) {
    return "no article could be taken, so no index was made";
  }
  return failure(tally, options);
}

}  // namespace broadsheet::indexer
