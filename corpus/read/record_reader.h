// What all readers share: numbering records, keeping warnings until the article
// they belong to is there, and leaving no file and no record unaccounted for.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/read/article_parts.h"
#include "corpus/read/charset.h"
#include "corpus/read/reader.h"
#include "corpus/read/record.h"

namespace broadsheet::read {

/// A Reader whose records come one after another.
class RecordReader : public Reader {
 public:
  [[nodiscard]] std::optional<ReadResult> next() final;

 protected:
  explicit RecordReader(std::string path) { origin_.path = std::move(path); }

  /// Reads on until something was given or skipped; false at the end. Throws
  /// ReadError.
  virtual bool read_record() = 0;

  /// The next record starts, at byte `offset`: it gets the next number.
  void begin_record(std::uint64_t offset);

  /// Ends the record with an article, or without one.
  void give(article::Article article);
  void skip(std::string reason);

  /// Gives the article composed of `parts`, of at most `limit` bytes of text;
  /// skips it if it has neither headline nor body.
  void give(ArticleParts parts, std::size_t limit);

  /// Says something of the article that is to be given.
  void warn(std::string reason);

  /// Says what of the article's bytes had to be mended.
  void warn_of(const DecodedText& decoded);

  /// Skips `record` if it is no record at all, with the reason; `name` is what
  /// its tags are called. True if it did.
  bool skip_if_broken(const Record& record, std::string_view name,
                      std::size_t limit);

  [[nodiscard]] const article::Origin& origin() const { return origin_; }

 private:
  article::Origin origin_;
  std::vector<article::Problem> warnings_;
  std::deque<ReadResult> results_;
  bool gave_any_ = false;
  bool ended_ = false;
};

/// Cuts `text` to at most `limit` bytes, between characters; whether it had to.
[[nodiscard]] bool cut_to(std::string& text, std::size_t limit);

/// "an article of more than N MiB: the rest was cut off", for people.
[[nodiscard]] std::string cut_warning(std::size_t limit);

/// A number of bytes for people: "16 MiB", "900 bytes".
[[nodiscard]] std::string byte_count(std::uint64_t bytes);

/// An ISO 639-1 code of `name` ("EN-us", "eng"), or "" if it is none.
[[nodiscard]] std::string language_code(std::string_view name);

}  // namespace broadsheet::read
