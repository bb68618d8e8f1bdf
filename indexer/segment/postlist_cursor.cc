#include "indexer/segment/postlist_cursor.h"

#include <optional>
#include <utility>

#include "corpus/glass/integers.h"
#include "corpus/glass/term_key.h"

namespace broadsheet::indexer::segment {
namespace {

constexpr std::string_view kStatistics("\x00\xd0", 2);
constexpr std::string_view kValues("\x00\xd8", 2);
constexpr std::string_view kLengths("\x00\xe0", 2);

}  // namespace

PostlistCursor::PostlistCursor(glass::TableReader table)
    : table_(std::move(table)) {
  step();
  next();
}

void PostlistCursor::next() {
  at_end_ = !entry_left_;
  if (at_end_) return;
  const EntryKey first = take_apart(table_.key());
  kind_ = first.kind;
  key_ = first.list;
  tags_.clear();
  chunks_.clear();
  do {
    const EntryKey entry = take_apart(table_.key());
    if (entry.kind != kind_ || entry.list != key_) break;
    chunks_.push_back(
        {tags_.size(), tags_.size() + table_.tag().size(), entry.docid});
    tags_ += table_.tag();
    step();
  } while (entry_left_);

  // Only now: tags_ has moved while it grew.
  stretches_.clear();
  value_chunks_.clear();
  for (const Chunk& chunk : chunks_) {
    const std::string_view tag =
        std::string_view(tags_).substr(chunk.begin, chunk.end - chunk.begin);
    if (kind_ == Kind::kValues) {
      value_chunks_.push_back({chunk.docid, tag});
      continue;
    }
    const std::optional<glass::PostingChunk> found =
        chunk.docid == 0 ? glass::first_chunk(tag)
                         : glass::later_chunk(tag, chunk.docid);
    const bool first_one = stretches_.empty();
    if (!found || first_one != (chunk.docid == 0) ||
        (!first_one && chunk.docid <= stretches_.back().last_docid)) {
      throw_damaged();
    }
    if (first_one) {
      articles_ = found->articles;
      occurrences_ = found->occurrences;
    }
    stretches_.push_back(found->stretch);
  }
}

// To the next entry that belongs to a list.
void PostlistCursor::step() {
  do {
    entry_left_ = table_.next();
  } while (entry_left_ && table_.key().starts_with(kStatistics));
}

PostlistCursor::EntryKey PostlistCursor::take_apart(
    std::string_view key) const {
  EntryKey entry;
  std::size_t end = 0;
  if (key.starts_with(kValues)) {
    entry.kind = Kind::kValues;
    std::string_view slot = key.substr(kValues.size());
    std::uint64_t number = 0;
    if (!glass::take_varint(slot, number)) throw_damaged();
    end = key.size() - slot.size();
  } else if (key.starts_with(kLengths)) {
    entry.kind = Kind::kLengths;
    end = kLengths.size();
  } else {
    end = glass::end_of_term(key);
    if (end == 0) throw_damaged();  // Some other thing than a term.
  }
  entry.list = key.substr(0, end);
  std::string_view rest = key.substr(end);
  if (entry.kind == Kind::kTerm && !rest.empty()) rest.remove_prefix(1);
  if (rest.empty() && entry.kind != Kind::kValues) return entry;
  const std::optional<std::uint32_t> docid = glass::docid_of(rest);
  if (!docid || *docid == 0) throw_damaged();
  entry.docid = *docid;
  return entry;
}

}  // namespace broadsheet::indexer::segment
