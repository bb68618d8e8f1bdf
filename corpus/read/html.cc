// HTML: a file is a page, and a page an article.
#include <fmt/format.h>

#include <utility>

#include "corpus/base/utf8.h"
#include "corpus/read/charset.h"
#include "corpus/read/formats.h"
#include "corpus/read/html_article.h"
#include "corpus/read/html_metadata.h"
#include "corpus/read/record_reader.h"

namespace broadsheet::read {
namespace {

class HtmlReader final : public RecordReader {
 public:
  explicit HtmlReader(FormatInput input)
      : RecordReader(input.source->name()), input_(std::move(input)) {}

 private:
  bool read_record() override {
    if (!input_.source) return false;
    const std::size_t limit = input_.options.max_article_bytes;
    const std::unique_ptr<ByteSource> source =
        std::exchange(input_.source, nullptr);
    // Most of a page is no text.
    const std::size_t most = limit * 4 * input_.unit_bytes;
    std::string bytes = read_up_to(*source, most);
    if (bytes.size() == most) {
      bytes.resize(utf8_floor(bytes, most - 1));
      warn(fmt::format("a page of more than {}: the rest was cut off",
                       byte_count(most)));
    }
    DecodedText decoded = decode(bytes, page_charset(bytes, input_.charset));
    if (decoded.mended) {
      warn(fmt::format("not all of it is {}: U+FFFD stands for what is not",
                       decoded.encoding));
    }
    if (decoded.had_nul) warn("NUL bytes in it became blanks");
    ArticleParts parts = read_html_page(decoded.text);
    parts.article.encoding = std::move(decoded.encoding);
    give(std::move(parts), limit);
    return true;
  }

  FormatInput input_;
};

}  // namespace

std::unique_ptr<Reader> html_reader(FormatInput input) {
  return std::make_unique<HtmlReader>(std::move(input));
}

}  // namespace broadsheet::read
