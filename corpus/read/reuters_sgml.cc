// Reuters-21578 as David Lewis distributed it: 21,578 stories of 1987 in SGML
// that no parser takes unaltered. Each record holds fields (DATE, TOPICS, …)
// and a TEXT, which holds TITLE, AUTHOR, DATELINE and BODY, or in "BRIEF" ones
// a TITLE and in "UNPROC" ones nothing but lines. The DTD's elements do not
// nest in themselves, so each is found by its tags alone.
#include <algorithm>
#include <array>
#include <utility>

#include "corpus/article/date.h"
#include "corpus/read/byline.h"
#include "corpus/read/charset.h"
#include "corpus/read/dateline.h"
#include "corpus/read/formats.h"
#include "corpus/read/lines.h"
#include "corpus/read/paragraphs.h"
#include "corpus/read/record_reader.h"
#include "corpus/read/sgml.h"

namespace broadsheet::read {
namespace {

using article::Article;
using article::Zone;

constexpr std::string_view kRecord = "REUTERS";
// A wrapped line is at least this long; a shorter first line was ended.
constexpr std::size_t kWrapColumns = 58;
constexpr std::size_t kWidestHeadline = 100;
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

// A part of TEXT: an element's content, or what stands between elements.
struct Part {
  std::string_view name;  // Empty for text between elements.
  std::string_view content;
};

std::vector<Part> parts_of(std::string_view text) {
  constexpr std::array<std::string_view, 4> kNames = {"TITLE", "AUTHOR",
                                                      "DATELINE", "BODY"};
  std::vector<Part> parts;
  std::size_t done = 0;
  for (std::size_t at = text.find('<'); at != std::string_view::npos;
       at = text.find('<', at)) {
    const std::string_view behind = text.substr(at + 1);
    const auto* name =
        std::find_if(kNames.begin(), kNames.end(), [&](std::string_view n) {
          return behind.starts_with(n) && behind.substr(n.size(), 1) == ">";
        });
    if (name == kNames.end()) {
      ++at;
      continue;
    }
    if (at > done) parts.push_back({{}, text.substr(done, at - done)});
    const std::size_t begin = at + name->size() + 2;
    const std::string end_tag = "</" + std::string(*name) + '>';
    const std::size_t end = text.find(end_tag, begin);
    if (end == std::string_view::npos) {
      parts.push_back({*name, text.substr(begin)});
      return parts;
    }
    parts.push_back({*name, text.substr(begin, end - begin)});
    done = at = end + end_tag.size();
  }
  if (done < text.size()) parts.push_back({{}, text.substr(done)});
  return parts;
}

// The text of the article while it is put together.
struct Composed {
  std::string text;
  Span headline;
  std::string_view author;    // Raw.
  std::string_view dateline;  // Raw.
};

// Whether the last line is a dateline and not a row of a table, as where the
// collection's tags went wrong.
bool ends_in_dateline(std::string_view text) {
  const std::size_t line = text.rfind('\n');
  return parse_dateline(text.substr(line == text.npos ? 0 : line + 1))
      .has_value();
}

Composed compose(std::string_view content) {
  Composed composed;
  std::string_view last;
  for (const Part& part : parts_of(content)) {
    if (part.name == "AUTHOR") {
      composed.author = part.content;
      continue;
    }
    if (part.name == "DATELINE") composed.dateline = part.content;
    std::string text = decode_references(part.content);
    const Span span = trimmed(text, {0, text.size()});
    if (span.empty()) continue;
    // The dateline opens the body's first line; stars of urgency the title's.
    const bool of_title = composed.text.ends_with('*') && part.name == "TITLE";
    const bool of_dateline = last == "DATELINE" && part.name == "BODY" &&
                             ends_in_dateline(composed.text);
    if (of_dateline) {
      composed.text += ' ';
    } else if (!of_title && !composed.text.empty()) {
      composed.text += "\n\n";
    }
    const std::size_t begin = composed.text.size();
    composed.text += span.of(text);
    if (part.name == "TITLE" && composed.headline.empty()) {
      composed.headline = {begin, composed.text.size()};
    }
    last = part.name;
  }
  return composed;
}

// "REUTER", "Reuter...", "REUTER11:43/VB", "MORE", or another agency's name:
// one word without a full stop.
bool is_closing_line(std::string_view text) {
  constexpr std::size_t kLongest = 16;
  if (text.size() > kLongest || text.starts_with("REU")) {
    return text.size() <= kLongest;
  }
  const std::size_t dots = text.find("...");
  return text.size() >= 4 &&
         std::all_of(text.begin(),
                     text.begin() + static_cast<std::ptrdiff_t>(
                                        std::min(dots, text.size())),
                     [](char c) {
                       return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
                     });
}

// Gives the agency's name its own paragraph where it closes the last line.
void part_closing_word(std::string_view text, std::vector<Span>& paragraphs) {
  if (paragraphs.empty()) return;
  const Span last = paragraphs.back();
  const std::size_t space = last.of(text).find_last_of(" \n");
  if (space == std::string_view::npos) return;
  const Span word = {last.begin + space + 1, last.end};
  const Span before = trimmed(text, {last.begin, word.begin});
  if (!word.of(text).starts_with("REUTER") || !ends_sentence(before.of(text))) {
    return;
  }
  paragraphs.back() = before;
  paragraphs.push_back(word);
}

bool has_small_letter(std::string_view text) {
  return std::any_of(text.begin(), text.end(),
                     [](char c) { return c >= 'a' && c <= 'z'; });
}

// The first line of an unprocessed text, if it heads it: in capitals, and
// neither wrapped into the next nor a row of a table.
Span unprocessed_headline(std::string_view text) {
  const std::vector<Line> lines = lines_of(text, {0, text.size()});
  if (lines.size() < 2 || lines[0].bytes.empty()) return {};
  const std::string_view first = lines[0].bytes.of(text);
  if (lines[0].columns > kWidestHeadline || first.ends_with('.') ||
      has_small_letter(first) || first.find("   ") != std::string_view::npos ||
      is_closing_line(first)) {
    return {};
  }
  const bool apart = lines[1].bytes.empty() || lines[1].indent > 0;
  const std::string_view next = lines[1].bytes.of(text);
  const std::size_t word = std::min(next.find(' '), next.size());
  const bool ended = lines[0].columns + 1 + word < kWrapColumns;
  return apart || ended ? lines[0].bytes : Span{};
}

std::string joined(const std::vector<std::string>& values) {
  std::string text;
  for (const std::string& value : values) {
    if (!text.empty()) text += ", ";
    text += value;
  }
  return text;
}

void add_paragraphs(Article& article, Span headline) {
  if (!headline.empty()) {
    article.paragraphs.push_back({headline, Zone::kHeadline});
  }
  std::vector<Span> bodies =
      wire_paragraphs(article.text, {headline.end, article.text.size()});
  part_closing_word(article.text, bodies);
  for (const Span body : bodies) {
    article.paragraphs.push_back({body, Zone::kBody});
  }
  if (!article.paragraphs.empty()) {
    article::Paragraph& last = article.paragraphs.back();
    if (last.zone == Zone::kBody &&
        is_closing_line(last.bytes.of(article.text))) {
      last.zone = Zone::kTrailer;
    }
  }
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
    Composed composed = compose(content_of(record.substr(text_at), "TEXT"));
    // One of the collection's records is empty; it is an article all the same.
    if (composed.text.empty()) warn("no text in the record");

    Article article;
    article.encoding = std::move(decoded.encoding);
    article.source = "Reuters";
    article.language = "en";
    const std::optional<Tag> start = next_tag(fields, 0);
    if (start) article.id = attribute(start->attributes, "NEWID");
    article.topics = list_of(content_of(fields, "TOPICS"));
    read_date(content_of(fields, "DATE"), article);
    if (!composed.author.empty()) {
      article.authors = author_names(decode_references(composed.author));
    }
    std::optional<Dateline> dateline;
    if (!composed.dateline.empty()) {
      dateline = parse_dateline(decode_references(composed.dateline));
    }
    article.place = dateline ? dateline->place
                             : joined(list_of(content_of(fields, "PLACES")));
    article.text = std::move(composed.text);
    if (cut_to(article.text, limit_)) warn(cut_warning(limit_));
    Span headline = composed.headline;
    if (headline.empty()) headline = unprocessed_headline(article.text);
    headline.end = std::min(headline.end, article.text.size());
    headline.begin = std::min(headline.begin, headline.end);
    add_paragraphs(article, headline);
    give(std::move(article));
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
