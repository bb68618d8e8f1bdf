#include "indexer/merge_index.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "corpus/schema/published.h"
#include "indexer/index_directory.h"
#include "indexer/leftovers.h"
#include "indexer/memory_shares.h"
#include "indexer/next_generation.h"
#include "indexer/publish.h"
#include "indexer/stopwatch.h"
#include "indexer/stories.h"
#include "indexer/wordings.h"

namespace broadsheet::indexer {
namespace {

// Whether a merge would change nothing.
bool is_one_segment(const schema::Manifest& manifest) {
  const std::vector<schema::Segment>& segments = manifest.segments;
  return segments.empty() ||
         (segments.size() == 1 && segments.front().removed.empty());
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
                       .in_parallel = options.thread_count() > 1},
                      live->manifest.segments, {});
  const Wordings no_wordings(private_directory.path());
  const unsigned threads =
      share_out(options.memory, options.thread_count()).threads;
  const std::string stories = schema::encode_stories(
      find_stories({directory,
                    options.default_language,
                    schema::read_dictionary(*live),
                    {threads}},
                   next, schema::read_stories(*live), no_wordings));
  outcome.seconds.merge = watch.lap();
  outcome.live = publish(
      directory, live->manifest.index_id, next,
      {{{}, live->manifest.dictionary}, stories, schema::read_stamps(*live)},
      live->manifest.articles);
  outcome.published = true;
  clear_replaced(directory, std::move(live));
  outcome.seconds.publish = watch.lap();
  return outcome;
}

}  // namespace broadsheet::indexer
