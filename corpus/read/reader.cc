// Chooses the reader: what the file is comes from its first bytes, which are
// then put back in front of the rest.
#include "corpus/read/reader.h"

#include <fcntl.h>
#include <sys/stat.h>

#include <array>
#include <cerrno>
#include <utility>

#include "corpus/base/error.h"
#include "corpus/read/formats.h"
#include "corpus/read/open_path.h"
#include "corpus/read/record_reader.h"
#include "corpus/read/sniff.h"
#include "corpus/read/wide_source.h"

namespace broadsheet::read {
namespace {

constexpr std::array kFormats = {
    std::pair{Format::kPlainText, std::string_view("text")},
    std::pair{Format::kJsonLines, std::string_view("jsonl")},
    std::pair{Format::kReutersSgml, std::string_view("reuters")},
    std::pair{Format::kTrecSgml, std::string_view("trec")},
    std::pair{Format::kHtml, std::string_view("html")},
    std::pair{Format::kJson, std::string_view("json")},
    std::pair{Format::kCsv, std::string_view("csv")},
    std::pair{Format::kTsv, std::string_view("tsv")},
    std::pair{Format::kMarkdown, std::string_view("markdown")},
    std::pair{Format::kFeed, std::string_view("feed")},
    std::pair{Format::kNitf, std::string_view("nitf")},
    std::pair{Format::kNewsMl, std::string_view("newsml")},
    std::pair{Format::kWarc, std::string_view("warc")},
    std::pair{Format::kMail, std::string_view("mail")},
    std::pair{Format::kMbox, std::string_view("mbox")},
};

// Gives the one reason why a file is not read.
class RefusedReader final : public RecordReader {
 public:
  RefusedReader(std::string path, std::string reason)
      : RecordReader(std::move(path)), reason_(std::move(reason)) {}

 private:
  bool read_record() override {
    if (reason_.empty()) return false;
    skip(std::exchange(reason_, {}));
    return true;
  }

  std::string reason_;
};

std::unique_ptr<Reader> refused(std::string path, std::string reason) {
  return std::make_unique<RefusedReader>(std::move(path), std::move(reason));
}

// Names the encoding that the bytes came in where the reader, which got UTF-8,
// knows no better.
class ConvertedReader final : public Reader {
 public:
  ConvertedReader(std::unique_ptr<Reader> reader, std::string_view encoding)
      : reader_(std::move(reader)), encoding_(encoding) {}

  std::optional<ReadResult> next() override {
    std::optional<ReadResult> result = reader_->next();
    if (!result) return result;
    auto* read = std::get_if<article::Article>(&*result);
    if (read != nullptr && read->encoding == "UTF-8")
      read->encoding = encoding_;
    return result;
  }

 private:
  std::unique_ptr<Reader> reader_;
  std::string encoding_;
};

std::unique_ptr<Reader> reader_of(Format format, FormatInput input) {
  switch (format) {
    case Format::kPlainText:
      return plain_text_reader(std::move(input));
    case Format::kJsonLines:
      return json_lines_reader(std::move(input));
    case Format::kReutersSgml:
      return reuters_sgml_reader(std::move(input));
    case Format::kTrecSgml:
      return trec_sgml_reader(std::move(input));
    case Format::kHtml:
      return html_reader(std::move(input));
    case Format::kJson:
      return json_reader(std::move(input));
    case Format::kCsv:
      return csv_reader(std::move(input));
    case Format::kTsv:
      return tsv_reader(std::move(input));
    case Format::kMarkdown:
      return markdown_reader(std::move(input));
    case Format::kFeed:
      return feed_reader(std::move(input));
    case Format::kNitf:
      return nitf_reader(std::move(input));
    case Format::kNewsMl:
      return newsml_reader(std::move(input));
    case Format::kWarc:
      return warc_reader(std::move(input));
    case Format::kMail:
      return mail_reader(std::move(input));
    case Format::kMbox:
      return mbox_reader(std::move(input));
  }
  return plain_text_reader(std::move(input));
}

article::Problem not_read(const std::string& path, std::string reason) {
  return {article::Problem::Kind::kSkipped, {path, 0, 0}, std::move(reason)};
}

}  // namespace

std::string_view to_string(Format format) {
  for (const auto& [known, name] : kFormats) {
    if (known == format) return name;
  }
  return {};
}

std::optional<Format> parse_format(std::string_view name) {
  for (const auto& [format, known] : kFormats) {
    if (known == name) return format;
  }
  return std::nullopt;
}

std::string format_names() {
  std::string names;
  for (const auto& [format, name] : kFormats) {
    if (!names.empty()) names += ", ";
    names += name;
  }
  return names;
}

std::unique_ptr<Reader> make_reader(std::unique_ptr<ByteSource> source,
                                    const ReadOptions& options) {
  return make_reader_within(std::move(source), options,
                            {std::make_shared<ArchiveBudget>(), 0});
}

std::unique_ptr<Reader> make_reader_within(std::unique_ptr<ByteSource> source,
                                           const ReadOptions& options,
                                           ArchivePlace place) {
  std::string head;
  try {
    head = read_up_to(*source, kSniffBytes);
  } catch (const ReadError& error) {
    return refused(source->name(), error.what());
  }
  Sniffed sniffed = sniff(head, source->name(), options.format);
  if (sniffed.archive) {
    source = source_after(std::move(head), std::move(source));
    return archive_reader({std::move(source), options, {}}, std::move(place));
  }
  if (!sniffed.format) {
    return refused(source->name(), std::move(sniffed.reason));
  }
  source = source_after(std::move(head), std::move(source));
  const bool converts = !sniffed.wide_encoding.empty() &&
                        sniffed.format != Format::kPlainText &&
                        sniffed.format != Format::kHtml;
  if (converts) {
    source = utf8_source(std::move(source), sniffed.wide_encoding);
  }
  FormatInput input{std::move(source), options, std::move(sniffed.charset)};
  if (!sniffed.wide_encoding.empty()) {
    input.unit_bytes = sniffed.wide_encoding.starts_with("UTF-32") ? 4 : 2;
  }
  std::unique_ptr<Reader> reader = reader_of(*sniffed.format, std::move(input));
  if (!converts) return reader;
  return std::make_unique<ConvertedReader>(std::move(reader),
                                           sniffed.wide_encoding);
}

std::variant<std::unique_ptr<Reader>, article::Problem> open_file(
    const std::string& path, const ReadOptions& options) {
  std::variant<FileDescriptor, OpenFailure> opened = open_path(path, false);
  if (const auto* failure = std::get_if<OpenFailure>(&opened)) {
    const int number = failure->number;
    if (number == EMFILE || number == ENFILE || number == ENOMEM) {
      throw system_error("open", path, number);
    }
    return not_read(path, explain(*failure));
  }
  FileDescriptor& file = std::get<FileDescriptor>(opened);
  struct stat status {};
  if (::fstat(file.number(), &status) != 0) {
    return not_read(path, explain(OpenFailure{errno}));
  }
  if (S_ISDIR(status.st_mode)) return not_read(path, "a directory");
  if (!S_ISREG(status.st_mode)) return not_read(path, "not a regular file");
  return make_reader(file_source(std::move(file), path), options);
}

}  // namespace broadsheet::read
