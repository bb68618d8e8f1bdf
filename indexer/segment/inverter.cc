#include "indexer/segment/inverter.h"

#include <algorithm>
#include <cstring>
#include <utility>

#include "corpus/base/error.h"
#include "corpus/base/prefetch.h"
#include "corpus/glass/integers.h"
#include "corpus/glass/position_list.h"
#include "corpus/glass/term_key.h"
#include "indexer/segment/first_bytes.h"

namespace broadsheet::indexer::segment {
namespace {

using glass::kMaxVarintBytes;
using glass::put_varint;

// Places in them are numbers of 32 bits. A chunk passes this only if a single
// article has a thousand million words.
constexpr std::size_t kMaxPositionBytes = std::size_t{0xC0} << 24;

// Buffers of a run that took more than this are not kept for the next.
constexpr std::size_t kMostKeptBytes = std::size_t{32} << 20;

// Lists far larger than the processor's cache are gone through in the order of
// another: so many steps ahead, what a step will read is asked for.
constexpr std::uint32_t kAhead = 8;

}  // namespace

void Inverter::add(const schema::NumberedArticle& article) {
  counts_.resize(terms_.size());
  const auto& postings = article.postings;
  for (std::size_t i = 0; i < postings.size(); ++i) {
    if (i + kAhead < postings.size()) {
      prefetch(&counts_[postings[i + kAhead].term]);
    }
    add(postings[i]);
  }
  end_article(article);
}

void Inverter::add(const schema::NumberedPosting& posting) {
  if (first_posting_.size() == lengths_.size()) {
    first_posting_.push_back(static_cast<std::uint32_t>(postings_.size()));
  }
  length_ += posting.wdf;
  largest_wdf_ = std::max(largest_wdf_, posting.wdf);
  if (posting.term >= counts_.size()) counts_.resize(terms_.size());
  if (counts_[posting.term]++ == 0) ranks_.push_back({0, posting.term});
  postings_.push_back({posting.term, posting.wdf,
                       static_cast<std::uint32_t>(positions_.size())});
  if (!posting.positions.empty()) {
    char* out =
        positions_.room(glass::max_position_bytes(posting.positions.size()));
    positions_.written_to(glass::put_positions(out, posting.positions));
  }
}

void Inverter::end_article(const schema::ArticleFacts& facts) {
  if (first_posting_.size() == lengths_.size()) {
    first_posting_.push_back(static_cast<std::uint32_t>(postings_.size()));
  }
  lengths_.push_back(std::exchange(length_, 0));
  largest_wdfs_.push_back(std::exchange(largest_wdf_, 0));
  if (positions_.size() > kMaxPositionBytes) {
    throw Error(ErrorKind::kInputOutput, "an article is too long to index");
  }
  documents_.add_record(facts.record);
  facts_.add(facts);
}

std::size_t Inverter::memory() const {
  // What take() will need beside what is there: the postings' places, and their
  // lists, which are about as large as those.
  return postings_.size() *
             (sizeof(Posting) + sizeof(Placed) + sizeof(ArticleTerm)) +
         2 * positions_.size() + 3 * documents_.record_bytes();
}

Run Inverter::take(std::uint32_t first_docid) {
  Run run;
  run.first_docid = first_docid;
  const bool is_large = memory() > kMostKeptBytes;
  documents_.pack_records();
  // Ends for the last article and the last posting.
  first_posting_.push_back(static_cast<std::uint32_t>(postings_.size()));
  postings_.push_back({0, 0, static_cast<std::uint32_t>(positions_.size())});
  rank_terms();
  place_postings();
  write_lists(run);
  write_documents(run);
  facts_.write_to(run);
  run.lengths = std::move(lengths_);
  run.largest_wdfs = std::move(largest_wdfs_);
  clear();
  if (is_large) free_buffers();
  return run;
}

void Inverter::rank_terms() {
  for (RankedTerm& ranked : ranks_) {
    ranked.first_bytes = first_bytes(terms_.text(ranked.term));
  }
  std::sort(ranks_.begin(), ranks_.end(),
            [this](const RankedTerm& a, const RankedTerm& b) {
              if (a.first_bytes != b.first_bytes) {
                return a.first_bytes < b.first_bytes;
              }
              return terms_.text(a.term) < terms_.text(b.term);
            });
  // Side by side, as each article will go through its terms in this order.
  std::size_t bytes = 0;
  for (const RankedTerm& ranked : ranks_) {
    bytes += terms_.text(ranked.term).size();
  }
  letters_.clear();
  letters_.reserve(bytes);
  texts_.clear();
  for (const RankedTerm& ranked : ranks_) {
    const std::string_view text = terms_.text(ranked.term);
    texts_.emplace_back(letters_.data() + letters_.size(), text.size());
    letters_ += text;
  }
}

// Afterwards counts_ holds for each term the end of its postings in placed_.
void Inverter::place_postings() {
  std::uint32_t begin = 0;
  for (const RankedTerm& ranked : ranks_) {
    begin += std::exchange(counts_[ranked.term], begin);
  }
  placed_.resize(begin);
  for (std::uint32_t article = 0; article < lengths_.size(); ++article) {
    const std::uint32_t end = first_posting_[article + 1];
    for (std::uint32_t i = first_posting_[article]; i < end; ++i) {
      const Posting& posting = postings_[i];
      placed_[counts_[posting.term]++] = {
          article, posting.wdf, posting.positions,
          postings_[i + 1].positions - posting.positions};
    }
  }
}

void Inverter::write_lists(Run& run) {
  ByteBuffer head;
  ByteBuffer list;
  ByteBuffer tags;
  std::uint32_t begin = 0;
  for (std::size_t rank = 0; rank < ranks_.size(); ++rank) {
    const std::string_view term = texts_[rank];
    if (term.empty() || term.size() > glass::kMaxTermBytes) {
      throw Error(ErrorKind::kInputOutput, "a term of " +
                                               std::to_string(term.size()) +
                                               " bytes can't be indexed");
    }
    const std::uint32_t end = counts_[ranks_[rank].term];
    std::uint64_t occurrences = 0;
    std::uint32_t next = placed_[begin].article;  // Least the next can be.
    std::uint32_t next_positioned = 0;
    list.clear();
    tags.clear();
    for (std::uint32_t i = begin; i < end; ++i) {
      const Placed place = placed_[i];
      if (i + kAhead < placed_.size()) {
        prefetch(positions_.view().data() + placed_[i + kAhead].positions);
      }
      occurrences += place.wdf;
      char* out = list.room(2 * kMaxVarintBytes);
      if (i != begin) out = put_varint(out, place.article - next);
      list.written_to(put_varint(out, place.wdf));
      next = place.article + 1;

      const std::uint32_t tag_bytes = place.position_bytes;
      if (tag_bytes == 0) continue;
      out = tags.room(2 * kMaxVarintBytes + tag_bytes);
      out = put_varint(out, tags.size() == 0 ? run.first_docid + place.article
                                             : place.article - next_positioned);
      out = put_varint(out, tag_bytes);
      std::memcpy(out, positions_.view().data() + place.positions, tag_bytes);
      tags.written_to(out + tag_bytes);
      next_positioned = place.article + 1;
    }
    const std::uint32_t first = placed_[begin].article;
    head.clear();
    char* out = head.room(4 * kMaxVarintBytes + list.size());
    out = put_varint(out, end - begin);
    out = put_varint(out, occurrences);
    out = put_varint(out, run.first_docid + first);
    out = put_varint(out, next - 1 - first);
    head.written_to(out);
    head.append(list.view());
    posting_lists_.add(term, head.view());
    if (tags.size() > 0) position_lists_.add(term, tags.view());
    begin = end;
  }
  run.postings = EntryStream(posting_lists_.take());
  run.positions = EntryStream(position_lists_.take());
}

void Inverter::write_documents(Run& run) {
  // Back from the terms' lists to the articles: each gets its terms in order.
  std::vector<std::uint32_t> next(first_posting_.begin(),
                                  first_posting_.end() - 1);
  by_article_.resize(placed_.size());
  std::uint32_t begin = 0;
  for (std::uint32_t rank = 0; rank < ranks_.size(); ++rank) {
    const std::uint32_t end = counts_[ranks_[rank].term];
    for (; begin < end; ++begin) {
      const Placed& place = placed_[begin];
      by_article_[next[place.article]++] = {rank, place.wdf};
    }
  }
  std::vector<std::uint32_t> slots;
  for (std::size_t article = 0; article < lengths_.size(); ++article) {
    const std::uint32_t first = first_posting_[article];
    const std::uint32_t last = first_posting_[article + 1];
    documents_.start_article(lengths_[article], last - first);
    for (std::uint32_t i = first; i < last; ++i) {
      if (i + 2 * kAhead < last) {
        prefetch(&texts_[by_article_[i + 2 * kAhead].rank]);
      }
      if (i + kAhead < last) {
        prefetch(texts_[by_article_[i + kAhead].rank].data());
      }
      documents_.add_term(texts_[by_article_[i].rank], by_article_[i].wdf);
    }
    slots.clear();
    for (const auto& [slot, value] : facts_.values(article)) {
      slots.push_back(slot);
    }
    documents_.finish_article(slots);
  }
  run.documents = documents_.take();
}

// What a run of one huge article has left.
void Inverter::free_buffers() {
  placed_ = std::vector<Placed>();
  by_article_ = std::vector<ArticleTerm>();
  postings_ = std::vector<Posting>();
  positions_ = ByteBuffer();
  posting_lists_ = EntryWriter();
  position_lists_ = EntryWriter();
  documents_.free_buffers();
}

void Inverter::clear() {
  for (const RankedTerm& ranked : ranks_) counts_[ranked.term] = 0;
  ranks_.clear();
  placed_.clear();
  by_article_.clear();
  postings_.clear();
  positions_.clear();
  lengths_.clear();
  largest_wdfs_.clear();
  first_posting_.clear();
  facts_.clear();
  length_ = 0;
  largest_wdf_ = 0;
}

}  // namespace broadsheet::indexer::segment
