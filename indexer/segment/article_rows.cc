#include "indexer/segment/article_rows.h"

#include <xapian.h>

#include <utility>

#include "corpus/schema/slots.h"
#include "indexer/segment/xapian_errors.h"

namespace broadsheet::indexer::segment {
namespace {

// The backend is named, never guessed: a stub in its place could name a program
// to run.
Xapian::Database opened(const std::string& path) {
  return Xapian::Database(path, Xapian::DB_BACKEND_GLASS);
}

/// The values of a slot, asked for by ascending docid.
class SlotReader {
 public:
  SlotReader(const Xapian::Database& database, Xapian::valueno slot)
      : value_(database.valuestream_begin(slot)),
        end_(database.valuestream_end(slot)) {}

  /// "" if the article has none.
  [[nodiscard]] std::string at(Xapian::docid docid) {
    if (value_ != end_ && value_.get_docid() < docid) value_.skip_to(docid);
    if (value_ == end_ || value_.get_docid() != docid) return {};
    return *value_;
  }

 private:
  Xapian::ValueIterator value_;
  Xapian::ValueIterator end_;
};

// A number that is there or not; the value of the slot.
std::optional<std::int64_t> number(const std::string& value) {
  if (value.empty()) return std::nullopt;
  return static_cast<std::int64_t>(Xapian::sortable_unserialise(value));
}

std::uint32_t words_of(const std::string& value) {
  return static_cast<std::uint32_t>(number(value).value_or(0));
}

}  // namespace

ArticleRow row_of(std::uint32_t docid, const schema::ArticleFacts& facts) {
  ArticleRow row;
  row.docid = docid;
  row.identity = facts.identity.id;
  for (const auto& [slot, value] : facts.values) {
    if (slot == schema::kPublishedSlot) row.published = number(value);
    if (slot == schema::kWordCountSlot) row.words = words_of(value);
    if (slot == schema::kSketchSlot) row.sketch = schema::parse_sketch(value);
  }
  return row;
}

struct ArticleRows::State {
  explicit State(LiveSegment live)
      : segment(std::move(live)),
        database(opened(segment.path)),
        identity(database.valuestream_begin(schema::kIdentitySlot)),
        end(database.valuestream_end(schema::kIdentitySlot)),
        published(database, schema::kPublishedSlot),
        words(database, schema::kWordCountSlot),
        sketch(database, schema::kSketchSlot) {}

  bool next() {
    for (; identity != end; ++identity) {
      const std::optional<schema::Identity> found =
          schema::parse_identity(*identity);
      if (!found) break;
      ++articles;
      const Xapian::docid docid = identity.get_docid();
      if (segment.removed.contains(docid)) continue;
      row = {docid, found->id, number(published.at(docid)),
             words_of(words.at(docid)), schema::parse_sketch(sketch.at(docid))};
      ++identity;
      return true;
    }
    if (articles != database.get_doccount()) {
      throw article_without_identity(segment.path);
    }
    return false;
  }

  LiveSegment segment;
  Xapian::Database database;
  Xapian::ValueIterator identity;
  Xapian::ValueIterator end;
  SlotReader published;
  SlotReader words;
  SlotReader sketch;
  std::size_t articles = 0;  // Read so far, removed ones too.
  ArticleRow row;
};

ArticleRows::ArticleRows(const LiveSegment& segment)
    : state_(translated(ErrorKind::kIndex, "read", segment.path,
                        [&] { return std::make_unique<State>(segment); })) {}
ArticleRows::~ArticleRows() = default;
ArticleRows::ArticleRows(ArticleRows&&) noexcept = default;
ArticleRows& ArticleRows::operator=(ArticleRows&&) noexcept = default;

ArticleRows::Iterator ArticleRows::begin() { return Iterator(*this); }

bool ArticleRows::next() {
  return translated(ErrorKind::kIndex, "read", state_->segment.path,
                    [&] { return state_->next(); });
}

const ArticleRow& ArticleRows::Iterator::operator*() const {
  return rows_->state_->row;
}

struct StoredRecords::State {
  std::string path;
  Xapian::Database database;
};

StoredRecords::StoredRecords(std::string path)
    : state_(translated(ErrorKind::kIndex, "read", path, [&] {
        return std::make_unique<State>(State{path, opened(path)});
      })) {}
StoredRecords::~StoredRecords() = default;
StoredRecords::StoredRecords(StoredRecords&&) noexcept = default;
StoredRecords& StoredRecords::operator=(StoredRecords&&) noexcept = default;

std::string StoredRecords::at(std::uint32_t docid) const {
  return translated(ErrorKind::kIndex, "read", state_->path, [&] {
    return state_->database.get_document(docid).get_data();
  });
}

}  // namespace broadsheet::indexer::segment
