// JSON Lines: one object a line. Lines are cut first and parsed one by one, so
// that a broken one costs no other. A line that simdjson refuses is mended
// where that loses nothing (bytes in another charset, NULs, half surrogate
// pairs) and tried again; else the reason names the byte.
#include <fmt/format.h>
#include <simdjson.h>

#include <new>
#include <utility>

#include "corpus/read/charset.h"
#include "corpus/read/formats.h"
#include "corpus/read/json_article.h"
#include "corpus/read/json_fault.h"
#include "corpus/read/lines.h"
#include "corpus/read/plain_text_layout.h"
#include "corpus/read/record_reader.h"

namespace broadsheet::read {
namespace {

using article::Article;
using article::Zone;

// Beyond this a parser's buffers are given back after the line.
constexpr std::size_t kLongLine = std::size_t{4} << 20;

bool is_blank(std::string_view line) {
  return line.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

void blank_nuls(std::string& text) {
  for (char& c : text) {
    if (c == '\0') c = ' ';
  }
}

// A line on its way to JSON: as it came, or as it was mended.
struct Attempt {
  std::string mended;  // With padding, if `is_mended`.
  std::string encoding = "UTF-8";
};

class JsonLinesReader final : public RecordReader {
 public:
  explicit JsonLinesReader(FormatInput input)
      : RecordReader(input.source->name()),
        limit_(input.options.max_article_bytes),
        fields_(std::move(input.options.fields)),
        charset_(std::move(input.charset)),
        lines_(std::move(input.source), limit_ * 4),
        parser_(std::make_unique<simdjson::dom::parser>()) {}

 private:
  bool read_record() override {
    std::optional<Record> line = lines_.next_line();
    while (line && line->fault == Record::Fault::kNone &&
           is_blank(without_mark(*line))) {
      line = lines_.next_line();
    }
    if (!line) return false;
    begin_record(line->offset);
    if (skip_if_broken(*line, "line", limit_ * 4)) return true;
    read_line(without_mark(*line));
    if (line->size > kLongLine) {
      parser_ = std::make_unique<simdjson::dom::parser>();
    }
    return true;
  }

  static std::string_view without_mark(const Record& line) {
    std::string_view bytes = line.bytes;
    if (line.offset == 0 && bytes.starts_with("\xEF\xBB\xBF")) {
      bytes.remove_prefix(3);
    }
    return bytes;
  }

  void read_line(std::string_view line) {
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
        return skip(fault_of(told, error));
      }
    }
    simdjson::dom::object object;
    if (root.get_object().get(object) != simdjson::SUCCESS) {
      return skip("not a JSON object: a line must be {\"key\": value, …}");
    }
    std::variant<JsonArticle, std::string> made =
        read_json_article(object, fields_);
    if (auto* reason = std::get_if<std::string>(&made)) {
      return skip(std::move(*reason));
    }
    finish(std::get<JsonArticle>(std::move(made)), attempt.encoding);
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
    attempt.mended.append(RecordSplitter::kPadding, ' ');
    const simdjson::error_code error =
        parse(std::string_view(attempt.mended).substr(0, size), root);
    attempt.mended.resize(size);
    if (error != simdjson::SUCCESS) return error;
    if (decoded.mended) {
      warn(fmt::format("not all of it is {}: U+FFFD stands for what is not",
                       decoded.encoding));
    } else if (decoded.encoding != "UTF-8") {
      warn(fmt::format("not UTF-8, as JSON should be: read as {}",
                       decoded.encoding));
    }
    if (decoded.had_nul) warn("NUL bytes in it became blanks");
    if (had_halves) warn("half surrogate pairs in it became U+FFFD");
    return error;
  }

  static std::string fault_of(std::string_view line,
                              simdjson::error_code error) {
    const std::optional<JsonFault> fault = find_json_fault(line);
    if (fault) {
      return fmt::format("not JSON: {} at byte {} of the line", fault->what,
                         fault->byte + 1);
    }
    return fmt::format("not JSON: {}", simdjson::error_message(error));
  }

  void finish(JsonArticle made, const std::string& encoding) {
    Article article = std::move(made.article);
    for (std::string& warning : made.warnings) warn(std::move(warning));
    article.encoding = encoding;
    const std::size_t headline = made.headline.size();
    article.text = std::move(made.headline);
    if (!article.text.empty()) article.text += "\n\n";
    const std::size_t body = article.text.size();
    article.text += made.body;
    if (article.text.find('\0') != std::string::npos) {
      blank_nuls(article.text);
      warn("NUL characters in it became blanks");
    }
    if (cut_to(article.text, limit_)) warn(cut_warning(limit_));
    add_layout(article, std::min(headline, article.text.size()),
               std::min(body, article.text.size()));
    give(std::move(article));
  }

  static void add_layout(Article& article, std::size_t headline,
                         std::size_t body) {
    const std::string_view text = article.text;
    if (headline > 0) {
      article.paragraphs.push_back({{0, headline}, Zone::kHeadline});
    }
    Layout layout = body_layout(text, {body, text.size()});
    for (const article::Paragraph& paragraph : layout.paragraphs) {
      // Exports often repeat the title at the head of the body.
      const bool repeated =
          article.paragraphs.size() == 1 && headline > 0 &&
          same_words(paragraph.bytes.of(text), text.substr(0, headline));
      if (!repeated) article.paragraphs.push_back(paragraph);
    }
    if (!article.published) article.published = layout.published;
    if (article.place.empty()) article.place = std::move(layout.place);
    if (article.source.empty()) article.source = std::move(layout.source);
    if (article.authors.empty()) article.authors = std::move(layout.authors);
  }

  std::size_t limit_;
  FieldMap fields_;
  std::string charset_;
  RecordSplitter lines_;
  std::unique_ptr<simdjson::dom::parser> parser_;
};

}  // namespace

std::unique_ptr<Reader> json_lines_reader(FormatInput input) {
  return std::make_unique<JsonLinesReader>(std::move(input));
}

}  // namespace broadsheet::read
