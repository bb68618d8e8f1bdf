#include "indexer/publish.h"

#include <fmt/format.h>

#include <algorithm>
#include <ctime>
#include <filesystem>
#include <future>
#include <random>
#include <system_error>
#include <utility>

#include "corpus/base/error.h"
#include "corpus/base/file.h"
#include "corpus/schema/current.h"
#include "corpus/schema/index_names.h"
#include "corpus/text/analyzer.h"
#include "indexer/interruption.h"
#include "indexer/leftovers.h"

namespace broadsheet::indexer {
namespace {

// The hash of `file`, which is at `path`: as it was written, or read now.
Hash128 hash_of(const schema::SegmentFile& file, const std::string& path,
                const std::vector<schema::SegmentFile>& written) {
  const auto known =
      std::ranges::find(written, file.name, &schema::SegmentFile::name);
  if (known == written.end()) return hash128_of_file(path);
  if (known->size != file.size) {
    throw Error(ErrorKind::kInputOutput,
                fmt::format("{} has {} bytes, but {} were written; is the disk "
                            "in order?",
                            path, file.size, known->size));
  }
  return known->hash;
}

// Syncs the segment that was built and takes its files down.
schema::Segment seal(const NextSegment& built, std::string name) {
  const std::string& path = built.built_at;
  schema::Segment segment;
  segment.name = std::move(name);
  std::error_code code;
  for (const auto& entry : std::filesystem::directory_iterator(path, code)) {
    const std::string file = entry.path().string();
    // Xapian's lock of writers: the published segment has none.
    if (entry.path().filename() == "flintlock") {
      std::filesystem::remove(entry.path(), code);
      if (code) throw system_error("remove", file, code.value());
      continue;
    }
    segment.files.push_back(
        {entry.path().filename().string(), entry.file_size(), {}});
  }
  if (code) throw system_error("list", path, code.value());
  // Two kinds of work that do not stand in each other's way: the processor's
  // and the disk's.
  std::future<void> hashing = std::async(std::launch::async, [&] {
    for (schema::SegmentFile& file : segment.files) {
      file.hash = hash_of(file, path + "/" + file.name, built.written);
    }
  });
  for (const schema::SegmentFile& file : segment.files) {
    sync_path(path + "/" + file.name);
  }
  sync_path(path);
  hashing.get();
  std::sort(segment.files.begin(), segment.files.end(),
            [](const auto& a, const auto& b) { return a.name < b.name; });
  return segment;
}

void count(schema::Manifest& manifest, schema::Segment& segment,
           const std::string& path) {
  const segment::SegmentCounts counts =
      segment::counts_of({path, segment::RemovedArticles(segment.removed)});
  segment.articles = counts.articles;
  manifest.articles += counts.articles;
  for (const auto& [language, articles] : counts.languages) {
    manifest.languages[language] += articles;
  }
}

// Files put into the index directory that no generation names yet: if it does
// not come to one, they are removed, as their room may be what is missing.
class Placed {
 public:
  Placed() = default;
  Placed(const Placed&) = delete;
  Placed& operator=(const Placed&) = delete;
  ~Placed() {
    for (const std::string& path : paths_) {
      std::error_code ignored;  // The next run will try again.
      std::filesystem::remove_all(path, ignored);
    }
  }

  void add(const std::string& path) { paths_.push_back(path); }
  void keep() { paths_.clear(); }

 private:
  std::vector<std::string> paths_;
};

// The entry of a new file `name` of `bytes`, which is written.
schema::SegmentFile place(const std::string& directory, std::string name,
                          const std::string& bytes, Placed& files) {
  files.add(directory + "/" + name);
  write_file_synced(directory + "/" + name, bytes);
  return {std::move(name), bytes.size(), hash128(bytes)};
}

}  // namespace

segment::LiveSegment live_segment(const std::string& directory,
                                  const schema::Segment& segment) {
  return {directory + "/" + segment.name,
          segment::RemovedArticles(segment.removed)};
}

std::string new_index_id() {
  std::random_device random;
  const auto word = [&] {
    return std::uint64_t{random()} << 32 | std::uint64_t{random()};
  };
  return to_hex({word(), word()});
}

schema::Manifest publish(const std::string& directory,
                         const std::string& index_id,
                         const std::vector<NextSegment>& segments,
                         const NextFiles& beside,
                         std::uint64_t expected_articles) {
  FreeNumbers free = free_numbers(directory);
  schema::Manifest manifest;
  manifest.analysis = text::kAnalysisVersion;
  manifest.generation = free.generation;
  manifest.created = std::time(nullptr);
  manifest.program = "broadsheet " BROADSHEET_VERSION;
  manifest.index_id = index_id;

  std::vector<std::pair<std::string, std::string>> moves;
  for (const NextSegment& next : segments) {
    if (next.built_at.empty()) {
      manifest.segments.push_back(next.published);
      count(manifest, manifest.segments.back(),
            directory + "/" + next.published.name);
      continue;
    }
    manifest.segments.push_back(
        seal(next, schema::segment_name(free.segment++)));
    count(manifest, manifest.segments.back(), next.built_at);
    moves.emplace_back(next.built_at,
                       directory + "/" + manifest.segments.back().name);
  }
  if (manifest.articles != expected_articles) {
    throw Error(ErrorKind::kIndex,
                fmt::format("the new index would hold {} articles instead of "
                            "{}; nothing was published",
                            manifest.articles, expected_articles));
  }
  stop_if_interrupted();

  Placed files;
  for (const auto& [from, to] : moves) {
    files.add(to);
    rename_path(from, to);
  }
  manifest.dictionary = beside.dictionary.published;
  if (!manifest.dictionary && !beside.dictionary.bytes.empty()) {
    manifest.dictionary =
        place(directory, schema::dictionary_name(manifest.generation),
              beside.dictionary.bytes, files);
  }
  if (!beside.stories.empty()) {
    manifest.stories =
        place(directory, schema::stories_name(manifest.generation),
              beside.stories, files);
  }
  if (!beside.stamps.empty()) {
    manifest.stamps = place(directory, schema::stamps_name(manifest.generation),
                            beside.stamps, files);
  }
  const std::string name = schema::generation_name(manifest.generation);
  const std::string json = schema::to_json(manifest);
  files.add(directory + "/" + name);
  write_file_synced(directory + "/" + name, json);
  // The names of segments and manifest are on disk before CURRENT tells them.
  sync_path(directory);

  const std::string current = directory + "/CURRENT";
  files.add(current + ".tmp");
  write_file_synced(current + ".tmp", schema::to_text({name, hash128(json)}));
  rename_path(current + ".tmp", current);
  files.keep();
  try {
    sync_path(directory);
  } catch (const Error& error) {
    throw Error(error.kind(),
                std::string(error.what()) +
                    "; the new generation is live, but may not outlast a power "
                    "cut");
  }
  return manifest;
}

std::uint64_t bytes_of(const schema::Manifest& manifest) {
  std::uint64_t bytes = 0;
  for (const schema::SegmentFile& file : schema::files_beside(manifest)) {
    bytes += file.size;
  }
  for (const schema::Segment& segment : manifest.segments) {
    for (const schema::SegmentFile& file : segment.files) bytes += file.size;
  }
  return bytes;
}

}  // namespace broadsheet::indexer
