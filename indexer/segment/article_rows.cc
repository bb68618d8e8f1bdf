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

std::optional<std::int64_t> seconds(const std::string& value) {
  if (value.empty()) return std::nullopt;
  return static_cast<std::int64_t>(Xapian::sortable_unserialise(value));
}

}  // namespace

std::vector<ArticleRow> article_rows(const LiveSegment& segment) {
  return translated(ErrorKind::kIndex, "read", segment.path, [&] {
    const Xapian::Database database = opened(segment.path);
    SlotReader published(database, schema::kPublishedSlot);
    SlotReader words(database, schema::kWordCountSlot);
    SlotReader sketch(database, schema::kSketchSlot);
    std::vector<ArticleRow> rows;
    for (const Holding& holding : holdings_of(segment)) {
      rows.push_back({holding.docid, holding.identity.id,
                      seconds(published.at(holding.docid)),
                      static_cast<std::uint32_t>(
                          seconds(words.at(holding.docid)).value_or(0)),
                      schema::parse_sketch(sketch.at(holding.docid))});
    }
    return rows;
  });
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
