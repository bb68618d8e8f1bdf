#include "indexer/check.h"

#include <fmt/format.h>

#include "corpus/base/error.h"
#include "corpus/base/visible.h"
#include "corpus/schema/index_names.h"
#include "corpus/schema/published.h"
#include "corpus/schema/record_codec.h"
#include "corpus/schema/stored_article.h"
#include "indexer/figures.h"
#include "indexer/interruption.h"
#include "indexer/publish.h"
#include "indexer/segment/segment_check.h"
#include "indexer/segment/segment_contents.h"
#include "indexer/verify.h"

namespace broadsheet::indexer {
namespace {

bool is_readable(schema::RecordUnpacker& unpacker, std::string_view stored) {
  try {
    static_cast<void>(schema::decode_stored(unpacker.unpack(stored)));
    return true;
  } catch (const Error&) {
    return false;
  }
}

/// The full check of an open generation.
class FullCheck {
 public:
  explicit FullCheck(const schema::Published& published)
      : published_(published) {}

  std::vector<std::string> run() {
    const std::optional<schema::SegmentFile>& file =
        published_.manifest.dictionary;
    std::string dictionary;
    if (file) {
      std::string change = change_of(published_.directory, *file);
      if (!change.empty()) return {std::move(change)};
      dictionary = schema::read_dictionary(published_);
    }
    schema::RecordUnpacker unpacker(dictionary);
    std::uint64_t articles = 0;
    for (const schema::Segment& segment : published_.manifest.segments) {
      check(segment, unpacker);
      articles += segment.articles;
    }
    check_stories();
    if (const auto& stamps = published_.manifest.stamps) {
      std::string change = change_of(published_.directory, *stamps);
      if (!change.empty()) faults_.push_back(std::move(change));
    }
    if (articles != published_.manifest.articles) {
      faults_.emplace_back("the manifest counts its articles wrong");
    }
    return std::move(faults_);
  }

 private:
  void check(const schema::Segment& segment, schema::RecordUnpacker& unpacker) {
    // Tables that are not what was published are not opened: Xapian may end
    // the program over them.
    std::vector<std::string> found =
        changed_files(published_.directory, segment);
    const std::string path = published_.directory + "/" + segment.name;
    if (found.empty()) {
      found =
          segment::faults_of(path, {.readable =
                                        [&](std::string_view stored) {
                                          return is_readable(unpacker, stored);
                                        },
                                    .go_on = stop_if_interrupted});
      for (std::string& fault : found) fault.insert(0, path + ": ");
      if (found.empty()) count(segment, path);
    }
    for (std::string& fault : found) faults_.push_back(std::move(fault));
  }

  void count(const schema::Segment& segment, const std::string& path) {
    try {
      // Who is removed must have been there.
      const std::vector<segment::Holding> left =
          segment::holdings_of(live_segment(published_.directory, segment));
      const std::size_t all = segment::holdings_of({path}).size();
      for (const segment::Holding& holding : left) {
        articles_.emplace(holding.identity.id,
                          std::pair(segment.name, holding.docid));
      }
      if (left.size() == segment.articles &&
          all - left.size() == segment.removed.size()) {
        return;
      }
      faults_.push_back(path + ": the manifest counts its articles wrong");
    } catch (const Error& error) {
      faults_.emplace_back(error.what());
    }
  }

  // Every article of a story is where its table says.
  void check_stories() {
    const auto& file = published_.manifest.stories;
    if (!file || !faults_.empty()) return;
    faults_.push_back(change_of(published_.directory, *file));
    if (!faults_.back().empty()) return;
    faults_.pop_back();
    try {
      const schema::StoryTable table = schema::read_stories(published_);
      for (std::uint32_t story = 0; story < table.stories(); ++story) {
        for (const schema::StoryMember& member : table.articles_of(story)) {
          if (is_there(member)) continue;
          faults_.push_back(file->name + " names an article that is not there");
          return;
        }
      }
    } catch (const Error& error) {
      faults_.emplace_back(error.what());
    }
  }

  [[nodiscard]] bool is_there(const schema::StoryMember& member) const {
    const auto found = articles_.find(member.identity);
    const auto& segments = published_.manifest.segments;
    return found != articles_.end() && member.segment < segments.size() &&
           found->second ==
               std::pair(segments[member.segment].name, member.docid);
  }

  const schema::Published& published_;
  std::vector<std::string> faults_;
  // By identity: the segment and the docid there.
  std::map<Hash128, std::pair<std::string, std::uint32_t>> articles_;
};

}  // namespace

Soundness check_index(const Options& options) {
  schema::Published published = schema::open_published(options.index_directory);
  Soundness soundness;
  if (options.full) soundness.faults = FullCheck(published).run();
  soundness.manifest = std::move(published.manifest);
  return soundness;
}

std::string report_of(const Soundness& soundness, const Options& options) {
  std::string lines;
  for (const std::string& fault : soundness.faults) {
    lines += "damaged: " + visible(fault) + "\n";
  }
  const schema::Manifest& manifest = soundness.manifest;
  std::size_t files = schema::files_beside(manifest).size();
  for (const schema::Segment& segment : manifest.segments) {
    files += segment.files.size();
  }
  const std::string name =
      fmt::format("{} of {}", schema::generation_name(manifest.generation),
                  visible(options.index_directory));
  if (!soundness.faults.empty()) {
    return lines + fmt::format(
                       "{} is damaged ({} found): index the articles again "
                       "into a new directory\n",
                       name, soundness.faults.size());
  }
  return lines +
         fmt::format(
             "{} is sound: {} articles, {} files, {} MB; {}\n", name,
             grouped(manifest.articles), files, megabytes(bytes_of(manifest)),
             options.full
                 ? "every byte was read and every table compared"
                 : "versions, names and sizes agree (--full reads all)");
}

}  // namespace broadsheet::indexer
