// Claims about cutting records: what they are never depends on how the bytes
// come in, and a broken one costs no other.
#include "corpus/read/record_splitter.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "tests/support/effort.h"

namespace broadsheet::read {
namespace {

/// Gives its bytes in pieces of 1 to `most` bytes.
class Dripping final : public ByteSource {
 public:
  Dripping(std::string bytes, std::size_t most)
      : bytes_(std::move(bytes)), most_(most) {}
  std::size_t read(char* bytes, std::size_t size) override {
    const std::size_t part = std::min({size, most_, bytes_.size() - given_});
    std::copy_n(bytes_.begin() + static_cast<std::ptrdiff_t>(given_), part,
                bytes);
    given_ += part;
    return part;
  }
  [[nodiscard]] const std::string& name() const override { return name_; }

 private:
  std::string bytes_;
  std::size_t most_;
  std::size_t given_ = 0;
  std::string name_ = "drip";
};

std::string shown(const Record& record) {
  std::string text = std::to_string(record.offset) + ' ';
  switch (record.fault) {
    case Record::Fault::kNone:
      break;
    case Record::Fault::kTooLong:
      return text + "too long " + std::to_string(record.size);
    case Record::Fault::kUnclosed:
      text += "unclosed ";
      break;
    case Record::Fault::kOutside:
      return text + "outside " + std::to_string(record.size);
  }
  CHECK(record.size == record.bytes.size());
  return text + '[' + std::string(record.bytes) + ']';
}

using Records = std::vector<std::string>;

Records lines(std::string bytes, std::size_t limit = 1000,
              std::size_t piece = 1000) {
  RecordSplitter splitter(std::make_unique<Dripping>(std::move(bytes), piece),
                          limit);
  Records records;
  while (const auto line = splitter.next_line())
    records.push_back(shown(*line));
  CHECK_FALSE(splitter.next_line());
  return records;
}

Records elements(std::string bytes, std::size_t limit = 1000,
                 std::size_t piece = 1000) {
  RecordSplitter splitter(std::make_unique<Dripping>(std::move(bytes), piece),
                          limit);
  Records records;
  while (const auto element = splitter.next_element("DOC")) {
    records.push_back(shown(*element));
  }
  CHECK_FALSE(splitter.next_element("DOC"));
  return records;
}

TEST_CASE("lines are cut at line feeds, with or without a last one") {
  CHECK(lines("") == Records{});
  CHECK(lines("one") == Records{"0 [one]"});
  CHECK(lines("one\n") == Records{"0 [one]"});
  CHECK(lines("one\n\ntwo\r\nend") ==
        Records{"0 [one]", "4 []", "5 [two\r]", "10 [end]"});
}

TEST_CASE("a line beyond the limit is passed over, the next is read") {
  CHECK(lines("12345\n123456\nlast", 5) ==
        Records{"0 [12345]", "6 too long 6", "13 [last]"});
  const std::string huge(3000000, 'x');
  CHECK(lines("a\n" + huge + "\nz", 100) ==
        Records{"0 [a]", "2 too long 3000000", "3000003 [z]"});
  CHECK(lines(huge, 100) == Records{"0 too long 3000000"});
}

TEST_CASE("elements are found by their tags, capitals or not") {
  CHECK(elements("<DOC>a</DOC>\n<doc id=\"2\">b</Doc >") ==
        Records{"0 [<DOC>a</DOC>]", "13 [<doc id=\"2\">b</Doc >]"});
  CHECK(elements("<DOC><DOCNO>1</DOCNO></DOC>") ==
        Records{"0 [<DOC><DOCNO>1</DOCNO></DOC>]"});
  CHECK(elements("<!DOCTYPE x><ROOT>\n<DOC>1 < 2</DOC></ROOT>") ==
        Records{"19 [<DOC>1 < 2</DOC>]"});
}

TEST_CASE("a broken element ends where the next begins") {
  CHECK(elements("<DOC>a<DOC>b</DOC>") ==
        Records{"0 unclosed [<DOC>a]", "6 [<DOC>b</DOC>]"});
  CHECK(elements("<DOC>a</DOC><DOC>b") ==
        Records{"0 [<DOC>a</DOC>]", "12 unclosed [<DOC>b]"});
  CHECK(elements("<DOC>a</DO") == Records{"0 unclosed [<DOC>a</DO]"});
}

TEST_CASE("text outside of elements is not lost in silence") {
  CHECK(elements("lost</DOC><DOC>a</DOC>") ==
        Records{"0 outside 10", "10 [<DOC>a</DOC>]"});
  CHECK(elements("<DOC>a</DOC> tail") ==
        Records{"0 [<DOC>a</DOC>]", "12 outside 5"});
  CHECK(elements("</DOC>\n</DOC><DOC>a</DOC>") == Records{"13 [<DOC>a</DOC>]"});
  CHECK(elements("\xEF\xBB\xBF<DOC>a</DOC>") == Records{"3 [<DOC>a</DOC>]"});
  CHECK(elements("no tag <") == Records{"0 outside 8"});
}

TEST_CASE("an element beyond the limit is passed over, the next is read") {
  const std::string filler(500, 'x');
  CHECK(elements("<DOC>" + filler + "</DOC><DOC>a</DOC>", 100) ==
        Records{"0 too long 511", "511 [<DOC>a</DOC>]"});
  CHECK(elements("<DOC>" + filler + "<DOC>a</DOC>", 100) ==
        Records{"0 too long 505", "505 [<DOC>a</DOC>]"});
  CHECK(elements("<DOC>" + filler, 100) == Records{"0 too long 505"});
}

TEST_CASE("how the bytes come in changes no record") {
  const unsigned seed = std::random_device{}();
  CAPTURE(seed);
  std::mt19937 random(seed);
  const std::vector<std::string> parts = {
      "<DOC>", "</DOC>", "<DOC a=1>", "</doc\n>", "<DOCNO>", "text",    "\n",
      "<",     "</",     " ",         "</DO",     "\xFF",    "<!--x-->"};
  for (int round = 0; round < tests::effort(3000); ++round) {
    std::string bytes;
    for (std::size_t i = random() % 14; i > 0; --i) {
      bytes += parts[random() % parts.size()];
    }
    CAPTURE(bytes);
    const std::size_t limit = 5 + random() % 40;
    CHECK(elements(bytes, limit, 1) == elements(bytes, limit));
    CHECK(elements(bytes, limit, 3) == elements(bytes, limit));
    CHECK(lines(bytes, limit, 1) == lines(bytes, limit));
  }
}

TEST_CASE("records larger than a piece keep all their bytes") {
  std::string bytes;
  std::vector<std::size_t> sizes;
  std::mt19937 random(7);
  for (int i = 0; i < 40; ++i) {
    sizes.push_back(random() % 700000);
    bytes += std::string(sizes.back(), static_cast<char>('a' + i % 26)) + '\n';
  }
  RecordSplitter splitter(std::make_unique<Dripping>(bytes, 100000), 1000000);
  std::uint64_t offset = 0;
  for (const std::size_t size : sizes) {
    const auto line = splitter.next_line();
    REQUIRE(line);
    CHECK(line->bytes.size() == size);
    CHECK(line->offset == offset);
    CHECK(line->bytes == bytes.substr(offset, size));
    offset += size + 1;
  }
  CHECK_FALSE(splitter.next_line());
}

}  // namespace
}  // namespace broadsheet::read
