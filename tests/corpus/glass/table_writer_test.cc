// Tables block by block, item by item.
#include "corpus/glass/table_writer.h"

#include <doctest/doctest.h>

#include <cstdint>
#include <map>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "corpus/base/error.h"
#include "corpus/base/file.h"
#include "corpus/glass/table_reader.h"
#include "tests/support/readable_bytes.h"
#include "tests/support/temporary_directory.h"

namespace broadsheet::glass {
namespace {

using tests::hex;
using tests::readable;
using tests::TemporaryDirectory;
using Entries = std::vector<std::pair<std::string, std::string>>;

/// The file and the root of a table with `entries`; the root without the hash
/// of the file, which is checked.
std::pair<std::string, TableRoot> written(const Entries& entries,
                                          Packing packing = Packing::kWhole,
                                          Writing writing = Writing::kAtOnce) {
  const TemporaryDirectory directory;
  TableWriter writer(directory / "table", 0, packing, writing);
  for (const auto& [key, tag] : entries) writer.add(key, tag);
  TableRoot root = writer.finish();
  std::string file = read_file(directory / "table");
  CHECK(root.hash == hash128(file));
  root.hash.reset();
  return {std::move(file), root};
}

std::string block(const std::string& file, std::size_t number) {
  return file.substr(number * kBlockBytes, kBlockBytes);
}

TEST_CASE("a table without entries is an empty file with a fake root") {
  const auto [file, root] = written({});
  CHECK(file.empty());
  CHECK(root == TableRoot{});
}

TEST_CASE("a table that is written behind is the same") {
  Entries entries;
  for (int i = 100'000; i < 100'800; ++i) {
    entries.emplace_back(std::to_string(i), std::string(5000, 'a'));
  }
  const auto at_once = written(entries);
  CHECK(at_once.first.size() > (std::size_t{3} << 20));
  CHECK(written(entries, Packing::kWhole, Writing::kBehind) == at_once);
  CHECK(written({}, Packing::kWhole, Writing::kBehind) == written({}));
}

TEST_CASE("a leaf has its directory at the front and its items at the end") {
  const auto [file, root] = written({{"apple", "red"}, {"pear", "green"}});
  CHECK(root == TableRoot{.entries = 2, .blocks = 1});
  REQUIRE(file.size() == kBlockBytes);
  // Revision 1, level 0, gap twice, directory end.
  CHECK(hex(file.substr(0, 11)) == "00 00 00 01 00 1f d5 1f d5 00 11");
  CHECK(hex(file.substr(11, 6)) == "1f fd 1f f2 1f e6");
  CHECK(readable(file.substr(0x1fe6)) ==
        "` 09 04 peargreen"  // Last and first flag, 9 + 3 bytes.
        "` 08 05 applered"
        "` 00 00");  // The null item.
  CHECK(file.substr(17, 0x1fe6 - 17) == std::string(0x1fd5, '\0'));
}

TEST_CASE("a deflated tag is flagged") {
  const TemporaryDirectory directory;
  TableWriter writer(directory / "table", 18);
  writer.add("k", "tag", TagForm::kDeflated);
  CHECK(writer.finish().compress_min == 18);
  const std::string file = read_file(directory / "table");
  CHECK(readable(file.substr(kBlockBytes - 10)) == "e0 04 01 ktag` 00 00");
}

TEST_CASE("a long tag is cut into items of at most 2,043 bytes") {
  const auto [file, root] = written({{"k", std::string(5000, 't')}});
  CHECK(root == TableRoot{.entries = 1, .blocks = 1});
  const std::size_t first = kBlockBytes - 3 - 2043;
  const std::size_t second = first - 2043;
  const std::size_t third = second - (6 + 5000 - 2039 - 2037);
  CHECK(hex(file.substr(first, 4)) == "27 f8 01 6b");
  CHECK(hex(file.substr(second, 6)) == "07 f8 01 6b 00 02");
  CHECK(hex(file.substr(third, 6)) == "43 9f 01 6b 00 03");
}

TEST_CASE("branches begin with a null key and cut separators short") {
  Entries entries;
  for (char c = 'a'; c <= 'h'; ++c) {
    entries.emplace_back(std::string("key-") + c, std::string(1012, c));
  }
  entries.emplace_back("knight", "last");
  const auto [file, root] = written(entries);
  CHECK(root == TableRoot{.block = 2, .level = 1, .entries = 9, .blocks = 3});
  CHECK(readable(block(file, 1).substr(kBlockBytes - 13)) ==
        "` 0a 06 knightlast");
  const std::string branch = block(file, 2);
  CHECK(hex(branch.substr(0, 15)) ==
        "00 00 00 01 01 1f e1 1f e1 00 0f 1f f9 1f f0");
  CHECK(readable(branch.substr(0x1ff0)) ==
        "00 00 00 01 02 kn 00 01 "
        "00 00 00 00 00 00 00");
}

TEST_CASE("between pieces of one tag the separator is the key and component") {
  const auto [file, root] = written({{"long", std::string(9000, 't')}});
  CHECK(root.blocks == 3);
  const std::string branch = block(file, 2);
  CHECK(readable(branch.substr(kBlockBytes - 7 - 11)) ==
        "00 00 00 01 04 long 00 05 00 00 00 00 00 00 00");
}

TEST_CASE("a table grows as many levels as it needs") {
  Entries entries;
  for (int i = 10000; i < 60000; ++i) {
    // Long keys that differ at their ends make wide separators.
    entries.emplace_back(std::string(200, 'k') + std::to_string(i), "tag");
  }
  const auto [file, root] = written(entries);
  CHECK(root.level == 2);
  CHECK(root.entries == entries.size());
  CHECK(file.size() == root.blocks * kBlockBytes);
  CHECK(block(file, root.block)[4] == 2);
}

TEST_CASE("keys must ascend, be there, and fit") {
  const auto refused = [](const Entries& entries) {
    try {
      static_cast<void>(written(entries));
    } catch (const Error&) {
      return true;
    }
    return false;
  };
  CHECK(refused({{"b", ""}, {"a", ""}}));
  CHECK(refused({{"a", ""}, {"a", ""}}));
  CHECK(refused({{"a", std::string(5000, 't')}, {"a", ""}}));
  CHECK(refused({{"ab", ""}, {"a", ""}}));
  CHECK(refused({{"\x80", ""}, {"\x7f", ""}}));
  CHECK(refused({{"", "tag"}}));
  CHECK(refused({{std::string(256, 'k'), ""}}));
  CHECK_FALSE(refused({{"\x7f", ""}, {"\x80", ""}}));
  CHECK_FALSE(refused({{std::string(255, 'k'), ""}}));
}

/// Entries of all sizes, from `seed`.
std::map<std::string, std::string> random_entries(unsigned seed) {
  std::mt19937 random(seed);
  const auto number = [&](std::size_t least, std::size_t most) {
    return std::uniform_int_distribution<std::size_t>(least, most)(random);
  };
  std::map<std::string, std::string> entries;
  for (std::size_t i = number(1, 400); i > 0; --i) {
    std::string key(number(1, number(1, 8) == 1 ? 255 : 12), '\0');
    for (char& c : key) c = static_cast<char>(number(0, 255));
    const std::size_t size = number(0, 9) == 0   ? number(0, 30000)
                             : number(0, 3) == 0 ? number(1800, 2100)
                                                 : number(0, 300);
    entries[key] = std::string(size, static_cast<char>(number(0, 255)));
  }
  return entries;
}

TEST_CASE("what is written is read back in order, whole or cut") {
  for (unsigned seed = 1; seed <= 60; ++seed) {
    CAPTURE(seed);
    for (const Packing packing : {Packing::kWhole, Packing::kFull}) {
      const auto entries = random_entries(seed);
      const TemporaryDirectory directory;
      TableWriter writer(directory / "table", 0, packing);
      for (const auto& [key, tag] : entries) {
        writer.add(key, tag,
                   tag.size() % 2 == 1 ? TagForm::kDeflated : TagForm::kPlain);
      }
      REQUIRE(writer.finish().entries == entries.size());

      TableReader reader(directory / "table");
      for (const auto& [key, tag] : entries) {
        REQUIRE(reader.next());
        REQUIRE(reader.key() == key);
        REQUIRE(reader.tag() == tag);
        REQUIRE((reader.form() == TagForm::kDeflated) == (tag.size() % 2 == 1));
      }
      REQUIRE_FALSE(reader.next());
    }
  }
}

TEST_CASE("cutting tags to fill leaves saves blocks") {
  Entries entries;
  for (int i = 1000; i < 2000; ++i) {
    entries.emplace_back(std::to_string(i), std::string(1500, 't'));
  }
  CHECK(written(entries, Packing::kFull).second.blocks <
        written(entries, Packing::kWhole).second.blocks);
}

TEST_CASE("a damaged table is told from a short one") {
  const TemporaryDirectory directory;
  TableWriter writer(directory / "table", 0);
  writer.add("key", std::string(5000, 't'));
  static_cast<void>(writer.finish());
  const std::string file = read_file(directory / "table");
  const auto damaged = [&](const std::string& bytes) {
    write_file_synced(directory / "other", bytes);
    TableReader reader(directory / "other");
    try {
      while (reader.next()) {
      }
    } catch (const Error& error) {
      return error.kind() == ErrorKind::kIndex;
    }
    return false;
  };
  CHECK_FALSE(damaged(file));
  CHECK(damaged(file.substr(0, 5000)));
  std::string directory_end = file;
  directory_end[9] = '\x7f';
  CHECK(damaged(directory_end));
  std::string pieces = file;
  pieces[11 + 3] = pieces[11 + 5];  // The second item begins where the third.
  pieces[11 + 2] = pieces[11 + 4];
  CHECK(damaged(pieces));
}

}  // namespace
}  // namespace broadsheet::glass
