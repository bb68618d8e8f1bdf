#include "indexer/segment/merged_lists.h"

#include <algorithm>
#include <deque>
#include <memory>
#include <string>
#include <string_view>

#include "corpus/glass/integers.h"
#include "corpus/glass/posting_list.h"
#include "corpus/glass/values.h"
#include "indexer/segment/postlist_cursor.h"

namespace broadsheet::indexer::segment {
namespace {

using Kind = PostlistCursor::Kind;

struct Head {
  const PlacedSource* source = nullptr;
  std::size_t number = 0;  // Of the source.
  std::unique_ptr<PostlistCursor> lists;
};

std::vector<Head> open(const std::vector<PlacedSource>& sources) {
  std::vector<Head> heads;
  for (std::size_t i = 0; i < sources.size(); ++i) {
    const SegmentSource& source = *sources[i].segment;
    const glass::FoundRoot& root = source.version().postlist;
    if (!source.has(root)) continue;
    heads.push_back(
        {&sources[i], i,
         std::make_unique<PostlistCursor>(source.table("postlist", root))});
  }
  return heads;
}

/// Goes through the lists of all heads in order: calls `use` with the heads at
/// the least key, in their order, while `wanted` says so of it.
template <typename Wanted, typename Use>
void for_each_list(std::vector<Head>& heads, const Wanted& wanted,
                   const Use& use) {
  std::vector<Head*> at_key;
  for (;;) {
    at_key.clear();
    for (Head& head : heads) {
      if (head.lists->at_end()) continue;
      if (!at_key.empty()) {
        const int order =
            head.lists->key().compare(at_key.front()->lists->key());
        if (order > 0) continue;
        if (order < 0) at_key.clear();
      }
      at_key.push_back(&head);
    }
    if (at_key.empty() || !wanted(*at_key.front()->lists)) return;
    use(at_key);
    for (Head* head : at_key) head->lists->next();
  }
}

/// Calls `use(docid, value)` for each value of a list that is kept, with its
/// new docid.
template <typename Use>
void for_each_value(const Head& head, const Use& use) {
  for (const PostlistCursor::ValueChunk& chunk : head.lists->value_chunks()) {
    std::string_view in = chunk.values;
    std::uint32_t docid = chunk.first_docid;
    for (;;) {
      std::uint64_t size = 0;
      if (!glass::take_varint(in, size) || size > in.size()) {
        head.lists->throw_damaged();
      }
      if (head.source->segment->keeps(docid)) {
        use(docid + head.source->offset, in.substr(0, size));
      }
      in.remove_prefix(size);
      if (in.empty()) break;
      std::uint64_t gap = 0;
      if (!glass::take_varint(in, gap)) head.lists->throw_damaged();
      docid += static_cast<std::uint32_t>(gap) + 1;
    }
  }
}

bool is_values(const PostlistCursor& lists) {
  return lists.kind() == Kind::kValues;
}

// Statistics come before the values, so these are read twice.
glass::StatisticsBySlot value_statistics(
    const std::vector<PlacedSource>& sources) {
  glass::StatisticsBySlot statistics;
  std::vector<Head> heads = open(sources);
  for_each_list(heads, is_values, [&](const std::vector<Head*>& at_key) {
    std::string_view in =
        at_key.front()->lists->key().substr(glass::kValueChunkKeyBytes);
    std::uint64_t slot = 0;
    if (!glass::take_varint(in, slot)) at_key.front()->lists->throw_damaged();
    glass::SlotStatistics& found = statistics[static_cast<std::uint32_t>(slot)];
    for (const Head* head : at_key) {
      for_each_value(*head, [&](std::uint32_t, std::string_view value) {
        found.add(value);
      });
    }
  });
  return statistics;
}

void write_values(glass::TableWriter& table, std::vector<Head>& heads) {
  glass::ValueWriter writer(table);
  for_each_list(heads, is_values, [&](const std::vector<Head*>& at_key) {
    writer.start(at_key.front()->lists->key());
    for (const Head* head : at_key) {
      for_each_value(*head, [&](std::uint32_t docid, std::string_view value) {
        writer.append(docid, value);
      });
    }
    writer.finish();
  });
}

void write_lengths(glass::TableWriter& table,
                   const std::vector<PlacedSource>& sources,
                   std::vector<Head>& heads) {
  // All of them are known already; the lists are only passed.
  for_each_list(
      heads,
      [](const PostlistCursor& lists) { return lists.kind() != Kind::kTerm; },
      [](const std::vector<Head*>&) {});
  glass::PostingListWriter lists(table);
  lists.start_lengths();
  bool any = false;
  std::string length;
  for (const PlacedSource& placed : sources) {
    const SegmentSource& source = *placed.segment;
    for (std::uint32_t docid = 1; docid <= source.last_kept(); ++docid) {
      if (!source.keeps(docid)) continue;
      length.clear();
      glass::append_varint(length, source.length(docid));
      lists.append({docid + placed.offset, docid + placed.offset, length});
      any = true;
    }
  }
  if (any) lists.finish_list();
}

void write_terms(glass::TableWriter& table, std::vector<Head>& heads,
                 const RemovedTerms& removed_terms,
                 const std::function<void()>& go_on) {
  glass::PostingListWriter lists(table);
  std::vector<glass::PostingStretch> stretches;
  std::deque<ThinnedStretch> thinned;  // What some of them are views of.
  const auto any = [](const PostlistCursor&) { return true; };
  for_each_list(heads, any, [&](const std::vector<Head*>& at_key) {
    go_on();
    stretches.clear();
    thinned.clear();
    std::uint32_t articles = 0;
    std::uint64_t occurrences = 0;
    for (const Head* head : at_key) {
      if (head->lists->kind() != Kind::kTerm) head->lists->throw_damaged();
      const RemovedArticles& removed = head->source->segment->removed();
      articles += head->lists->articles();
      occurrences += head->lists->occurrences();
      const auto& touched = removed_terms[head->number];
      const bool loses =
          !touched.empty() && touched.contains(std::string(head->lists->key()));
      for (glass::PostingStretch stretch : head->lists->stretches()) {
        if (loses &&
            removed.any_within(stretch.first_docid, stretch.last_docid)) {
          const ThinnedStretch& left =
              thinned.emplace_back(without(stretch, removed));
          articles -= left.removed_articles;
          occurrences -= left.removed_occurrences;
          if (left.articles == 0) continue;
          stretch = {left.first_docid, left.last_docid, left.postings};
        }
        stretch.first_docid += head->source->offset;
        stretch.last_docid += head->source->offset;
        stretches.push_back(stretch);
      }
    }
    if (stretches.empty()) return;
    lists.start_term(at_key.front()->lists->key(), articles, occurrences);
    for (const glass::PostingStretch& each : stretches) lists.append(each);
    lists.finish_list();
  });
}

}  // namespace

void write_lists(glass::TableWriter& table,
                 const std::vector<PlacedSource>& sources,
                 const RemovedTerms& removed,
                 const std::function<void()>& go_on) {
  glass::write_value_statistics(table, value_statistics(sources));
  std::vector<Head> heads = open(sources);
  write_values(table, heads);
  write_lengths(table, sources, heads);
  write_terms(table, heads, removed, go_on);
}

}  // namespace broadsheet::indexer::segment
