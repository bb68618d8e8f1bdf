// broadsheet-index: articles in, a published index out.
#include <unistd.h>

#include <cstdio>
#include <exception>
#include <optional>

#include "corpus/base/error.h"
#include "corpus/base/visible.h"
#include "indexer/interruption.h"
#include "indexer/options.h"
#include "indexer/run.h"
#include "indexer/show.h"
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

}  // namespace
}  // namespace broadsheet::indexer

int main(int argc, char** argv) {
  using namespace broadsheet;
  indexer::catch_interruptions();
  try {
    const auto parsed = indexer::parse_options(argc, argv);
    if (const int* code = std::get_if<int>(&parsed)) return *code;
    const auto& options = std::get<indexer::Options>(parsed);
    return options.action == indexer::Options::Action::kShow
               ? indexer::show(options)
               : indexer::index(options);
  } catch (const Error& error) {
    indexer::report_failure(error.what());
    return error.exit_code();
  } catch (const std::exception& error) {  // No memory, no thread, a fault.
    return indexer::report_failure(error.what());
  }
}
