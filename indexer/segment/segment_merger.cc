#include "indexer/segment/segment_merger.h"

#include <algorithm>
#include <filesystem>
#include <future>
#include <memory>
#include <optional>
#include <string_view>
#include <utility>

#include "corpus/base/error.h"
#include "corpus/glass/integers.h"
#include "corpus/glass/term_key.h"
#include "corpus/glass/term_list.h"
#include "corpus/glass/version_file.h"
#include "indexer/segment/merge.h"
#include "indexer/segment/merged_lists.h"
#include "indexer/segment/merged_synonyms.h"
#include "indexer/segment/segment_directory.h"
#include "indexer/segment/segment_source.h"

namespace broadsheet::indexer::segment {
namespace {

constexpr const char* kPosition = "position";
constexpr std::uint32_t kMostDocid = 0xFFFFFFFE;

/// A key of the position table: up to its docid, and that.
struct PositionKey {
  std::string_view term;  // Its NUL included.
  std::uint32_t docid = 0;
};

PositionKey take_apart(const glass::TableReader& table) {
  const std::string_view key = table.key();
  const std::size_t end = glass::end_of_term(key);
  std::optional<std::uint32_t> docid;
  if (end < key.size()) docid = glass::docid_of(key.substr(end + 1));
  if (!docid) table.throw_damaged();
  return {key.substr(0, end + 1), *docid};
}

class Merger {
 public:
  Merger(std::vector<PlacedSource> sources, std::string destination,
         const MergeOptions& options)
      : sources_(std::move(sources)),
        directory_(std::move(destination)),
        options_(options),
        removed_terms_(sources_.size()) {}

  std::vector<schema::SegmentFile> merge() {
    // Deferred: the same work, when it is asked for.
    std::future<glass::TableRoot> positions = std::async(
        options_.in_parallel ? std::launch::async : std::launch::deferred,
        [this] { return write_positions(); });
    write_all_but_positions();
    tables_.position = positions.get();
    return directory_.complete(tables_, statistics());
  }

 private:
  void write_all_but_positions() {
    tables_.docdata = write_documents("docdata", &glass::VersionFile::docdata);
    tables_.termlist =
        write_documents("termlist", &glass::VersionFile::termlist);
    glass::TableWriter postlist(directory_.table("postlist"), 0,
                                glass::Packing::kFull);
    write_lists(postlist, sources_, removed_terms_, options_.go_on);
    tables_.postlist = postlist.finish();
    tables_.synonym = write_synonyms();
  }

  glass::TableRoot write_documents(const char* name,
                                   glass::FoundRoot glass::VersionFile::*root) {
    glass::TableWriter table(directory_.table(name), glass::kCompressMin,
                             glass::Packing::kFull);
    const bool with_terms = root == &glass::VersionFile::termlist;
    std::string key;
    for (const PlacedSource& placed : sources_) {
      const SegmentSource& source = *placed.segment;
      const glass::FoundRoot& found = source.version().*root;
      if (!source.has(found)) continue;
      glass::TableReader reader = source.table(name, found);
      while (reader.next()) {
        options_.go_on();
        // A docid, and a NUL more for the slots of values.
        std::string_view docid_bytes = reader.key();
        std::optional<std::uint32_t> docid = glass::docid_of(docid_bytes);
        const bool slots = !docid && docid_bytes.ends_with('\0');
        if (slots) {
          docid_bytes.remove_suffix(1);
          docid = glass::docid_of(docid_bytes);
        }
        if (!docid) reader.throw_damaged();
        if (!source.keeps(*docid)) {
          if (with_terms && !slots) note_terms(reader, placed);
          continue;
        }
        key.clear();
        glass::append_docid(key, *docid + placed.offset);
        if (slots) key += '\0';
        table.add(key, reader.tag(), reader.form());
      }
    }
    return table.finish();
  }

  // The terms of an article that is left out, at whose list `table` stands.
  void note_terms(const glass::TableReader& table, const PlacedSource& source) {
    const std::string tag = table.plain_tag();
    auto& terms =
        removed_terms_[static_cast<std::size_t>(&source - sources_.data())];
    for (glass::TermListReader list(tag); list.next();) {
      terms.insert(glass::term_key(list.term()));
    }
  }

  glass::TableRoot write_positions() const {
    glass::TableWriter table(directory_.table(kPosition), 0,
                             glass::Packing::kWhole,
                             options_.in_parallel ? glass::Writing::kBehind
                                                  : glass::Writing::kAtOnce);
    struct Head {
      const PlacedSource* source = nullptr;
      std::unique_ptr<glass::TableReader> table;
    };
    std::vector<Head> heads;
    for (const PlacedSource& placed : sources_) {
      const glass::FoundRoot& root = placed.segment->version().position;
      if (!placed.segment->has(root)) continue;
      auto reader = std::make_unique<glass::TableReader>(
          placed.segment->table(kPosition, root));
      if (reader->next()) heads.push_back({&placed, std::move(reader)});
    }
    std::string term;
    std::string key;
    while (!heads.empty()) {
      options_.go_on();
      const auto least = std::ranges::min_element(
          heads, {},
          [](const Head& head) { return take_apart(*head.table).term; });
      term = take_apart(*least->table).term;
      for (Head& head : heads) {
        PositionKey here = take_apart(*head.table);
        while (here.term == term) {
          if (head.source->segment->keeps(here.docid)) {
            if (head.source->offset == 0) {
              table.add(head.table->key(), head.table->tag());
            } else {
              key = term;
              glass::append_docid(key, here.docid + head.source->offset);
              table.add(key, head.table->tag());
            }
          }
          if (!head.table->next()) {
            head.table.reset();
            break;
          }
          here = take_apart(*head.table);
        }
      }
      std::erase_if(heads, [](const Head& head) { return !head.table; });
    }
    return table.finish();
  }

  glass::TableRoot write_synonyms() const {
    glass::TableWriter table(directory_.table("synonym"), glass::kCompressMin);
    merge_synonyms(table, sources_);
    return table.finish();
  }

  [[nodiscard]] glass::Statistics statistics() const {
    glass::Statistics statistics;
    for (const PlacedSource& placed : sources_) {
      const SegmentSource& source = *placed.segment;
      for (std::uint32_t docid = 1; docid <= source.last_kept(); ++docid) {
        if (!source.keeps(docid)) continue;
        statistics.add_article(source.length(docid));
        statistics.last_docid = docid + placed.offset;
      }
      statistics.largest_wdf = std::max(
          statistics.largest_wdf, source.version().statistics.largest_wdf);
    }
    // The bound of an article that is gone would be above every length.
    statistics.largest_wdf =
        std::min(statistics.largest_wdf, statistics.highest_length);
    return statistics;
  }

  std::vector<PlacedSource> sources_;
  SegmentDirectory directory_;
  const MergeOptions& options_;
  RemovedTerms removed_terms_;  // By source.
  glass::Tables tables_;
};

/// Opens sources side by side, and puts those in order that are not.
class OpenSources {
 public:
  OpenSources(const std::vector<MergeSource>& sources,
              const std::string& destination) {
    std::uint32_t offset = 0;
    for (const MergeSource& source : sources) {
      auto opened =
          std::make_unique<SegmentSource>(source.path, source.removed);
      if (!opened->can_be_copied()) {
        ordered_.push_back(destination + "-source" +
                           std::to_string(ordered_.size()));
        compact_keeping_docids(source.path, ordered_.back());
        opened =
            std::make_unique<SegmentSource>(ordered_.back(), source.removed);
      }
      if (opened->last_kept() > kMostDocid - offset) {
        throw Error(ErrorKind::kIndex,
                    "the index is too large, or too often updated, to be "
                    "merged: index the articles again into a new directory");
      }
      placed_.push_back({opened.get(), offset});
      offset += opened->last_kept();
      segments_.push_back(std::move(opened));
    }
  }
  OpenSources(const OpenSources&) = delete;
  OpenSources& operator=(const OpenSources&) = delete;
  ~OpenSources() {
    for (const std::string& path : ordered_) {
      std::error_code ignored;  // They are private, and go with the rest.
      std::filesystem::remove_all(path, ignored);
    }
  }

  [[nodiscard]] const std::vector<PlacedSource>& placed() const {
    return placed_;
  }

 private:
  std::vector<std::unique_ptr<SegmentSource>> segments_;
  std::vector<std::string> ordered_;
  std::vector<PlacedSource> placed_;
};

}  // namespace

std::vector<schema::SegmentFile> merge_tables(
    const std::vector<MergeSource>& sources, const std::string& destination,
    const MergeOptions& options) {
  const OpenSources open(sources, destination);
  return Merger(open.placed(), destination, options).merge();
}

}  // namespace broadsheet::indexer::segment
