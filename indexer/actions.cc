#include "indexer/actions.h"

#include <cstdio>
#include <optional>

#include "corpus/base/error.h"
#include "indexer/check.h"
#include "indexer/merge_index.h"
#include "indexer/run.h"
#include "indexer/show.h"
#include "indexer/stats.h"
#include "indexer/summary.h"
#include "indexer/terminal.h"

namespace broadsheet::indexer {
namespace {

int index(const Options& options) {
  Progress progress;
  std::optional<ProgressDisplay> display;
  if (!options.quiet && is_terminal(stderr)) display.emplace(stderr, progress);
  const Outcome outcome = index_articles(options, progress);
  display.reset();
  if (!options.quiet) print_note(summary(outcome, options));
  return report_failure(failure(outcome, options));
}

int show(const Options& options) {
  Report report(options.report_path);
  const Tally tally = show_articles(options, report, print_result);
  report.finish();
  if (!options.quiet) print_note(findings(report));
  return report_failure(failure(tally, options));
}

int merge(const Options& options) {
  const Outcome outcome = merge_index(options);
  if (!options.quiet) print_note(merge_summary(outcome, options));
  return 0;
}

int check(const Options& options) {
  const Soundness soundness = check_index(options);
  if (!options.quiet) print_result(report_of(soundness, options));
  return soundness.faults.empty() ? 0 : static_cast<int>(ErrorKind::kIndex);
}

int stats(const Options& options) {
  print_result(statistics_of(options));
  return 0;
}

}  // namespace

int run(const Options& options) {
  switch (options.action) {
    case Options::Action::kIndex:
      return index(options);
    case Options::Action::kShow:
      return show(options);
    case Options::Action::kMerge:
      return merge(options);
    case Options::Action::kCheck:
      return check(options);
    case Options::Action::kStats:
      return stats(options);
  }
  return 0;
}

}  // namespace broadsheet::indexer
