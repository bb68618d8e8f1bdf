// A plain text is one article: the file's text as it is, and a layout found in
// it.
#include <utility>

#include "corpus/base/utf8.h"
#include "corpus/read/charset.h"
#include "corpus/read/formats.h"
#include "corpus/read/plain_text_layout.h"
#include "corpus/read/whole_file_reader.h"

namespace broadsheet::read {
namespace {

class PlainTextReader final : public WholeFileReader {
 public:
  using WholeFileReader::WholeFileReader;

 private:
  void read_file(FormatInput input) override {
    const std::size_t limit = input.options.max_article_bytes;
    // Enough for the limit: no charset but those of wide units takes more bytes
    // for a text than UTF-8 does.
    const std::size_t most = (limit + 4) * input.unit_bytes;
    std::string bytes = read_up_to(*input.source, most);
    // A character cut by the end of what was read is not malformed.
    if (bytes.size() == most) bytes.resize(utf8_floor(bytes, most - 1));
    DecodedText decoded = decode(bytes, input.charset);
    article::Article article;
    article.text = std::move(decoded.text);
    article.encoding = std::move(decoded.encoding);
    const bool was_cut = cut_to(article.text, limit);
    if (decoded.mended &&
        article.text.find("\xEF\xBF\xBD") != std::string::npos) {
      warn(mended_warning(article.encoding));
    }
    if (decoded.had_nul) warn(std::string(kNulWarning));
    if (was_cut) warn(cut_warning(limit));
    Layout layout = article_layout(article.text);
    if (layout.paragraphs.empty()) return skip("no text in it");
    article.paragraphs = std::move(layout.paragraphs);
    article.published = layout.published;
    article.place = std::move(layout.place);
    article.source = std::move(layout.source);
    article.authors = std::move(layout.authors);
    note_sources(article);
    give(std::move(article));
  }

  // All that is known of a plain text stands in it.
  static void note_sources(article::Article& article) {
    const auto note = [&](std::string_view field, bool there) {
      if (there) article.sources.push_back({field, "text", {}});
    };
    note("date", article.published.has_value());
    note("place", !article.place.empty());
    note("source", !article.source.empty());
    note("author", !article.authors.empty());
  }
};

}  // namespace

std::unique_ptr<Reader> plain_text_reader(FormatInput input) {
  return std::make_unique<PlainTextReader>(std::move(input));
}

}  // namespace broadsheet::read
