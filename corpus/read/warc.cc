// WARC: what a crawler was answered. Pages are articles; pictures, requests,
// redirections and the crawler's own notes are none and are passed over. The
// day of the crawl is not the article's.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstring>
#include <optional>
#include <utility>

#include "corpus/read/ascii.h"
#include "corpus/read/charset.h"
#include "corpus/read/formats.h"
#include "corpus/read/html_article.h"
#include "corpus/read/html_metadata.h"
#include "corpus/read/http_response.h"
#include "corpus/read/record_reader.h"
#include "corpus/read/source_window.h"

namespace broadsheet::read {
namespace {

constexpr std::size_t kLongestHead = std::size_t{1} << 16;

// The stream, as far as it is asked for at a time.
class Buffered {
 public:
  Buffered(std::unique_ptr<ByteSource> source, std::size_t most)
      : window_(std::move(source), most) {}

  /// What is there from the present place on, at least `size` bytes unless the
  /// stream ends before.
  std::string_view peek(std::size_t size) {
    while (window_.bytes().size() < size && window_.fill()) {
    }
    return window_.bytes();
  }

  /// Passes over `size` bytes; how many there were.
  std::uint64_t pass(std::uint64_t size) {
    std::uint64_t passed = 0;
    while (passed < size) {
      const std::size_t there = peek(1).size();
      if (there == 0) break;
      const auto part = static_cast<std::size_t>(
          std::min<std::uint64_t>(there, size - passed));
      window_.pass(part);
      passed += part;
    }
    return passed;
  }

  [[nodiscard]] std::uint64_t offset() const { return window_.offset(); }

 private:
  SourceWindow window_;
};

class WarcReader final : public RecordReader {
 public:
  explicit WarcReader(FormatInput input)
      : RecordReader(input.source->name()),
        limit_(input.options.max_article_bytes),
        bytes_(std::move(input.source), limit_ * 4) {}

 private:
  bool read_record() override {
    pass_blanks();
    const std::uint64_t begin = bytes_.offset();
    const std::string_view head = bytes_.peek(kLongestHead);
    if (head.empty()) return false;
    if (!head.starts_with("WARC/")) {
      const std::uint64_t lost = find_next();
      begin_record(begin);
      skip(fmt::format("{} that belong to no WARC record", byte_count(lost)));
      return true;
    }
    const HeaderEnd end = header_end(head.substr(0, kLongestHead));
    const HeaderLines lines(head.substr(0, end.lines));
    const std::string_view length = lines.value("content-length");
    std::uint64_t size = 0;
    const auto [rest, wrong] =
        std::from_chars(length.data(), length.data() + length.size(), size);
    if (wrong != std::errc() || rest != length.data() + length.size() ||
        end.body == end.lines) {
      bytes_.pass(1);
      find_next();
      begin_record(begin);
      skip("a WARC record without a Content-Length");
      return true;
    }
    const bool response = same_name(lines.value("warc-type"), "response");
    const std::string address = address_of(lines.value("warc-target-uri"));
    const bool web = address.starts_with("http");
    bytes_.pass(end.body);
    if (!response || !web) {
      bytes_.pass(size);
      return true;
    }
    read_response(begin, size, address);
    return true;
  }

  // WARC 1.0 writes some addresses in angle brackets.
  static std::string address_of(std::string_view value) {
    if (value.starts_with('<') && value.ends_with('>')) {
      value = value.substr(1, value.size() - 2);
    }
    return std::string(value);
  }

  void read_response(std::uint64_t begin, std::uint64_t size,
                     const std::string& address) {
    const std::size_t most = limit_ * 4;
    if (size > most) {
      const std::string_view start = bytes_.peek(kLongestHead);
      auto page = html_of_response(start.substr(0, kLongestHead), most);
      const auto* html = std::get_if<HttpPage>(&page);
      const bool wanted = html != nullptr && !html->bytes.empty();
      bytes_.pass(size);
      if (!wanted) return;
      begin_record(begin);
      return skip(fmt::format("a page of {}, more than {}: too long to be read",
                              byte_count(size), byte_count(most)));
    }
    const auto wanted = static_cast<std::size_t>(size);
    const std::string_view there = bytes_.peek(wanted).substr(0, wanted);
    const bool cut = there.size() < wanted;
    auto found = html_of_response(there, most);
    bytes_.pass(size);
    if (const auto* reason = std::get_if<std::string>(&found)) {
      begin_record(begin);
      return skip(*reason);
    }
    const HttpPage& page = std::get<HttpPage>(found);
    if (page.bytes.empty()) return;
    begin_record(begin);
    if (cut) warn("the file ends within the page");
    // What the server says counts before what the page says.
    DecodedText decoded =
        decode(page.bytes, page.charset.empty() ? page_charset(page.bytes, {})
                                                : page.charset);
    warn_of(decoded);
    ArticleParts parts = read_html_page(decoded.text);
    parts.article.encoding = std::move(decoded.encoding);
    if (parts.article.url.empty()) {
      parts.article.url = address;
      parts.article.sources.push_back({"url", "WARC-Target-URI", {}});
    }
    give(std::move(parts), limit_);
  }

  void pass_blanks() {
    for (;;) {
      const std::string_view there = bytes_.peek(4);
      const std::size_t blanks =
          std::min(there.find_first_not_of("\r\n \t"), there.size());
      if (blanks == 0) return;
      bytes_.pass(blanks);
    }
  }

  // Goes to the next line that begins a record; how far that is.
  std::uint64_t find_next() {
    constexpr std::string_view kSign = "\nWARC/";
    const std::uint64_t begin = bytes_.offset();
    for (;;) {
      const std::string_view there = bytes_.peek(kSign.size());
      const std::size_t found = there.find(kSign);
      if (found != std::string_view::npos) {
        bytes_.pass(found + 1);
        break;
      }
      if (there.size() < kSign.size()) {
        bytes_.pass(there.size());
        break;
      }
      // The sign may be cut by the end of what is there.
      bytes_.pass(there.size() - kSign.size() + 1);
    }
    return bytes_.offset() - begin;
  }

  std::size_t limit_;
  Buffered bytes_;
};

}  // namespace

std::unique_ptr<Reader> warc_reader(FormatInput input) {
  return std::make_unique<WarcReader>(std::move(input));
}

}  // namespace broadsheet::read
