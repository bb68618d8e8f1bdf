#include "indexer/segment/segment_assembler.h"

#include <algorithm>
#include <deque>
#include <future>
#include <utility>

#include "corpus/base/file.h"
#include "indexer/segment/glass/integers.h"
#include "indexer/segment/glass/posting_list.h"
#include "indexer/segment/glass/synonyms.h"
#include "indexer/segment/glass/table_reader.h"
#include "indexer/segment/glass/tag_compressor.h"
#include "indexer/segment/glass/term_key.h"
#include "indexer/segment/run_lists.h"

namespace broadsheet::indexer::segment {
namespace {

using glass::take_varint;

// What is read of each spilled stream at a time, at least and at most.
constexpr std::size_t kLeastBuffer = std::size_t{4} << 10;
constexpr std::size_t kMostBuffer = std::size_t{256} << 10;

// Which part of the memory for runs is kept for these buffers, and how many
// merges read at a time: postings and positions.
constexpr std::size_t kBufferShare = 4;
constexpr std::size_t kMergesAtATime = 2;

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

void SegmentAssembler::finish(bool in_parallel, const RemovedArticles& removed,
                              std::function<void()> go_on) {
  removed_ = &removed;
  go_on_ = std::move(go_on);
  glass::Tables tables;
  // Deferred: the same work, when it is asked for.
  std::future<glass::TableRoot> positions =
      std::async(in_parallel ? std::launch::async : std::launch::deferred,
                 [this] { return write_positions(); });
  tables.docdata = finish_documents(docdata_, "docdata");
  tables.termlist = finish_documents(termlist_, "termlist");
  tables.postlist = write_postlist();
  tables.synonym = write_synonyms();
  tables.position = positions.get();
  directory_.complete(tables, statistics());
}

glass::Statistics SegmentAssembler::statistics() const {
  glass::Statistics statistics;
  for (const Run& run : runs_) {
    for (std::uint32_t i = 0; i < run.articles(); ++i) {
      const std::uint32_t docid = run.first_docid + i;
      if (removed_->contains(docid)) continue;
      statistics.add_article(run.lengths[i]);
      statistics.largest_wdf =
          std::max(statistics.largest_wdf, run.largest_wdfs[i]);
      statistics.last_docid = docid;
    }
  }
  return statistics;
}

// Completes a table that is keyed by docid.
glass::TableRoot SegmentAssembler::finish_documents(glass::TableWriter& table,
                                                    const char* name) const {
  const glass::TableRoot root = table.finish();
  if (removed_->empty()) return root;
  const std::string path = directory_.table(name);
  const std::string thinned_path = path + ".thinned";
  glass::TableReader all(path);
  glass::TableWriter thinned(thinned_path, glass::kCompressMin,
                             glass::Packing::kFull);
  while (all.next()) {
    const char* in = all.key().data();
    if (removed_->contains(glass::take_docid(in))) continue;
    thinned.add(all.key(), all.tag(), all.form());
  }
  const glass::TableRoot thinned_root = thinned.finish();
  rename_path(thinned_path, path);
  return thinned_root;
}

glass::TableRoot SegmentAssembler::write_postlist() {
  glass::TableWriter table(directory_.table("postlist"), 0,
                           glass::Packing::kFull);
  glass::write_value_statistics(table, value_statistics());
  write_values(table);
  write_lengths(table);
  write_terms(table);
  return table.finish();
}

glass::StatisticsBySlot SegmentAssembler::value_statistics() const {
  glass::StatisticsBySlot statistics;
  if (removed_->empty()) {
    for (const Run& run : runs_) {
      for (const auto& [slot, found] : run.value_statistics) {
        statistics[slot].add(found);
      }
    }
    return statistics;
  }
  EntryMerge merged = merge(&Run::values);
  ByteBuffer scratch;
  while (merged.next()) {
    const char* in = merged.key().data() + glass::kValueChunkKeyBytes;
    const auto slot = static_cast<std::uint32_t>(take_varint(in));
    for (EntryReader* entry : merged.entries()) {
      for (RunList values(entry->take_payload(scratch)); values.next();) {
        if (removed_->contains(values.docid())) continue;
        statistics[slot].add(values.bytes());
      }
    }
  }
  return statistics;
}

void SegmentAssembler::write_values(glass::TableWriter& table) const {
  glass::ValueWriter writer(table);
  EntryMerge merged = merge(&Run::values);
  ByteBuffer scratch;
  while (merged.next()) {
    writer.start(merged.key());
    for (EntryReader* entry : merged.entries()) {
      for (RunList values(entry->take_payload(scratch)); values.next();) {
        if (removed_->contains(values.docid())) continue;
        writer.append(values.docid(), values.bytes());
      }
    }
    writer.finish();
  }
}

void SegmentAssembler::write_lengths(glass::TableWriter& table) const {
  glass::PostingListWriter lists(table);
  lists.start_lengths();
  bool any = false;
  std::string length;
  for (const Run& run : runs_) {
    for (std::uint32_t i = 0; i < run.articles(); ++i) {
      const std::uint32_t docid = run.first_docid + i;
      if (removed_->contains(docid)) continue;
      length.clear();
      glass::append_varint(length, run.lengths[i]);
      lists.append({docid, docid, length});
      any = true;
    }
  }
  if (any) lists.finish_list();
}

void SegmentAssembler::write_terms(glass::TableWriter& table) const {
  struct Part {
    glass::PostingStretch stretch;
    RunPostings postings;
    EntryReader* entry = nullptr;  // Where they are still to be read.
  };
  glass::PostingListWriter lists(table);
  std::vector<Part> parts;
  std::deque<ThinnedStretch> thinned;  // What some of them are views of.
  ByteBuffer scratch;
  EntryMerge merged = merge(&Run::postings);
  while (merged.next()) {
    go_on_();
    parts.clear();
    thinned.clear();
    std::uint32_t articles = 0;
    std::uint64_t occurrences = 0;
    for (EntryReader* entry : merged.entries()) {
      const RunPostings postings(entry->payload_head());
      if (!removed_->any_within(postings.first_docid, postings.last_docid)) {
        articles += postings.articles;
        occurrences += postings.occurrences;
        parts.push_back({{}, postings, entry});
        continue;
      }
      const ThinnedStretch& left = thinned.emplace_back(
          without(postings.stretch(entry->take_payload(scratch)), *removed_));
      if (left.articles == 0) continue;
      articles += left.articles;
      occurrences += left.occurrences;
      parts.push_back(
          {{left.first_docid, left.last_docid, left.postings}, postings});
    }
    if (parts.empty()) continue;
    lists.start_term(glass::term_key(merged.key()), articles, occurrences);
    for (const Part& part : parts) {
      lists.append(
          part.entry == nullptr
              ? part.stretch
              : part.postings.stretch(part.entry->take_payload(scratch)));
    }
    lists.finish_list();
  }
}

glass::TableRoot SegmentAssembler::write_positions() const {
  glass::TableWriter table(directory_.table("position"), 0);
  EntryMerge merged = merge(&Run::positions);
  ByteBuffer scratch;
  std::string key;
  while (merged.next()) {
    key = glass::term_key(merged.key());
    key += '\0';
    const std::size_t term = key.size();
    go_on_();
    for (EntryReader* entry : merged.entries()) {
      for (RunList tags(entry->take_payload(scratch)); tags.next();) {
        if (removed_->contains(tags.docid())) continue;
        key.resize(term);
        glass::append_docid(key, tags.docid());
        table.add(key, tags.bytes());
      }
    }
  }
  return table.finish();
}

glass::TableRoot SegmentAssembler::write_synonyms() const {
  glass::TableWriter table(directory_.table("synonym"), glass::kCompressMin);
  glass::TagCompressor compressor;
  EntryMerge merged = merge(&Run::synonyms);
  std::vector<std::string> forms;
  ByteBuffer scratch;
  std::string tag;
  while (merged.next()) {
    forms.clear();
    for (EntryReader* entry : merged.entries()) {
      const std::string_view list = entry->take_payload(scratch);
      const char* in = list.data();
      const char* end = in + list.size();
      while (in != end) {
        const auto size = static_cast<std::size_t>(take_varint(in));
        forms.emplace_back(in, size);
        in += size;
      }
    }
    std::sort(forms.begin(), forms.end());
    forms.erase(std::unique(forms.begin(), forms.end()), forms.end());
    tag.clear();
    for (const std::string& form : forms) glass::append_synonym(tag, form);
    table.add(merged.key(), tag, compressor);
  }
  return table.finish();
}

EntryMerge SegmentAssembler::merge(EntryStream Run::*stream) const {
  const std::size_t buffer =
      std::clamp(buffers_ / kMergesAtATime / (runs_.size() + 1), kLeastBuffer,
                 kMostBuffer);
  std::vector<EntryReader> readers;
  readers.reserve(runs_.size());
  for (const Run& run : runs_) readers.emplace_back(run.*stream, buffer);
  return EntryMerge(std::move(readers));
}

}  // namespace broadsheet::indexer::segment
