// Feeds, NITF and NewsML-G2 as readers: one pass, one record's tree at a time.
#include <fmt/format.h>

#include <deque>
#include <optional>
#include <utility>

#include "corpus/read/charset_guess.h"
#include "corpus/read/charset_source.h"
#include "corpus/read/formats.h"
#include "corpus/read/news_xml.h"
#include "corpus/read/record_reader.h"
#include "corpus/read/sgml.h"
#include "corpus/read/xml_stream.h"

namespace broadsheet::read {
namespace {

constexpr std::size_t kHeadBytes = 4096;

bool is_record(Format format, std::string_view name) {
  switch (format) {
    case Format::kFeed:
      return name == "item" || name == "entry";
    case Format::kNitf:
      return name == "nitf";
    default:
      return name == "newsItem";
  }
}

// What the bytes are in: as they declare, unless they can't be that.
std::string encoding_of(std::string_view head, const FormatInput& input) {
  if (input.unit_bytes > 1) {
    return input.unit_bytes == 4 ? "UTF-32" : "UTF-16";
  }
  if (head.starts_with("\xEF\xBB\xBF")) return "UTF-8";
  const std::string_view declaration = head.substr(0, head.find('>'));
  std::string declared;
  if (declaration.starts_with("<?xml")) {
    declared = meant_charset(attribute(declaration, "encoding"), head);
  }
  if (declared.starts_with("UTF-16") || declared.starts_with("UTF-32")) {
    declared.clear();
  }
  if (declared.empty()) declared = input.charset;
  return declared.empty() ? "UTF-8" : declared;
}

class NewsXmlReader final : public RecordReader, private XmlVisitor {
 public:
  NewsXmlReader(FormatInput input, Format format)
      : RecordReader(input.source->name()),
        format_(format),
        limit_(input.options.max_article_bytes),
        tree_(limit_ * 4) {
    std::string head = read_up_to(*input.source, kHeadBytes);
    encoding_ = encoding_of(head, input);
    source_ = source_after(std::move(head), std::move(input.source));
    // Wide units are converted already.
    source_ = charset_source(std::move(source_),
                             input.unit_bytes > 1 ? "UTF-8" : encoding_);
    stream_.emplace(*source_, static_cast<XmlVisitor&>(*this));
  }

 private:
  struct Found {
    std::uint64_t offset = 0;
    std::optional<XmlNode> node;  // Nothing if it is too long.
  };

  bool read_record() override {
    while (found_.empty()) {
      if (!stream_->advance() && found_.empty()) return finish();
    }
    Found found = std::move(found_.front());
    found_.pop_front();
    begin_record(found.offset);
    if (!found.node) {
      skip(fmt::format("a record of more than {}: too long to be read",
                       byte_count(limit_ * 4)));
      return true;
    }
    ArticleParts parts =
        format_ == Format::kFeed   ? read_feed_item(*found.node, around_)
        : format_ == Format::kNitf ? read_nitf(*found.node)
                                   : read_newsml_item(*found.node);
    parts.article.encoding = encoding_;
    give(std::move(parts), limit_);
    return true;
  }

  // Behind the last record: what was left open, and what was wrong.
  bool finish() {
    if (std::exchange(finished_, true)) return false;
    const bool cut = tree_.is_open();
    if (!cut && !stream_->was_refused() && count_ > 0) return false;
    if (!cut && stream_->fault().empty()) return false;
    begin_record(cut ? offset_ : origin().offset);
    std::string reason = "not XML that can be read on";
    if (stream_->was_refused()) reason = "not read on";
    if (!stream_->fault().empty()) reason += ": " + stream_->fault();
    skip(std::move(reason));
    return true;
  }

  void start(const XmlName& name, const XmlAttributes& attributes) override {
    if (!tree_.is_open()) {
      if (!is_record(format_, name.local)) {
        path_.emplace_back(name.local);
        if (const std::string_view language = attributes.value("lang");
            !language.empty() && path_.size() < 3) {
          around_.offer(ArticleField::kLanguage, 3, language, "xml:lang");
        }
        return;
      }
      offset_ = stream_->tag_offset();
    }
    tree_.start(name, attributes);
  }

  void text(std::string_view text) override {
    if (tree_.is_open()) return tree_.text(text);
    if (path_.size() < 2 || format_ != Format::kFeed) return;
    const std::string& parent = path_[path_.size() - 2];
    constexpr std::size_t kLongestTitle = 1000;
    if ((parent == "channel" || parent == "feed") &&
        around_text_.size() < kLongestTitle) {
      around_text_ += text;
    }
  }

  void end(const XmlName& /*name*/) override {
    if (tree_.is_open()) {
      tree_.end();
      if (tree_.is_open()) return;
      ++count_;
      const bool too_long = tree_.is_too_long();
      XmlNode node = tree_.take();
      Found& found = found_.emplace_back();
      found.offset = offset_;
      if (!too_long) found.node = std::move(node);
      return;
    }
    if (path_.empty()) return;
    const std::string name = std::move(path_.back());
    path_.pop_back();
    const std::string value = std::exchange(around_text_, {});
    if (path_.empty()) return;
    if (path_.back() != "channel" && path_.back() != "feed") return;
    if (name == "title") {
      around_.offer(ArticleField::kSource, 5, value, "feed title");
    } else if (name == "language") {
      around_.offer(ArticleField::kLanguage, 2, value, "feed language");
    }
  }

  Format format_;
  std::size_t limit_;
  std::unique_ptr<ByteSource> source_;
  std::string encoding_;
  XmlTreeBuilder tree_;
  std::vector<std::string> path_;  // Open elements outside of records.
  std::string around_text_;
  FieldOffers around_;
  std::deque<Found> found_;
  std::uint64_t offset_ = 0;  // Of the record that is open.
  std::size_t count_ = 0;
  bool finished_ = false;
  std::optional<XmlStream> stream_;
};

}  // namespace

std::unique_ptr<Reader> feed_reader(FormatInput input) {
  return std::make_unique<NewsXmlReader>(std::move(input), Format::kFeed);
}

std::unique_ptr<Reader> nitf_reader(FormatInput input) {
  return std::make_unique<NewsXmlReader>(std::move(input), Format::kNitf);
}

std::unique_ptr<Reader> newsml_reader(FormatInput input) {
  return std::make_unique<NewsXmlReader>(std::move(input), Format::kNewsMl);
}

}  // namespace broadsheet::read
