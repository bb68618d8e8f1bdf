// The readers there are, one file a format; make_reader chooses among them.
#pragma once

#include <memory>
#include <string>

#include "corpus/read/archive.h"
#include "corpus/read/byte_source.h"
#include "corpus/read/reader.h"

namespace broadsheet::read {

/// What a format's reader is given: bytes from the first on, and what is known
/// of them.
struct FormatInput {
  std::unique_ptr<ByteSource> source;
  ReadOptions options;
  /// The charset the file looks like if it is not UTF-8; else empty.
  std::string charset;
  /// Bytes of a code unit of the file: 1, or 2 for UTF-16 and 4 for UTF-32. Of
  /// wide ones, `source` gives plain text and HTML as they are, all else as
  /// UTF-8.
  std::size_t unit_bytes = 1;
};

/// Where a file stands that comes out of archives.
struct ArchivePlace {
  std::shared_ptr<ArchiveBudget> budget;
  int depth = 0;  ///< Layers of archives and compression around it.
};

/// A compressed file, or an archive of files.
[[nodiscard]] std::unique_ptr<Reader> archive_reader(FormatInput input,
                                                     ArchivePlace place);

/// As make_reader, for a file out of an archive.
[[nodiscard]] std::unique_ptr<Reader> make_reader_within(
    std::unique_ptr<ByteSource> source, const ReadOptions& options,
    ArchivePlace place);

/// HTML pages in a web archive: the responses of servers.
[[nodiscard]] std::unique_ptr<Reader> warc_reader(FormatInput input);

/// The whole file is one article.
[[nodiscard]] std::unique_ptr<Reader> plain_text_reader(FormatInput input);

/// The whole file is one page, and the page one article.
[[nodiscard]] std::unique_ptr<Reader> html_reader(FormatInput input);

/// One JSON object a line.
[[nodiscard]] std::unique_ptr<Reader> json_lines_reader(FormatInput input);

/// JSON objects over several lines: one, an array, or one after another.
[[nodiscard]] std::unique_ptr<Reader> json_reader(FormatInput input);

/// A table with a head; its rows are articles. The sign that parts the fields
/// is found in the head, or is a tab.
[[nodiscard]] std::unique_ptr<Reader> csv_reader(FormatInput input);
[[nodiscard]] std::unique_ptr<Reader> tsv_reader(FormatInput input);

/// The whole file is one article, with YAML front matter or without.
[[nodiscard]] std::unique_ptr<Reader> markdown_reader(FormatInput input);

/// RSS and Atom: <item> and <entry> records.
[[nodiscard]] std::unique_ptr<Reader> feed_reader(FormatInput input);

/// NITF: <nitf> records.
[[nodiscard]] std::unique_ptr<Reader> nitf_reader(FormatInput input);

/// NewsML-G2: <newsItem> records.
[[nodiscard]] std::unique_ptr<Reader> newsml_reader(FormatInput input);

/// One message of mail, and a file of many.
[[nodiscard]] std::unique_ptr<Reader> mail_reader(FormatInput input);
[[nodiscard]] std::unique_ptr<Reader> mbox_reader(FormatInput input);

/// Reuters-21578: <REUTERS …> records.
[[nodiscard]] std::unique_ptr<Reader> reuters_sgml_reader(FormatInput input);

/// TREC collections: <DOC> records.
[[nodiscard]] std::unique_ptr<Reader> trec_sgml_reader(FormatInput input);

}  // namespace broadsheet::read
