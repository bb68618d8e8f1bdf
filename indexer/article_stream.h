// The articles of many files, one after the other, as if they were one.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>

#include "corpus/read/reader.h"
#include "indexer/input.h"

namespace broadsheet::indexer {

/// What a stream asks about files before it reads them, and tells of those that
/// it has read.
struct FileQuestions {
  /// Whether the file is passed over.
  std::function<bool(const InputFile&)> is_known = [](const InputFile&) {
    return false;
  };
  /// The last article given was all that the file holds, and nothing was wrong
  /// with it.
  std::function<void(const InputFile&)> held_one_article =
      [](const InputFile&) {};
};

/// Not for two threads.
class ArticleStream {
 public:
  /// The references must outlive the stream.
  ArticleStream(const Input& input, const read::ReadOptions& options,
                FileQuestions questions = {});

  /// The next article or problem; nothing at the end. A file that can't be
  /// opened or read on is a problem, and the next file follows. Throws Error
  /// (kInterrupted) if a signal came.
  [[nodiscard]] std::optional<read::ReadResult> next();

  /// The sizes of the files read to their end, in bytes, and of what of the
  /// current one lies before the last article.
  [[nodiscard]] std::uint64_t bytes_read() const { return before_ + within_; }

 private:
  void end_file(bool was_read);

  const Input& input_;
  const read::ReadOptions& options_;
  FileQuestions questions_;
  std::unique_ptr<read::Reader> reader_;
  std::size_t file_ = 0;        // The one being read, or to be opened next.
  std::uint64_t articles_ = 0;  // Of the current file, so far.
  std::uint64_t problems_ = 0;
  std::uint64_t before_ = 0;
  std::uint64_t within_ = 0;
};

}  // namespace broadsheet::indexer
