// Readers turn bytes into articles, one at a time, whatever the format. One
// file a format; what they share (records, charsets, field names) stands
// beside them.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "corpus/article/article.h"
#include "corpus/article/origin.h"
#include "corpus/read/byte_source.h"
#include "corpus/read/field_map.h"

namespace broadsheet::read {

enum class Format : unsigned char {
  kPlainText,
  kJsonLines,
  kReutersSgml,
  kTrecSgml,
  kHtml,
  kJson,
  kCsv,
  kTsv,
  kMarkdown,
  kFeed,
  kNitf,
  kNewsMl,
  kWarc,
  kMail,
  kMbox,
};

/// The name in options and messages: text, jsonl, reuters, ….
[[nodiscard]] std::string_view to_string(Format format);
[[nodiscard]] std::optional<Format> parse_format(std::string_view name);

/// All names, for messages: "text, jsonl, reuters".
[[nodiscard]] std::string format_names();

/// What a reader is told beside the bytes.
struct ReadOptions {
  std::optional<Format> format;  ///< Given by the user; else found by content.
  FieldMap fields;               ///< JSON: which key is which field.
  /// An article's text beyond this many bytes is cut off, with a warning.
  std::size_t max_article_bytes = std::size_t{16} << 20;
};

/// An article, or what was wrong with a record. A record gives either one
/// Problem of kind kSkipped or one Article, with any number of kWarning
/// Problems before it. A file without a record gives one kSkipped Problem, so
/// that every file and every record is accounted for.
using ReadResult = std::variant<article::Article, article::Problem>;

/// Reads the records of one file.
class Reader {
 public:
  virtual ~Reader() = default;

  /// The next article or problem; nothing at the end. After nothing, only
  /// nothing. A file that can't be read on gives a Problem as its last.
  /// Throws Error only if the program itself is broken (ICU's data).
  [[nodiscard]] virtual std::optional<ReadResult> next() = 0;
};

/// A reader for `source`: the format asked for, or the one its first 64 KiB
/// look like, then its name. Empty and binary files give a reader that gives
/// one Problem. Of an archive or a compressed file, the reader gives what is in
/// it: "a.zip!/b.html" is the path of a member.
[[nodiscard]] std::unique_ptr<Reader> make_reader(
    std::unique_ptr<ByteSource> source, const ReadOptions& options);

/// Opens the regular file `path` without following a final symlink and without
/// blocking, and reads it: a Problem for everything that is not to be read
/// (missing, no permission, FIFO, socket, device) instead of an Error. Throws
/// Error if the process has no file descriptor or memory left.
[[nodiscard]] std::variant<std::unique_ptr<Reader>, article::Problem> open_file(
    const std::string& path, const ReadOptions& options);

}  // namespace broadsheet::read
