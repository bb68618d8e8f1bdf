#include "indexer/run.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <thread>
#include <utility>
#include <vector>

#include "corpus/base/error.h"
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
#include "indexer/stories.h"
#include "indexer/wordings.h"

namespace broadsheet::indexer {
namespace {

// What is published is live whatever fails from then on; the next run clears
// first, and says so if it can't.
void clear_replaced(const std::string& directory) {
  try {
    clear_leftovers(directory);
  } catch (const Error&) {
    return;
  }
}

// Seconds since the last lap.
class Stopwatch {
 public:
  [[nodiscard]] double lap() {
    const auto now = std::chrono::steady_clock::now();
    const std::chrono::duration<double> passed = now - last_;
    last_ = now;
    return passed.count();
  }

 private:
  std::chrono::steady_clock::time_point last_ =
      std::chrono::steady_clock::now();
};

// Whether a merge would change nothing.
bool is_one_segment(const schema::Manifest& manifest) {
  const std::vector<schema::Segment>& segments = manifest.segments;
  return segments.empty() ||
         (segments.size() == 1 && segments.front().removed.empty());
}

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

std::string stories_file(const StoryPlan& plan,
                         const std::vector<NextSegment>& next,
                         const std::optional<schema::Published>& live,
                         const Wordings& wordings) {
  return schema::encode_stories(find_stories(
      plan, next, live ? schema::read_stories(*live) : schema::StoryTable(),
      wordings));
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

unsigned thread_count(unsigned wanted) {
  if (wanted > 0) return wanted;
  return std::max(1U, std::thread::hardware_concurrency());
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

Outcome merge_index(const Options& options) {
  Stopwatch watch;
  Outcome outcome{{}, Report({}), {}, 0, false, {}};
  // Looked at first: what is no index must not become one by being locked.
  static_cast<void>(schema::open_published(options.index_directory));
  const std::string directory =
      prepare_index_directory(options.index_directory);
  const WriterLock lock(directory);
  clear_leftovers(directory);
  std::optional<schema::Published> live = schema::open_published(directory);
  if (is_one_segment(live->manifest)) {
    outcome.live = std::move(live->manifest);
    return outcome;
  }
  const PrivateDirectory private_directory(directory);
  outcome.seconds.prepare = watch.lap();
  const std::vector<NextSegment> next =
      next_generation({.directory = directory,
                       .private_directory = private_directory.path(),
                       .layout = Layout::kOne,
                       .in_parallel = thread_count(options.threads) > 1},
                      live->manifest.segments, {});
  const Wordings no_wordings(private_directory.path());
  const std::string stories = stories_file(
      {directory,
       options.default_language,
       schema::read_dictionary(*live),
       {share_out(options.memory, thread_count(options.threads)).threads}},
      next, live, no_wordings);
  outcome.seconds.merge = watch.lap();
  outcome.live = publish(
      directory, live->manifest.index_id, next,
      {{{}, live->manifest.dictionary}, stories, schema::read_stamps(*live)},
      live->manifest.articles);
  outcome.published = true;
  live.reset();  // Lets go of the old generation, which can go now.
  clear_replaced(directory);
  outcome.seconds.publish = watch.lap();
  return outcome;
}

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
  const MemoryShares shares =
      share_out(options.memory, thread_count(options.threads));
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
                       .in_parallel = thread_count(options.threads) > 1},
                      segments, changes);
  const std::string stories = early_stories.is_started()
                                  ? early_stories.take()
                                  : stories_file({directory,
                                                  options.default_language,
                                                  dictionary.bytes,
                                                  {shares.threads}},
                                                 next, live, wordings);
  outcome.seconds.merge = watch.lap();

  give_back_freed_memory();
  progress.phase = Progress::Phase::kPublishing;
  outcome.live =
      publish(directory, live ? live->manifest.index_id : new_index_id(), next,
              {dictionary, stories, stamps_file},
              held + outcome.tally.indexed - outcome.removed);
  outcome.published = true;
  live.reset();  // Lets go of the old generation, which can go now.
  clear_replaced(directory);
  outcome.seconds.publish = watch.lap();
  return outcome;
}

}  // namespace broadsheet::indexer
