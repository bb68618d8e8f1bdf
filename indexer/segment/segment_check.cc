#include "indexer/segment/segment_check.h"

#include <xapian.h>

#include <algorithm>
#include <cstdint>
#include <memory>
#include <optional>
#include <sstream>

#include "corpus/base/checksum.h"
#include "corpus/base/error.h"
#include "corpus/glass/integers.h"
#include "corpus/glass/term_key.h"
#include "corpus/glass/term_list.h"
#include "indexer/segment/segment_source.h"

// Postings come term by term, term lists article by article. To compare them
// without holding either, a number is made of each (term, article, wdf) and
// summed up over both tables: the sums are the same, but for one case in 2^64,
// only if both say the same.

namespace broadsheet::indexer::segment {
namespace {

/// The sum of all postings, in whatever order they come.
class PostingSum {
 public:
  void add(std::uint64_t term, std::uint32_t docid, std::uint64_t wdf) {
    std::uint64_t mixed =
        term + docid * 0x9E3779B97F4A7C15 + wdf * 0xC2B2AE3D27D4EB4F;
    // The finalizer of SplitMix64 (Steele, Lea, Flood, 2014).
    mixed = (mixed ^ mixed >> 30) * 0xBF58476D1CE4E5B9;
    mixed = (mixed ^ mixed >> 27) * 0x94D049BB133111EB;
    sum_ += mixed ^ mixed >> 31;
    ++count_;
  }

  friend bool operator==(const PostingSum&, const PostingSum&) = default;

 private:
  std::uint64_t sum_ = 0;
  std::uint64_t count_ = 0;
};

std::uint64_t number_of(std::string_view term) { return hash128(term).low; }

/// Compares the tables of one segment.
class TableCheck {
 public:
  TableCheck(const SegmentSource& source, const SegmentCheck& check)
      : source_(source), check_(check) {}

  std::vector<std::string> run() {
    check_statistics();
    check_lists();
    check_term_lists();
    if (postings_ != term_lists_) {
      fault("the posting lists and the term lists do not say the same");
    }
    check_stored();
    return std::move(faults_);
  }

 private:
  void fault(const std::string& what) {
    if (std::ranges::find(faults_, what) == faults_.end()) {
      faults_.push_back(what);
    }
  }

  void check_statistics() {
    glass::Statistics found;
    for (std::uint32_t docid = 1; docid <= source_.last_kept(); ++docid) {
      if (source_.keeps(docid)) found.add_article(source_.length(docid));
    }
    const glass::Statistics& said = source_.version().statistics;
    if (found.articles != said.articles) fault("it counts its articles wrong");
    if (found.total_length != said.total_length ||
        found.highest_length > said.highest_length ||
        (found.lowest_length < said.lowest_length && found.lowest_length > 0)) {
      fault("it knows the lengths of its articles wrong");
    }
  }

  void check_lists() {
    const glass::VersionFile& version = source_.version();
    if (!source_.has(version.postlist)) return;
    std::optional<glass::TableReader> positions;
    if (source_.has(version.position)) {
      positions.emplace(source_.table("position", version.position));
      if (!positions->next()) positions.reset();
    }
    PostlistCursor lists(source_.table("postlist", version.postlist));
    for (; !lists.at_end(); lists.next()) {
      check_.go_on();
      if (lists.kind() != PostlistCursor::Kind::kTerm) continue;
      read_postings(lists);
      std::string key(lists.key());
      key += '\0';
      while (positions && positions->key().substr(0, key.size()) <= key) {
        if (!has_posting(*positions, key)) {
          fault("it has positions of a word that the article does not have");
        }
        if (!positions->next()) positions.reset();
      }
    }
    if (positions) fault("it has positions of a word that no article has");
  }

  // Into docids_.
  void read_postings(const PostlistCursor& lists) {
    docids_.clear();
    const std::uint64_t term = number_of(glass::term_of(lists.key()));
    std::uint64_t occurrences = 0;
    for (const glass::PostingStretch& stretch : lists.stretches()) {
      std::string_view in = stretch.postings;
      std::uint32_t docid = stretch.first_docid;
      for (;;) {
        std::uint64_t wdf = 0;
        std::uint64_t gap = 0;
        if (!glass::take_varint(in, wdf)) lists.throw_damaged();
        if (!source_.keeps(docid)) {
          fault("it has postings of an article that is not there");
        }
        docids_.push_back(docid);
        postings_.add(term, docid, wdf);
        occurrences += wdf;
        if (in.empty()) break;
        if (!glass::take_varint(in, gap)) lists.throw_damaged();
        docid += static_cast<std::uint32_t>(gap) + 1;
      }
      if (docid != stretch.last_docid) {
        fault("a posting list does not end where it says");
      }
    }
    if (docids_.size() != lists.articles() ||
        occurrences != lists.occurrences()) {
      fault("a posting list counts its postings wrong");
    }
  }

  // Whether the entry at which `positions` stands is of a posting in docids_,
  // whose term's positions have keys that begin with `prefix`.
  [[nodiscard]] bool has_posting(const glass::TableReader& positions,
                                 std::string_view prefix) const {
    const std::string_view key = positions.key();
    if (!key.starts_with(prefix)) return false;
    const std::optional<std::uint32_t> docid =
        glass::docid_of(key.substr(prefix.size()));
    return docid && std::ranges::binary_search(docids_, *docid);
  }

  void check_term_lists() {
    const glass::FoundRoot& root = source_.version().termlist;
    if (!source_.has(root)) return;
    glass::TableReader table = source_.table("termlist", root);
    std::uint64_t lists = 0;
    while (table.next()) {
      check_.go_on();
      const std::optional<std::uint32_t> docid = glass::docid_of(table.key());
      if (!docid) continue;  // The slots of an article's values.
      ++lists;
      if (!source_.keeps(*docid)) {
        fault("it has a term list of an article that is not there");
        continue;
      }
      const std::string tag = table.plain_tag();
      glass::TermListReader terms(tag);
      std::uint64_t length = 0;
      while (terms.next()) {
        term_lists_.add(number_of(terms.term()), *docid, terms.wdf());
        length += terms.wdf();
      }
      if (length != terms.length() || length != source_.length(*docid)) {
        fault("the length of an article is not that of its term list");
      }
    }
    if (lists != source_.version().statistics.articles) {
      fault("an article has no term list");
    }
  }

  void check_stored() {
    const glass::FoundRoot& root = source_.version().docdata;
    if (!source_.has(root)) return;
    glass::TableReader table = source_.table("docdata", root);
    while (table.next()) {
      check_.go_on();
      const std::optional<std::uint32_t> docid = glass::docid_of(table.key());
      if (!docid || !source_.keeps(*docid)) {
        fault("it stores an article that is not there");
      } else if (!check_.readable(table.plain_tag())) {
        fault("a stored article can't be read");
      }
    }
  }

  const SegmentSource& source_;
  const SegmentCheck& check_;
  std::vector<std::string> faults_;
  PostingSum postings_;
  PostingSum term_lists_;
  std::vector<std::uint32_t> docids_;  // Of the current list.
};

// What xapian-check says against the database, or "".
std::string check_by_xapian(const std::string& path) {
  std::ostringstream out;
  try {
    if (Xapian::Database::check(path, 0, &out) == 0) return {};
  } catch (const Xapian::Error& error) {
    out << error.get_msg();
  }
  std::string said = out.str();
  std::ranges::replace(said, '\n', ' ');
  return "xapian-check finds it damaged: " + said;
}

}  // namespace

std::vector<std::string> faults_of(const std::string& path,
                                   const SegmentCheck& check) {
  std::vector<std::string> faults;
  if (std::string said = check_by_xapian(path); !said.empty()) {
    faults.push_back(std::move(said));
  }
  try {
    const SegmentSource source(path, {});
    if (source.can_be_copied()) {
      for (std::string& fault : TableCheck(source, check).run()) {
        faults.push_back(std::move(fault));
      }
    }
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::kIndex) throw;
    faults.emplace_back(error.what());
  }
  return faults;
}

}  // namespace broadsheet::indexer::segment
