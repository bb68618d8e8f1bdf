// Claims about readers as such: what a failing disk and a file without records
// come to.
#include "corpus/read/reader.h"

#include <doctest/doctest.h>

#include <cstring>
#include <string>
#include <vector>

#include "tests/corpus/read/reading.h"
#include "tests/support/temporary_directory.h"

namespace broadsheet::read {
namespace {

/// Gives its bytes and then fails, as a bad disk does.
class Failing final : public ByteSource {
 public:
  explicit Failing(std::string bytes) : bytes_(std::move(bytes)) {}
  std::size_t read(char* bytes, std::size_t size) override {
    if (given_ == bytes_.size()) throw ReadError("cannot read disk: bad luck");
    const std::size_t part = std::min(size, bytes_.size() - given_);
    std::memcpy(bytes, bytes_.data() + given_, part);
    given_ += part;
    return part;
  }
  [[nodiscard]] const std::string& name() const override { return name_; }

 private:
  std::string bytes_;
  std::size_t given_ = 0;
  std::string name_ = "disk";
};

std::string outlines(std::string bytes, std::optional<Format> format) {
  ReadOptions options;
  options.format = format;
  const auto reader =
      make_reader(std::make_unique<Failing>(std::move(bytes)), options);
  std::string text;
  while (std::optional<ReadResult> result = reader->next()) {
    text += tests::outline_of(*result);
  }
  CHECK_FALSE(reader->next());
  return text;
}

TEST_CASE("a file that fails is told of; what came before it is kept") {
  CHECK(outlines("", std::nullopt) == "skipped: cannot read disk: bad luck\n");
  CHECK(outlines("Rain fell.", std::nullopt) ==
        "skipped: cannot read disk: bad luck\n");
  const std::string line = "{\"body\": \"Rain fell.\"}\n";
  std::string lines;
  std::string expected;
  while (lines.size() < 100000) {
    lines += line;
    expected += "body: Rain fell.\n";
  }
  CHECK(outlines(lines + "{\"body\": \"cut", std::nullopt) ==
        expected + "skipped: cannot read disk: bad luck\n");
  CHECK(outlines("Rain fell. " + std::string(100000, 'x'), std::nullopt) ==
        "skipped: cannot read disk: bad luck\n");
}

TEST_CASE("a file without a record gives one reason and no article") {
  ReadOptions options;
  options.format = Format::kTrecSgml;
  CHECK(tests::outlines_of(tests::read_all("<ROOT></ROOT>", "a", options)) ==
        "skipped: no article in it\n");
  CHECK(tests::outlines_of(tests::read_all("", "a", options)) ==
        "skipped: empty\n");
}

TEST_CASE("a file is opened and read; its path is its articles' origin") {
  const tests::TemporaryDirectory directory;
  const std::string path = directory.write("news.jsonl", "{\"body\": \"x\"}\n");
  auto opened = open_file(path, {});
  REQUIRE(std::holds_alternative<std::unique_ptr<Reader>>(opened));
  const auto result = std::get<std::unique_ptr<Reader>>(opened)->next();
  REQUIRE(result);
  CHECK(std::get<article::Article>(*result).origin.path == path);
}

struct Sample {
  Format format;
  std::string bytes;
};

/// One article of each format that is text, with the words `said` in it.
std::vector<Sample> samples(const std::string& said) {
  const std::string page = "<html><head><title>Ferry</title></head><body><p>" +
                           said + "</p></body></html>";
  const std::string answer =
      "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page;
  const std::string warc =
      "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: "
      "https://kelmar.example/a\r\nContent-Length: " +
      std::to_string(answer.size()) + "\r\n\r\n" + answer + "\r\n\r\n";
  const std::string mail =
      "From: a@kelmar.example\nDate: Mon, 4 Mar 2024 08:00:00 +0000\n"
      "Subject: Ferry\n\n" +
      said + "\n";
  return {{Format::kPlainText, "Ferry\n\n" + said + "\n"},
          {Format::kJsonLines, "{\"body\":\"" + said + "\"}\n"},
          {Format::kJson, "[{\"body\":\n\"" + said + "\"}]\n"},
          {Format::kTrecSgml, "<DOC><TEXT>" + said + "</TEXT></DOC>\n"},
          {Format::kHtml, page},
          {Format::kCsv, "title,body\nFerry," + said + "\n"},
          {Format::kMarkdown, "# Ferry\n\n" + said + "\n"},
          {Format::kWarc, warc},
          {Format::kMail, mail}};
}

TEST_CASE("NUL bytes become blanks in every format, with a warning") {
  const std::string said = std::string("The ferry") + '\0' + "left at noon.";
  for (const auto& sample : samples(said)) {
    const Format format = sample.format;
    const std::string& bytes = sample.bytes;
    CAPTURE(to_string(format));
    ReadOptions options;
    options.format = format;
    const auto results = tests::read_all(bytes, "file", options);
    CHECK(tests::outlines_of(results).starts_with(
        "warning: NUL bytes in it became blanks\n"));
    CHECK(tests::only_article(results).text.find("ferry left") !=
          std::string::npos);
  }
}

TEST_CASE("an article names the encoding it came in") {
  for (const auto& sample : samples("The ferry left at noon.")) {
    const Format format = sample.format;
    const std::string& bytes = sample.bytes;
    // These tell theirs within themselves.
    if (format == Format::kWarc || format == Format::kMail) continue;
    CAPTURE(to_string(format));
    std::string wide = "\xFF\xFE";
    for (const char c : bytes) {
      wide += c;
      wide += '\0';
    }
    ReadOptions options;
    options.format = format;
    CHECK(
        tests::only_article(tests::read_all(bytes, "file", options)).encoding ==
        "UTF-8");
    CHECK(
        tests::only_article(tests::read_all(wide, "file", options)).encoding ==
        "UTF-16LE");
  }
}

}  // namespace
}  // namespace broadsheet::read
