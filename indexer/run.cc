#include "indexer/run.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "corpus/schema/published.h"
#include "corpus/text/analyzer.h"
#include "indexer/catalog.h"
#include "indexer/early_stories.h"
#include "indexer/file_stamps.h"
#include "indexer/freed_memory.h"
#include "indexer/index_directory.h"
#include "indexer/input.h"
#include "indexer/intake.h"
#include "indexer/interruption.h"
#include "indexer/leftovers.h"
#include "indexer/memory_shares.h"
#include "indexer/next_generation.h"
#include "indexer/pipeline.h"
#include "indexer/pruning.h"
#include "indexer/publish.h"
#include "indexer/stopwatch.h"
#include "indexer/stories.h"
#include "indexer/wordings.h"

namespace broadsheet::indexer {
namespace {

Catalog catalog_of(const std::optional<schema::Published>& live) {
  Catalog catalog;
  if (!live) return catalog;
  for (const schema::Segment& segment : live->manifest.segments) {
    stop_if_interrupted();
    catalog.add_segment(
        segment::holdings_of(live_segment(live->directory, segment)));
  }
  return catalog;
}

std::optional<schema::Published> open_live(const std::string& directory) {
  if (!schema::is_index(directory)) return std::nullopt;
  return schema::open_published(directory);
}

// How files are read: what was read otherwise is read again.
std::string reading_of(const read::ReadOptions& reading) {
  return fmt::format("{}\n{}\n{}\n{}\n{}", BROADSHEET_VERSION,
                     text::kAnalysisVersion,
                     reading.format ? read::to_string(*reading.format) : "any",
                     reading.max_article_bytes, reading.fields.assigned());
}

FileStamps stamps_of(const Options& options,
                     const std::optional<schema::Published>& live) {
  FileStamps stamps(reading_of(options.reading));
  if (live) stamps.load(schema::read_stamps(*live));
  if (options.reread) stamps.distrust_all();
  return stamps;
}

Input find_input_of(const Options& options, Progress& progress) {
  std::vector<std::string> own_files;
  if (!options.report_path.empty()) own_files.push_back(options.report_path);
  Input input = find_input(options.paths, {options.index_directory}, own_files);
  progress.bytes_total = input.bytes;
  return input;
}

// For each live segment, the docids that --prune removes. A run that has seen
// nothing removes nothing: more often than not, a disk is not there.
std::vector<std::vector<std::uint32_t>> pruned(
    const Options& options, const std::optional<schema::Published>& live,
    const Catalog& catalog, const Intake& intake) {
  if (!options.prune || !live || intake.tally().seen == 0) return {};
  PruningScope scope(options.paths);
  for (const std::string& path : intake.skipped_paths()) scope.leave_out(path);
  return vanished(*live, scope, catalog.unmet());
}

std::uint64_t count_of(const std::vector<std::vector<std::uint32_t>>& docids) {
  std::uint64_t count = 0;
  for (const std::vector<std::uint32_t>& list : docids) count += list.size();
  return count;
}

// `more` joins `docids`, segment by segment; no docid is in both.
void add_docids(std::vector<std::vector<std::uint32_t>>& docids,
                const std::vector<std::vector<std::uint32_t>>& more) {
  for (std::size_t i = 0; i < more.size(); ++i) {
    docids[i].insert(docids[i].end(), more[i].begin(), more[i].end());
    std::ranges::sort(docids[i]);
  }
}

Outcome count_only(const Options& options, Progress& progress) {
  Stopwatch watch;
  Outcome outcome{{}, Report(options.report_path), {}, 0, false, {}};
  std::optional<schema::Published> live = open_live(options.index_directory);
  Catalog catalog = catalog_of(live);
  FileStamps stamps = stamps_of(options, live);
  const Input input = find_input_of(options, progress);
  outcome.seconds.prepare = watch.lap();
  Intake intake(input, options.reading, catalog, stamps, outcome.report,
                progress);
  while (intake.next()) {
  }
  outcome.tally = intake.tally();
  outcome.tally.check();
  outcome.report.finish();
  outcome.removed = count_of(pruned(options, live, catalog, intake));
  if (live) outcome.live = std::move(live->manifest);
  outcome.seconds.build = watch.lap();
  return outcome;
}

}  // namespace

Outcome index_articles(const Options& options, Progress& progress) {
  if (options.dry_run) return count_only(options, progress);

  Stopwatch watch;
  const std::string directory =
      prepare_index_directory(options.index_directory);
  const WriterLock lock(directory);
  // Only now: the report of a run that holds the lock is not ours to replace.
  Outcome outcome{{}, Report(options.report_path), {}, 0, false, {}};
  clear_leftovers(directory);
  std::optional<schema::Published> live = open_live(directory);
  Catalog catalog = catalog_of(live);
  FileStamps stamps = stamps_of(options, live);
  const Input input = find_input_of(options, progress);
  const PrivateDirectory private_directory(directory);
  Intake intake(input, options.reading, catalog, stamps, outcome.report,
                progress);
  outcome.seconds.prepare = watch.lap();

  NextDictionary dictionary;
  if (live) {
    dictionary.bytes = schema::read_dictionary(*live);
    dictionary.published = live->manifest.dictionary;
  }
  const MemoryShares shares = share_out(options.memory, options.thread_count());
  Wordings wordings(private_directory.path());
  EarlyStories early_stories;
  const bool is_first = !live || live->manifest.segments.empty();
  Changes changes;
  changes.built =
      build(intake, {.directory = private_directory.path(),
                     .default_language = options.default_language,
                     .dictionary = std::move(dictionary.bytes),
                     .writer = options.writer,
                     .memory = shares,
                     .wordings = wordings,
                     .merging = [&] {
                       progress.phase = Progress::Phase::kMerging;
                       wordings.close();
                       if (!is_first || options.writer != Writer::kOwn) return;
                       early_stories.start(shares.threads, wordings);
                     }});
  dictionary.bytes = std::move(changes.built.dictionary);
  changes.replaced = catalog.replaced();
  const auto gone = pruned(options, live, catalog, intake);
  add_docids(changes.replaced, gone);
  outcome.removed = count_of(gone);
  outcome.tally = intake.tally();
  outcome.tally.check();
  outcome.report.finish();
  if (outcome.tally.indexed + outcome.tally.updated + outcome.removed == 0) {
    if (live) outcome.live = std::move(live->manifest);
    outcome.seconds.build = watch.lap();
    return outcome;
  }
  const std::uint64_t held = catalog.held();
  const std::string stamps_file = stamps.encode(
      [&](const Hash128& article) { return catalog.knows(article); });
  stamps = FileStamps({});
  catalog = Catalog();
  give_back_freed_memory();
  outcome.seconds.build = watch.lap();

  std::vector<schema::Segment> segments;
  if (live) segments = live->manifest.segments;
  const std::vector<NextSegment> next =
      next_generation({.directory = directory,
                       .private_directory = private_directory.path(),
                       .in_parallel = options.thread_count() > 1},
                      segments, changes);
  const std::string stories =
      early_stories.is_started()
          ? early_stories.take()
          : schema::encode_stories(find_stories(
                {directory,
                 options.default_language,
                 dictionary.bytes,
                 {shares.threads}},
                next, live ? schema::read_stories(*live) : schema::StoryTable(),
                wordings));
  outcome.seconds.merge = watch.lap();

  give_back_freed_memory();
  progress.phase = Progress::Phase::kPublishing;
  outcome.live =
      publish(directory, live ? live->manifest.index_id : new_index_id(), next,
              {dictionary, stories, stamps_file},
              held + outcome.tally.indexed - outcome.removed);
  outcome.published = true;
  clear_replaced(directory, std::move(live));
  outcome.seconds.publish = watch.lap();
  return outcome;
}

}  // namespace broadsheet::indexer
