// TREC collections: <DOC> records whose fields have a name in each newspaper's
// own way. The first name of a list that a record has is the field.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <initializer_list>
#include <utility>

#include "corpus/article/date.h"
#include "corpus/read/ascii.h"
#include "corpus/read/byline.h"
#include "corpus/read/charset.h"
#include "corpus/read/dateline.h"
#include "corpus/read/formats.h"
#include "corpus/read/lines.h"
#include "corpus/read/paper_fields.h"
#include "corpus/read/plain_text_layout.h"
#include "corpus/read/record_reader.h"
#include "corpus/read/record_splitter.h"
#include "corpus/read/sgml.h"
#include "corpus/read/sgml_prose.h"

namespace broadsheet::read {
namespace {

using article::Article;
using article::Zone;

constexpr std::string_view kTrecRecord = "DOC";

// The elements whose content is the article's text, in the order they stand.
constexpr std::array<std::string_view, 6> kTextNames = {
    "TEXT", "LP", "LEADPARA", "BODY", "ABSTRACT", "GRAPHIC"};

// What stands in the text element that `start` opens: up to its end tag, or, if
// that is missing, to the next text element or the end of the record.
Span text_content(std::string_view record, const Tag& start) {
  Span content = {start.bytes.end, record.size()};
  for (std::optional<Tag> tag = next_tag(record, content.begin); tag;
       tag = next_tag(record, tag->bytes.end)) {
    const bool ends = tag->closing ? same_name(tag->name, start.name) ||
                                         same_name(tag->name, kTrecRecord)
                                   : is_one_of(tag->name, kTextNames);
    if (ends) {
      content.end = tag->bytes.begin;
      break;
    }
  }
  return content;
}

class Fields {
 public:
  explicit Fields(std::string_view record) : record_(record) {}

  /// The first of `names` that has content, in one line; "" if none has.
  [[nodiscard]] std::string first(
      std::initializer_list<std::string_view> names) const {
    for (const std::string_view name : names) {
      const std::optional<Element> element = find_element(record_, name);
      if (!element) continue;
      std::string line = sgml_line(element->content.of(record_));
      if (!line.empty()) return line;
    }
    return {};
  }

 private:
  std::string_view record_;
};

class TrecReader final : public RecordReader {
 public:
  explicit TrecReader(FormatInput input)
      : RecordReader(input.source->name()),
        limit_(input.options.max_article_bytes),
        charset_(std::move(input.charset)),
        records_(std::move(input.source), limit_ * 4) {}

 private:
  bool read_record() override {
    const std::optional<Record> record = records_.next_element(kTrecRecord);
    if (!record) return false;
    begin_record(record->offset);
    if (!skip_if_broken(*record, kTrecRecord, limit_ * 4)) {
      read_document(record->bytes);
    }
    return true;
  }

  void read_document(std::string_view bytes) {
    DecodedText decoded = decode(bytes, charset_);
    warn_of(decoded);
    const Fields fields(decoded.text);
    Article article;
    article.encoding = std::move(decoded.encoding);
    article.id = fields.first({"DOCNO", "DOCID"});
    if (article.id.empty()) {
      const std::optional<Tag> start = next_tag(decoded.text, 0);
      if (start) article.id = attribute(start->attributes, "id");
    }
    const std::string headline =
        fields.first({"HL", "HEADLINE", "HEAD", "TITLE", "TI"});
    if (!compose(decoded.text, headline, article)) {
      return skip("no text in the record: neither headline nor <TEXT>");
    }
    read_fields(fields, article);
    note_sources(article);
    give(std::move(article));
  }

  // Puts headline and text elements together; whether there was any text.
  bool compose(std::string_view record, const std::string& headline,
               Article& article) {
    article.text = headline;
    if (!headline.empty()) {
      article.paragraphs.push_back({{0, headline.size()}, Zone::kHeadline});
    }
    for (std::optional<Tag> tag = next_tag(record, 0); tag;) {
      if (tag->closing || !is_one_of(tag->name, kTextNames)) {
        tag = next_tag(record, tag->bytes.end);
        continue;
      }
      const bool caption = same_name(tag->name, "GRAPHIC");
      const Span content = text_content(record, *tag);
      const std::string prose = sgml_prose(content.of(record));
      tag = next_tag(record, content.end);
      if (prose.empty()) continue;
      append_paragraph_break(article.text);
      const std::size_t begin = article.text.size();
      article.text += prose;
      add_prose(begin, caption, article);
      if (article.text.size() > limit_) break;
    }
    if (cut_to(article.text, limit_)) {
      warn(cut_warning(limit_));
      cut_paragraphs(article);
    }
    return !article.paragraphs.empty();
  }

  static void add_prose(std::size_t begin, bool caption, Article& article) {
    Layout layout = body_layout(article.text, {begin, article.text.size()});
    for (article::Paragraph paragraph : layout.paragraphs) {
      if (caption) paragraph.zone = Zone::kCaption;
      article.paragraphs.push_back(paragraph);
    }
    if (caption) return;
    if (article.place.empty()) article.place = std::move(layout.place);
    if (article.source.empty()) article.source = std::move(layout.source);
    if (article.authors.empty()) article.authors = std::move(layout.authors);
    if (!article.published) article.published = layout.published;
  }

  static void cut_paragraphs(Article& article) {
    while (!article.paragraphs.empty()) {
      Span& last = article.paragraphs.back().bytes;
      last.end = std::min(last.end, article.text.size());
      if (last.begin < last.end) {
        last = trimmed(article.text, last);
        if (!last.empty()) return;
      }
      article.paragraphs.pop_back();
    }
  }

  void read_fields(const Fields& fields, Article& article) {
    const std::string date =
        fields.first({"DATE", "DATE1", "DD", "PUBDATE", "DATE_TIME"});
    if (!date.empty()) {
      const std::optional<article::Date> filed = filed_date(date);
      if (filed) {
        article.published = filed;
        article.sources.push_back({"date", "DATE element", date});
      } else {
        warn(fmt::format("its date is not understood and left unknown: \"{}\"",
                         std::string_view(date).substr(0, 40)));
      }
    }
    const std::string byline = fields.first({"BYLINE", "AUTHOR", "AU"});
    if (!byline.empty()) article.authors = author_names(byline);
    const std::string source = fields.first({"SO", "SOURCE"});
    if (!source.empty()) article.source = paper_name(source);
    const std::string section = fields.first({"SECTION"});
    if (!section.empty()) article.section = section;
    const std::string dateline = fields.first({"DATELINE"});
    if (dateline.empty()) return;
    const std::optional<Dateline> parsed = parse_dateline(dateline);
    article.place = parsed ? parsed->place : dateline;
    if (parsed && article.source.empty()) article.source = parsed->agency;
  }

  // Fields have an element each, or stand in the text.
  static void note_sources(Article& article) {
    const auto note = [&](std::string_view field, bool there) {
      if (there) article.sources.push_back({field, "record", {}});
    };
    note("id", !article.id.empty());
    note("author", !article.authors.empty());
    note("source", !article.source.empty());
    note("section", !article.section.empty());
    note("place", !article.place.empty());
  }

  std::size_t limit_;
  std::string charset_;
  RecordSplitter records_;
};

}  // namespace

std::unique_ptr<Reader> trec_sgml_reader(FormatInput input) {
  return std::make_unique<TrecReader>(std::move(input));
}

}  // namespace broadsheet::read
