#include "indexer/segment/segment_assembler.h"

#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <future>
#include <utility>

#include "corpus/base/error.h"
#include "indexer/segment/glass/integers.h"
#include "indexer/segment/glass/posting_list.h"
#include "indexer/segment/glass/synonyms.h"
#include "indexer/segment/glass/tag_compressor.h"
#include "indexer/segment/glass/term_key.h"

namespace broadsheet::indexer::segment {
namespace {

using glass::take_varint;

// What is read of each spilled stream at a time, at least and at most.
constexpr std::size_t kLeastBuffer = std::size_t{16} << 10;
constexpr std::size_t kMostBuffer = std::size_t{256} << 10;

std::string created(const std::string& path) {
  constexpr mode_t kAll = 0777;  // Less what the umask takes away.
  if (::mkdir(path.c_str(), kAll) != 0) {
    throw system_error("create", path, errno);
  }
  return path;
}

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

/// The head of a term's entry in a run's postings.
struct ListHead {
  explicit ListHead(std::string_view payload) {
    const char* in = payload.data();
    articles = static_cast<std::uint32_t>(take_varint(in));
    occurrences = take_varint(in);
    stretch.first_docid = static_cast<std::uint32_t>(take_varint(in));
    stretch.last_docid =
        stretch.first_docid + static_cast<std::uint32_t>(take_varint(in));
    stretch.postings =
        payload.substr(static_cast<std::size_t>(in - payload.data()));
  }

  std::uint32_t articles = 0;
  std::uint64_t occurrences = 0;
  glass::PostingStretch stretch;
};

}  // namespace

SegmentAssembler::SegmentAssembler(const std::string& path,
                                   std::size_t run_memory)
    : path_(created(path)),
      memory_left_(run_memory),
      spill_(path_),
      docdata_(table_path("docdata"), glass::kCompressMin),
      termlist_(table_path("termlist"), glass::kCompressMin) {}

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
    statistics_.add_article(run.lengths[i]);
  }
  run.documents = {};
  if (run.articles() > 0) {
    statistics_.last_docid = run.first_docid + run.articles() - 1;
  }
  statistics_.largest_wdf = std::max(statistics_.largest_wdf, run.largest_wdf);

  const std::size_t memory = run.stream_memory();
  if (memory <= memory_left_) {
    memory_left_ -= memory;
  } else {
    for (EntryStream* stream :
         {&run.values, &run.postings, &run.positions, &run.synonyms}) {
      stream->spill(spill_);
    }
  }
  runs_.push_back(std::move(run));
}

void SegmentAssembler::finish(bool in_parallel) {
  glass::Tables tables;
  tables.docdata = docdata_.finish();
  tables.termlist = termlist_.finish();
  // Deferred: the same work, when it is asked for.
  std::future<glass::TableRoot> positions =
      std::async(in_parallel ? std::launch::async : std::launch::deferred,
                 [this] { return write_positions(); });
  tables.postlist = write_postlist();
  tables.synonym = write_synonyms();
  tables.position = positions.get();
  runs_.clear();

  // Tables that stock Xapian makes only when they are used.
  for (const auto& [root, name] : {std::pair{&tables.docdata, "docdata"},
                                   {&tables.position, "position"},
                                   {&tables.synonym, "synonym"}}) {
    if (root->entries == 0) std::filesystem::remove(table_path(name));
  }
  const std::string version_file = path_ + "/iamglass";
  write_all(
      create_file(version_file),
      glass::encode_version_file(tables, statistics_, glass::random_uuid()),
      version_file);
}

glass::TableRoot SegmentAssembler::write_postlist() {
  glass::TableWriter table(table_path("postlist"), 0);
  glass::StatisticsBySlot statistics;
  for (const Run& run : runs_) {
    for (const auto& [slot, found] : run.value_statistics) {
      statistics[slot].add(found);
    }
  }
  glass::write_value_statistics(table, statistics);
  write_values(table);
  if (statistics_.articles > 0) write_lengths(table);
  write_terms(table);
  return table.finish();
}

void SegmentAssembler::write_values(glass::TableWriter& table) {
  glass::ValueWriter values(table);
  EntryMerge merged = merge(&Run::values);
  while (merged.next()) {
    values.start(merged.key());
    for (const std::string_view list : merged.payloads()) {
      const char* in = list.data();
      const char* end = in + list.size();
      std::uint32_t next = 0;
      while (in != end) {
        const std::uint32_t docid =
            next + static_cast<std::uint32_t>(take_varint(in));
        const auto size = static_cast<std::size_t>(take_varint(in));
        values.append(docid, {in, size});
        in += size;
        next = docid + 1;
      }
    }
    values.finish();
  }
}

void SegmentAssembler::write_lengths(glass::TableWriter& table) {
  glass::PostingListWriter lists(table);
  lists.start_lengths();
  std::string postings;
  for (const Run& run : runs_) {
    if (run.articles() == 0) continue;
    postings.clear();
    for (const std::uint32_t length : run.lengths) {
      if (!postings.empty()) postings += '\0';  // The next docid: no gap.
      glass::append_varint(postings, length);
    }
    lists.append(
        {run.first_docid, run.first_docid + run.articles() - 1, postings});
  }
  lists.finish_list();
}

void SegmentAssembler::write_terms(glass::TableWriter& table) {
  glass::PostingListWriter lists(table);
  std::vector<ListHead> heads;
  EntryMerge merged = merge(&Run::postings);
  while (merged.next()) {
    heads.clear();
    std::uint32_t articles = 0;
    std::uint64_t occurrences = 0;
    for (const std::string_view payload : merged.payloads()) {
      const ListHead& head = heads.emplace_back(payload);
      articles += head.articles;
      occurrences += head.occurrences;
    }
    lists.start_term(glass::term_key(merged.key()), articles, occurrences);
    for (const ListHead& head : heads) lists.append(head.stretch);
    lists.finish_list();
  }
}

glass::TableRoot SegmentAssembler::write_positions() {
  glass::TableWriter table(table_path("position"), 0);
  EntryMerge merged = merge(&Run::positions);
  std::string key;
  while (merged.next()) {
    key = glass::term_key(merged.key());
    key += '\0';
    const std::size_t term = key.size();
    for (const std::string_view list : merged.payloads()) {
      const char* in = list.data();
      const char* end = in + list.size();
      std::uint32_t next = 0;
      while (in != end) {
        const std::uint32_t docid =
            next + static_cast<std::uint32_t>(take_varint(in));
        const auto size = static_cast<std::size_t>(take_varint(in));
        key.resize(term);
        glass::append_docid(key, docid);
        table.add(key, {in, size});
        in += size;
        next = docid + 1;
      }
    }
  }
  return table.finish();
}

glass::TableRoot SegmentAssembler::write_synonyms() {
  glass::TableWriter table(table_path("synonym"), glass::kCompressMin);
  glass::TagCompressor compressor;
  EntryMerge merged = merge(&Run::synonyms);
  std::vector<std::string_view> forms;
  std::string tag;
  while (merged.next()) {
    forms.clear();
    for (const std::string_view list : merged.payloads()) {
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
    for (const std::string_view form : forms) glass::append_synonym(tag, form);
    const std::string_view deflated = compressor.compress(tag);
    if (deflated.empty()) {
      table.add(merged.key(), tag);
    } else {
      table.add(merged.key(), deflated, glass::TagForm::kDeflated);
    }
  }
  return table.finish();
}

EntryMerge SegmentAssembler::merge(EntryStream Run::*stream) const {
  // Three merges may read spilled streams at a time.
  const std::size_t buffer = std::clamp(
      (std::size_t{32} << 20) / (runs_.size() + 1), kLeastBuffer, kMostBuffer);
  std::vector<EntryReader> readers;
  readers.reserve(runs_.size());
  for (const Run& run : runs_) readers.emplace_back(run.*stream, buffer);
  return EntryMerge(std::move(readers));
}

std::string SegmentAssembler::table_path(const char* name) const {
  return path_ + "/" + name + ".glass";
}

}  // namespace broadsheet::indexer::segment
