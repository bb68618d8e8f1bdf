// Claims about readers as such: what a failing disk and a file without records
// come to.
#include "corpus/read/reader.h"

#include <doctest/doctest.h>

#include <cstring>
#include <string>

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

}  // namespace
}  // namespace broadsheet::read
