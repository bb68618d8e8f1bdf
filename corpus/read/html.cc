// HTML: a file is a page, and a page an article.
#include <fmt/format.h>

#include <utility>

#include "corpus/base/utf8.h"
#include "corpus/read/charset.h"
#include "corpus/read/formats.h"
#include "corpus/read/html_article.h"
#include "corpus/read/html_metadata.h"
#include "corpus/read/whole_file_reader.h"

namespace broadsheet::read {
namespace {

class HtmlReader final : public WholeFileReader {
 public:
  using WholeFileReader::WholeFileReader;

 private:
  void read_file(FormatInput input) override {
    const std::size_t limit = input.options.max_article_bytes;
    // Most of a page is no text.
    const std::size_t most = limit * 4 * input.unit_bytes;
    std::string bytes = read_up_to(*input.source, most);
    if (bytes.size() == most) {
      bytes.resize(utf8_floor(bytes, most - 1));
      warn(fmt::format("a page of more than {}: the rest was cut off",
                       byte_count(most)));
    }
    DecodedText decoded = decode(bytes, page_charset(bytes, input.charset));
    warn_of(decoded);
    ArticleParts parts = read_html_page(decoded.text);
    parts.article.encoding = std::move(decoded.encoding);
    give(std::move(parts), limit);
  }
};

}  // namespace

std::unique_ptr<Reader> html_reader(FormatInput input) {
  return std::make_unique<HtmlReader>(std::move(input));
}

}  // namespace broadsheet::read
