// Reuters-21578 as David Lewis distributed it: 21,578 stories of 1987 in SGML
// that no parser takes unaltered. Each record holds fields (DATE, TOPICS, …)
// and a TEXT, which holds TITLE, AUTHOR, DATELINE and BODY, or in "BRIEF" ones
// a TITLE and in "UNPROC" ones nothing but lines. The DTD's elements do not
// nest in themselves, so each is found by its tags alone.
#include <utility>

#include "corpus/article/date.h"
#include "corpus/read/byline.h"
#include "corpus/read/charset.h"
#include "corpus/read/dateline.h"
#include "corpus/read/formats.h"
#include "corpus/read/lines.h"
#include "corpus/read/record_reader.h"
#include "corpus/read/record_splitter.h"
#include "corpus/read/reuters_text.h"
#include "corpus/read/sgml.h"

namespace broadsheet::read {
namespace {

using article::Article;

constexpr std::string_view kRecord = "REUTERS";
constexpr std::size_t kLongestDate = 80;

// What stands between the tags of the first `name`; empty if there is none.
// Their case is the DTD's, which makes this one search for a fixed string.
std::string_view content_of(std::string_view record, std::string_view name) {
  const std::string start = '<' + std::string(name);
  const std::string end = "</" + std::string(name) + '>';
  const std::size_t at = record.find(start);
  if (at == std::string_view::npos) return {};
  const std::size_t open = record.find('>', at + start.size());
  if (open == std::string_view::npos) return {};
  const std::size_t close = record.find(end, open);
  if (close == std::string_view::npos) return record.substr(open + 1);
  return record.substr(open + 1, close - open - 1);
}

// The values of "<D>cocoa</D><D>grain</D>".
std::vector<std::string> list_of(std::string_view content) {
  std::vector<std::string> values;
  for (;;) {
    const std::size_t open = content.find("<D>");
    if (open == std::string_view::npos) return values;
    content.remove_prefix(open + 3);
    const std::string value =
        decode_references(content.substr(0, content.find('<')));
    if (!trimmed(value).empty()) values.emplace_back(trimmed(value));
  }
}

std::string joined(const std::vector<std::string>& values) {
  std::string text;
  for (const std::string& value : values) {
    if (!text.empty()) text += ", ";
    text += value;
  }
  return text;
}

class ReutersReader final : public RecordReader {
 public:
  explicit ReutersReader(FormatInput input)
      : RecordReader(input.source->name()),
        limit_(input.options.max_article_bytes),
        records_(std::move(input.source), limit_ * 4) {}

 private:
  bool read_record() override {
    const std::optional<Record> record = records_.next_element(kRecord);
    if (!record) return false;
    begin_record(record->offset);
    if (!skip_if_broken(*record, kRecord, limit_ * 4))
      read_story(record->bytes);
    return true;
  }

  void read_story(std::string_view bytes) {
    // The collection declares nothing and is Latin-1 where it is not ASCII.
    DecodedText decoded = decode(bytes, "ISO-8859-1");
    const std::string_view record = decoded.text;
    const std::size_t text_at = record.find("<TEXT");
    if (text_at == std::string_view::npos)
      return skip("no <TEXT> in the record");
    const std::string_view fields = record.substr(0, text_at);
    ReutersText made =
        read_reuters_text(content_of(record.substr(text_at), "TEXT"), limit_);
    // One of the collection's records is empty; it is an article all the same.
    if (made.text.empty()) warn("no text in the record");
    if (made.was_cut) warn(cut_warning(limit_));

    Article article;
    article.text = std::move(made.text);
    article.paragraphs = std::move(made.paragraphs);
    article.encoding = std::move(decoded.encoding);
    article.source = "Reuters";
    article.language = "en";
    const std::optional<Tag> start = next_tag(fields, 0);
    if (start) article.id = attribute(start->attributes, "NEWID");
    article.topics = list_of(content_of(fields, "TOPICS"));
    read_date(content_of(fields, "DATE"), article);
    if (!made.author.empty()) article.authors = author_names(made.author);
    const std::optional<Dateline> dateline = parse_dateline(made.dateline);
    article.place = dateline ? dateline->place
                             : joined(list_of(content_of(fields, "PLACES")));
    note_sources(article, dateline.has_value(), content_of(fields, "DATE"));
    give(std::move(article));
  }

  static void note_sources(Article& article, bool dateline,
                           std::string_view date) {
    const auto note = [&](std::string_view field, bool there,
                          const char* where) {
      if (there) article.sources.push_back({field, where, {}});
    };
    note("id", !article.id.empty(), "NEWID");
    note("topics", !article.topics.empty(), "TOPICS");
    note("author", !article.authors.empty(), "AUTHOR");
    note("place", !article.place.empty(), dateline ? "DATELINE" : "PLACES");
    note("source", true, "collection");
    note("lang", true, "collection");
    if (!article.published) return;
    article.sources.push_back({"date", "DATE", std::string(trimmed(date))});
  }

  void read_date(std::string_view raw, Article& article) {
    // Some dates have junk behind them: "…59.13&#5;&#5;&#5;RM", "… # guess".
    const std::string text = decode_references(raw);
    std::string_view date = trimmed(text).substr(0, kLongestDate);
    while (!date.empty() && !article.published) {
      article.published = article::parse_date(date);
      const std::size_t space = date.find_last_of(" \t");
      date = space == std::string_view::npos ? std::string_view{}
                                             : trimmed(date.substr(0, space));
    }
    if (!article.published && !trimmed(text).empty()) {
      warn("its date is not understood and left unknown: \"" +
           std::string(trimmed(text).substr(0, kLongestDate)) + '"');
    }
  }

  std::size_t limit_;
  RecordSplitter records_;
};

}  // namespace

std::unique_ptr<Reader> reuters_sgml_reader(FormatInput input) {
  return std::make_unique<ReutersReader>(std::move(input));
}

}  // namespace broadsheet::read
