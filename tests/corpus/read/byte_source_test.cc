// Claims about sources of bytes.
#include "corpus/read/byte_source.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "corpus/read/wide_source.h"
#include "tests/support/temporary_directory.h"

namespace broadsheet::read {
namespace {

using namespace std::string_view_literals;

/// All of `source`, read `piece` bytes at a time.
std::string drained(ByteSource& source, std::size_t piece) {
  std::string bytes;
  std::string part(piece, '\0');
  while (const std::size_t got = source.read(part.data(), piece)) {
    bytes.append(part, 0, got);
  }
  return bytes;
}

TEST_CASE("a source gives all its bytes, in pieces of any size") {
  const tests::TemporaryDirectory directory;
  const std::string path = directory.write("file", "Rain fell.");
  for (const std::size_t piece : std::vector<std::size_t>{1, 3, 100}) {
    const auto memory = memory_source("Rain fell.", "name");
    CHECK(memory->name() == "name");
    CHECK(drained(*memory, piece) == "Rain fell.");
    const auto file = file_source(open_for_reading(path), path);
    CHECK(file->name() == path);
    CHECK(drained(*file, piece) == "Rain fell.");
    const auto joined = source_after("Rain ", memory_source("fell.", "rest"));
    CHECK(joined->name() == "rest");
    CHECK(drained(*joined, piece) == "Rain fell.");
  }
}

TEST_CASE("a head is what was asked for, or all there is") {
  const auto source = memory_source("Rain fell.", "name");
  CHECK(read_up_to(*source, 4) == "Rain");
  CHECK(read_up_to(*source, 100) == " fell.");
  CHECK(read_up_to(*source, 100) == "");
}

TEST_CASE("a file that can't be read on throws what a reader can catch") {
  const tests::TemporaryDirectory directory;
  const auto source =
      file_source(open_for_reading(directory.path()), directory.path());
  char byte = 0;
  CHECK_THROWS_AS(source->read(&byte, 1), ReadError);
}

TEST_CASE("wide text becomes UTF-8, however it is cut") {
  struct Row {
    std::string_view bytes, encoding, text;
  };
  for (const Row& row : {
           Row{"\xFF\xFEZ\0\xFC\0\x3D\xD8\x00\xDE"sv, "UTF-16LE", "Zü😀"},
           Row{"\xFE\xFF\0Z\0\xFC\xD8\x3D\xDE\x00"sv, "UTF-16BE", "Zü😀"},
           Row{"Z\0\0\0\x00\xF6\x01\0"sv, "UTF-32LE", "Z😀"},
           Row{"\0\0\xFE\xFF\0\0\0Z"sv, "UTF-32BE", "Z"},
           Row{"a\0\xFF\xFE"sv, "UTF-16LE", "a\uFEFF"},
           Row{"\x3D\xD8"sv, "UTF-16LE", "\uFFFD"},
           Row{"a\0b"sv, "UTF-16LE", "a\uFFFD"},
           Row{"\xFF\xFF\xFF\xFF"sv, "UTF-32LE", "\uFFFD"},
           Row{""sv, "UTF-16LE", ""},
       }) {
    const auto& [bytes, encoding, text] = row;

    CAPTURE(row.encoding);
    for (const std::size_t piece : std::vector<std::size_t>{1, 2, 100}) {
      const auto source =
          utf8_source(memory_source(std::string(bytes), "name"), encoding);
      CHECK(source->name() == "name");
      CHECK(drained(*source, piece) == text);
    }
  }
}

TEST_CASE("wide text longer than a piece loses nothing at the seams") {
  std::string wide;
  std::string text;
  for (int i = 0; i < 50000; ++i) {
    wide += "x\0\x3D\xD8\x00\xDE"sv;
    text += "x😀";
  }
  const auto source = utf8_source(memory_source(wide, "name"), "UTF-16LE");
  CHECK(drained(*source, 1000) == text);
}

}  // namespace
}  // namespace broadsheet::read
