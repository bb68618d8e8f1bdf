// What a segment says of each of its articles without their text, and single
// articles of it: what finding stories takes.
#pragma once

#include <cstdint>
#include <iterator>
#include <memory>
#include <optional>
#include <string>

#include "corpus/base/checksum.h"
#include "corpus/schema/numbered_article.h"
#include "corpus/schema/story_sketch.h"
#include "indexer/segment/segment_contents.h"

namespace broadsheet::indexer::segment {

struct ArticleRow {
  std::uint32_t docid = 0;
  Hash128 identity;                         ///< Identity::id.
  std::optional<std::int64_t> published{};  ///< Seconds since 1970 UTC.
  std::uint32_t words = 0;                  ///< Of headline and body.
  std::optional<schema::Sketch> sketch{};
};

/// What a segment will say of an article with these facts.
[[nodiscard]] ArticleRow row_of(std::uint32_t docid,
                                const schema::ArticleFacts& facts);

/// The articles of a segment by ascending docid, read as they are asked for: a
/// million of them take no more memory than one.
class ArticleRows {
 public:
  class Iterator;

  /// Throws Error (kIndex) if `segment` can't be read.
  explicit ArticleRows(const LiveSegment& segment);
  ~ArticleRows();
  ArticleRows(ArticleRows&&) noexcept;
  ArticleRows& operator=(ArticleRows&&) noexcept;

  /// To be gone through once. Reading throws Error (kIndex) if the segment
  /// can't be read or an article has no identity.
  [[nodiscard]] Iterator begin();
  [[nodiscard]] static std::default_sentinel_t end() { return {}; }

 private:
  // Reads the next row; false at the end.
  bool next();

  struct State;
  std::unique_ptr<State> state_;
};

class ArticleRows::Iterator {
 public:
  explicit Iterator(ArticleRows& rows) : rows_(&rows) { ++*this; }

  [[nodiscard]] const ArticleRow& operator*() const;
  Iterator& operator++() {
    if (!rows_->next()) rows_ = nullptr;
    return *this;
  }
  [[nodiscard]] bool operator==(std::default_sentinel_t /*end*/) const {
    return rows_ == nullptr;
  }

 private:
  ArticleRows* rows_;  // Null at the end.
};

/// The articles of `segment`, which is not needed any more then.
[[nodiscard]] inline ArticleRows article_rows(const LiveSegment& segment) {
  return ArticleRows(segment);
}

/// Reads stored records of one segment.
class StoredRecords {
 public:
  /// Throws Error (kIndex) if the segment at `path` can't be read.
  explicit StoredRecords(std::string path);
  ~StoredRecords();
  StoredRecords(StoredRecords&&) noexcept;
  StoredRecords& operator=(StoredRecords&&) noexcept;

  /// The record of article `docid`, packed as it is there. Throws Error
  /// (kIndex).
  [[nodiscard]] std::string at(std::uint32_t docid) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace broadsheet::indexer::segment
