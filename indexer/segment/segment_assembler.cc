#include "indexer/segment/segment_assembler.h"

#include <algorithm>
#include <future>
#include <utility>

#include "corpus/base/file.h"
#include "corpus/glass/integers.h"
#include "corpus/glass/table_reader.h"
#include "indexer/segment/merged_tables.h"

namespace broadsheet::indexer::segment {
namespace {

using glass::take_varint;

// Which part of the memory for runs is kept for reading them back.
constexpr std::size_t kBufferShare = 4;

/// Adds the next tag at `in` of Run::documents, and moves `in` behind it.
void add_document(glass::TableWriter& table, std::string_view key,
                  const char*& in, bool even_if_empty) {
  const std::uint64_t size_and_form = take_varint(in);
  const auto size = static_cast<std::size_t>(size_and_form >> 1);
  if (size > 0 || even_if_empty) {
    table.add(key, {in, size},
              (size_and_form & 1) != 0 ? glass::TagForm::kDeflated
                                       : glass::TagForm::kPlain);
  }
  in += size;
}

}  // namespace

SegmentAssembler::SegmentAssembler(const std::string& path,
                                   std::size_t run_memory)
    : directory_(path),
      buffers_(run_memory / kBufferShare),
      memory_(run_memory - buffers_),
      spill_(path),
      docdata_(directory_.table("docdata"), glass::kCompressMin,
               glass::Packing::kFull),
      termlist_(directory_.table("termlist"), glass::kCompressMin,
                glass::Packing::kFull) {}

void SegmentAssembler::append(Run run) {
  const char* in = run.documents.view().data();
  std::string key;
  for (std::uint32_t i = 0; i < run.articles(); ++i) {
    key.clear();
    glass::append_docid(key, run.first_docid + i);
    add_document(docdata_, key, in, false);
    add_document(termlist_, key, in, true);
    key += '\0';
    add_document(termlist_, key, in, false);
  }
  run.documents = {};
  articles_ += run.articles();

  held_ += run.stream_memory();
  if (!has_room_for(held_)) spill(run);
  runs_.push_back(std::move(run));
}

void SegmentAssembler::leave_room(std::size_t bytes) {
  taken_ = bytes;
  while (!has_room_for(held_) && spilled_first_ < runs_.size()) {
    spill(runs_[spilled_first_++]);
  }
}

bool SegmentAssembler::has_room_for(std::size_t bytes) const {
  return taken_ <= memory_ && bytes <= memory_ - taken_;
}

// Takes a run that is held to disk; one that was spilled stays as it is.
void SegmentAssembler::spill(Run& run) {
  held_ -= run.stream_memory();
  for (EntryStream* stream :
       {&run.values, &run.postings, &run.positions, &run.synonyms}) {
    stream->spill(spill_);
  }
}

std::vector<schema::SegmentFile> SegmentAssembler::finish(
    bool in_parallel, const RemovedArticles& removed,
    const std::function<void()>& go_on) {
  const MergedTables merged(runs_, removed, buffers_, go_on);
  glass::Tables tables;
  // Deferred: the same work, when it is asked for.
  std::future<glass::TableRoot> positions =
      std::async(in_parallel ? std::launch::async : std::launch::deferred, [&] {
        return merged.write_positions(
            directory_.table("position"),
            in_parallel ? glass::Writing::kBehind : glass::Writing::kAtOnce);
      });
  tables.docdata = finish_documents(docdata_, "docdata", removed);
  tables.termlist = finish_documents(termlist_, "termlist", removed);
  tables.postlist = merged.write_postlist(directory_.table("postlist"));
  tables.synonym = merged.write_synonyms(directory_.table("synonym"));
  tables.position = positions.get();
  return directory_.complete(tables, statistics(removed));
}

glass::Statistics SegmentAssembler::statistics(
    const RemovedArticles& removed) const {
  glass::Statistics statistics;
  for (const Run& run : runs_) {
    for (std::uint32_t i = 0; i < run.articles(); ++i) {
      const std::uint32_t docid = run.first_docid + i;
      if (removed.contains(docid)) continue;
      statistics.add_article(run.lengths[i]);
      statistics.largest_wdf =
          std::max(statistics.largest_wdf, run.largest_wdfs[i]);
      statistics.last_docid = docid;
    }
  }
  return statistics;
}

// Completes a table that is keyed by docid.
glass::TableRoot SegmentAssembler::finish_documents(
    glass::TableWriter& table, const char* name,
    const RemovedArticles& removed) const {
  const glass::TableRoot root = table.finish();
  if (removed.empty()) return root;
  const std::string path = directory_.table(name);
  const std::string thinned_path = path + ".thinned";
  glass::TableReader all(path);
  glass::TableWriter thinned(thinned_path, glass::kCompressMin,
                             glass::Packing::kFull);
  while (all.next()) {
    const char* in = all.key().data();
    if (removed.contains(glass::take_docid(in))) continue;
    thinned.add(all.key(), all.tag(), all.form());
  }
  const glass::TableRoot thinned_root = thinned.finish();
  rename_path(thinned_path, path);
  return thinned_root;
}

}  // namespace broadsheet::indexer::segment
