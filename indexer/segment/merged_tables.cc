#include "indexer/segment/merged_tables.h"

#include <algorithm>
#include <cstdint>
#include <deque>
#include <utility>

#include "corpus/glass/integers.h"
#include "corpus/glass/posting_list.h"
#include "corpus/glass/synonyms.h"
#include "corpus/glass/tag_compressor.h"
#include "corpus/glass/term_key.h"
#include "indexer/segment/run_lists.h"

namespace broadsheet::indexer::segment {
namespace {

using glass::take_varint;

// What is read of each spilled stream at a time, at least and at most.
constexpr std::size_t kLeastBuffer = std::size_t{4} << 10;
constexpr std::size_t kMostBuffer = std::size_t{256} << 10;

// How many merges read at a time: postings and positions.
constexpr std::size_t kMergesAtATime = 2;

}  // namespace

glass::TableRoot MergedTables::write_postlist(const std::string& path) const {
  glass::TableWriter table(path, 0, glass::Packing::kFull);
  glass::write_value_statistics(table, value_statistics());
  write_values(table);
  write_lengths(table);
  write_terms(table);
  return table.finish();
}

glass::StatisticsBySlot MergedTables::value_statistics() const {
  glass::StatisticsBySlot statistics;
  if (removed_.empty()) {
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
        if (removed_.contains(values.docid())) continue;
        statistics[slot].add(values.bytes());
      }
    }
  }
  return statistics;
}

void MergedTables::write_values(glass::TableWriter& table) const {
  glass::ValueWriter writer(table);
  EntryMerge merged = merge(&Run::values);
  ByteBuffer scratch;
  while (merged.next()) {
    writer.start(merged.key());
    for (EntryReader* entry : merged.entries()) {
      for (RunList values(entry->take_payload(scratch)); values.next();) {
        if (removed_.contains(values.docid())) continue;
        writer.append(values.docid(), values.bytes());
      }
    }
    writer.finish();
  }
}

void MergedTables::write_lengths(glass::TableWriter& table) const {
  glass::PostingListWriter lists(table);
  lists.start_lengths();
  bool any = false;
  std::string length;
  for (const Run& run : runs_) {
    for (std::uint32_t i = 0; i < run.articles(); ++i) {
      const std::uint32_t docid = run.first_docid + i;
      if (removed_.contains(docid)) continue;
      length.clear();
      glass::append_varint(length, run.lengths[i]);
      lists.append({docid, docid, length});
      any = true;
    }
  }
  if (any) lists.finish_list();
}

void MergedTables::write_terms(glass::TableWriter& table) const {
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
      if (!removed_.any_within(postings.first_docid, postings.last_docid)) {
        articles += postings.articles;
        occurrences += postings.occurrences;
        parts.push_back({{}, postings, entry});
        continue;
      }
      const ThinnedStretch& left = thinned.emplace_back(
          without(postings.stretch(entry->take_payload(scratch)), removed_));
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

glass::TableRoot MergedTables::write_positions(const std::string& path,
                                               glass::Writing writing) const {
  glass::TableWriter table(path, 0, glass::Packing::kWhole, writing);
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
        if (removed_.contains(tags.docid())) continue;
        key.resize(term);
        glass::append_docid(key, tags.docid());
        table.add(key, tags.bytes());
      }
    }
  }
  return table.finish();
}

glass::TableRoot MergedTables::write_synonyms(const std::string& path) const {
  glass::TableWriter table(path, glass::kCompressMin);
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

EntryMerge MergedTables::merge(EntryStream Run::*stream) const {
  const std::size_t buffer =
      std::clamp(buffers_ / kMergesAtATime / (runs_.size() + 1), kLeastBuffer,
                 kMostBuffer);
  std::vector<EntryReader> readers;
  readers.reserve(runs_.size());
  for (const Run& run : runs_) readers.emplace_back(run.*stream, buffer);
  return EntryMerge(std::move(readers));
}

}  // namespace broadsheet::indexer::segment
