// JSON: one object a line, or objects over several lines. Records are cut first
// and parsed one by one, so that a broken one costs no other. One that simdjson
// refuses is mended where that loses nothing (bytes in another charset, NULs,
// half surrogate pairs) and tried again; else the reason names the byte.
#include <fmt/format.h>
#include <simdjson.h>

#include <new>
#include <optional>
#include <utility>

#include "corpus/read/charset.h"
#include "corpus/read/formats.h"
#include "corpus/read/json_article.h"
#include "corpus/read/json_documents.h"
#include "corpus/read/json_fault.h"
#include "corpus/read/record_reader.h"
#include "corpus/read/record_splitter.h"

namespace broadsheet::read {
namespace {

// Beyond this a parser's buffers are given back after the line.
constexpr std::size_t kLongLine = std::size_t{4} << 20;

bool is_blank(std::string_view line) {
  return line.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

// A record that was tried again, and what it was in.
struct Attempt {
  std::string mended;  // Empty if it was right as it came.
  std::string encoding = "UTF-8";
};

class JsonReader final : public RecordReader {
 public:
  JsonReader(FormatInput input, bool lines)
      : RecordReader(input.source->name()),
        limit_(input.options.max_article_bytes),
        fields_(std::move(input.options.fields)),
        charset_(std::move(input.charset)),
        parser_(std::make_unique<simdjson::dom::parser>()) {
    if (lines) {
      lines_.emplace(std::move(input.source), limit_ * 4);
    } else {
      documents_.emplace(std::move(input.source), limit_ * 4);
    }
  }

 private:
  bool read_record() override { return lines_ ? read_line() : read_document(); }

  bool read_line() {
    std::optional<Record> line = lines_->next_line();
    while (line && line->fault == Record::Fault::kNone &&
           is_blank(without_mark(*line))) {
      line = lines_->next_line();
    }
    if (!line) return false;
    begin_record(line->offset);
    if (skip_if_broken(*line, "line", limit_ * 4)) return true;
    read_object(without_mark(*line));
    release(*line);
    return true;
  }

  bool read_document() {
    const std::optional<Record> document = documents_->next();
    if (!document) return false;
    // A mark at the head of the file is no value.
    if (document->fault == Record::Fault::kOutside && document->size <= 3 &&
        document->offset == 0) {
      return true;
    }
    begin_record(document->offset);
    if (document->fault == Record::Fault::kOutside) {
      skip(fmt::format("not a JSON object: {} of other values",
                       byte_count(document->size)));
    } else if (document->fault == Record::Fault::kUnclosed) {
      skip("the file ends within an object: \"}\" is missing");
    } else if (!skip_if_broken(*document, "object", limit_ * 4)) {
      read_object(document->bytes);
      release(*document);
    }
    return true;
  }

  void release(const Record& record) {
    if (record.size > kLongLine) {
      parser_ = std::make_unique<simdjson::dom::parser>();
    }
  }

  static std::string_view without_mark(const Record& line) {
    std::string_view bytes = line.bytes;
    if (line.offset == 0 && bytes.starts_with("\xEF\xBB\xBF")) {
      bytes.remove_prefix(3);
    }
    return bytes;
  }

  void read_object(std::string_view line) {
    Attempt attempt;
    simdjson::dom::element root;
    simdjson::error_code error = parse(line, root);
    if (error != simdjson::SUCCESS) {
      error = parse_mended(line, attempt, root);
      if (error != simdjson::SUCCESS) {
        // What is told of is the line as it came, unless it was another
        // charset's, whose bytes mean nothing to JSON.
        const std::string_view told =
            attempt.encoding == "UTF-8" ? line : attempt.mended;
        return skip(fault_of(told, error, lines_ ? "line" : "object"));
      }
    }
    simdjson::dom::object object;
    if (root.get_object().get(object) != simdjson::SUCCESS) {
      return skip("not a JSON object: a line must be {\"key\": value, …}");
    }
    std::variant<ArticleParts, std::string> made =
        read_json_article(object, fields_);
    if (auto* reason = std::get_if<std::string>(&made)) {
      if (!lines_ && read_envelope(object, attempt.encoding)) return;
      return skip(std::move(*reason));
    }
    finish(std::get<ArticleParts>(std::move(made)), attempt.encoding);
  }

  // The answer of a server: an object that holds a list of articles. Whether it
  // is one.
  bool read_envelope(simdjson::dom::object object,
                     const std::string& encoding) {
    for (const auto& [key, value] : object) {
      simdjson::dom::array list;
      if (value.get_array().get(list) != simdjson::SUCCESS) continue;
      bool first = true;
      for (const simdjson::dom::element item : list) {
        simdjson::dom::object one;
        if (item.get_object().get(one) != simdjson::SUCCESS) break;
        if (!first) begin_record(origin().offset);
        first = false;
        std::variant<ArticleParts, std::string> made =
            read_json_article(one, fields_);
        if (auto* reason = std::get_if<std::string>(&made)) {
          skip(std::move(*reason));
        } else {
          finish(std::get<ArticleParts>(std::move(made)), encoding);
        }
      }
      if (!first) return true;
    }
    return false;
  }

  simdjson::error_code parse(std::string_view padded,
                             simdjson::dom::element& root) {
    const simdjson::error_code error =
        parser_->parse(padded.data(), padded.size(), false).get(root);
    if (error == simdjson::MEMALLOC) throw std::bad_alloc();
    return error;
  }

  // Tries again what can be mended; `attempt` keeps it alive.
  simdjson::error_code parse_mended(std::string_view line, Attempt& attempt,
                                    simdjson::dom::element& root) {
    DecodedText decoded = decode(line, charset_);
    attempt.encoding = decoded.encoding;
    attempt.mended = std::move(decoded.text);
    std::optional<std::string> paired =
        with_surrogates_replaced(attempt.mended);
    const bool had_halves = paired.has_value();
    if (paired) attempt.mended = *std::move(paired);
    const std::size_t size = attempt.mended.size();
    attempt.mended.append(SourceWindow::kPadding, ' ');
    const simdjson::error_code error =
        parse(std::string_view(attempt.mended).substr(0, size), root);
    attempt.mended.resize(size);
    if (error != simdjson::SUCCESS) return error;
    if (decoded.mended) {
      warn(mended_warning(decoded.encoding));
    } else if (decoded.encoding != "UTF-8") {
      warn(fmt::format("not UTF-8, as JSON should be: read as {}",
                       decoded.encoding));
    }
    if (decoded.had_nul) warn(std::string(kNulWarning));
    if (had_halves) warn("half surrogate pairs in it became U+FFFD");
    return error;
  }

  static std::string fault_of(std::string_view line, simdjson::error_code error,
                              std::string_view unit) {
    const std::optional<JsonFault> fault = find_json_fault(line);
    if (fault) {
      return fmt::format("not JSON: {} at byte {} of the {}", fault->what,
                         fault->byte + 1, unit);
    }
    return fmt::format("not JSON: {}", simdjson::error_message(error));
  }

  void finish(ArticleParts parts, const std::string& encoding) {
    parts.article.encoding = encoding;
    give(std::move(parts), limit_);
  }

  std::size_t limit_;
  FieldMap fields_;
  std::string charset_;
  std::optional<RecordSplitter> lines_;  // Or documents_.
  std::optional<JsonDocuments> documents_;
  std::unique_ptr<simdjson::dom::parser> parser_;
};

}  // namespace

std::unique_ptr<Reader> json_lines_reader(FormatInput input) {
  return std::make_unique<JsonReader>(std::move(input), true);
}

std::unique_ptr<Reader> json_reader(FormatInput input) {
  return std::make_unique<JsonReader>(std::move(input), false);
}

}  // namespace broadsheet::read
