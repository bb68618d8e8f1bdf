// Streams of entries, in memory and spilled, and many of them merged.
#include "indexer/segment/entry_stream.h"

#include <doctest/doctest.h>

#include <map>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "indexer/segment/entry_merge.h"
#include "indexer/segment/spill_file.h"
#include "tests/support/readable_bytes.h"
#include "tests/support/temporary_directory.h"

namespace broadsheet::indexer::segment {
namespace {

using tests::readable;
using Entries = std::map<std::string, std::string>;

ByteBuffer bytes_of(const Entries& entries) {
  EntryWriter writer;
  for (const auto& [key, payload] : entries) writer.add(key, payload);
  return writer.take();
}

Entries read(const EntryStream& stream, std::size_t buffer) {
  Entries entries;
  ByteBuffer scratch;
  for (EntryReader reader(stream, buffer); reader.next();) {
    const std::string payload(reader.take_payload(scratch));
    entries.emplace(reader.key(), payload);
  }
  return entries;
}

Entries random_entries(unsigned seed) {
  std::mt19937 random(seed);
  const auto number = [&](std::size_t least, std::size_t most) {
    return std::uniform_int_distribution<std::size_t>(least, most)(random);
  };
  Entries entries;
  for (std::size_t i = number(0, 300); i > 0; --i) {
    std::string key(number(1, number(0, 9) == 0 ? 255 : 12), '\0');
    for (char& c : key) c = static_cast<char>(number(0, 3) * 85);
    entries[key] = std::string(number(0, number(0, 9) == 0 ? 5000 : 40),
                               static_cast<char>(number(0, 255)));
  }
  return entries;
}

TEST_CASE("entries share the beginnings of their keys") {
  CHECK(
      readable(bytes_of({{"oil", "x"}, {"oils", "yz"}, {"tin", ""}}).view()) ==
      "00 03 oil 01 x 03 01 s 02 yz 00 03 tin 00");
}

TEST_CASE("entries are read back from memory and from a spill file") {
  const tests::TemporaryDirectory directory;
  SpillFile file(directory.path());
  for (unsigned seed = 1; seed <= 40; ++seed) {
    CAPTURE(seed);
    const Entries entries = random_entries(seed);
    EntryStream stream(bytes_of(entries));
    CHECK(read(stream, 100) == entries);
    stream.spill(file);
    CHECK(stream.memory() == 0);
    for (const std::size_t buffer : {1U, 100U, 4096U, 1U << 20U}) {
      CAPTURE(buffer);
      CHECK(read(stream, buffer) == entries);
    }
  }
  CHECK(file.size() > 0);
}

TEST_CASE("payloads can be looked at first, and need not be taken") {
  const tests::TemporaryDirectory directory;
  SpillFile file(directory.path());
  constexpr std::size_t kHead = EntryReader::kPayloadHeadBytes;
  for (unsigned seed = 1; seed <= 40; ++seed) {
    CAPTURE(seed);
    const Entries entries = random_entries(seed);
    EntryStream stream(bytes_of(entries));
    if (seed % 4 != 0) stream.spill(file);
    EntryReader reader(stream, seed % 3 == 0 ? 1 : 1000);
    ByteBuffer scratch;
    unsigned i = 0;
    for (const auto& [key, payload] : entries) {
      REQUIRE(reader.next());
      CHECK(reader.key() == key);
      if (i % 2 == 0) CHECK(reader.payload_head() == payload.substr(0, kHead));
      if (i % 3 == 0) CHECK(reader.take_payload(scratch) == payload);
      ++i;
    }
    CHECK_FALSE(reader.next());
  }
}

TEST_CASE("a stream without entries has none") {
  CHECK(read(EntryStream(), 100).empty());
  CHECK(read(EntryStream(ByteBuffer()), 100).empty());
}

TEST_CASE("merging gives each key once, its payloads in the readers' order") {
  for (unsigned seed = 1; seed <= 20; ++seed) {
    CAPTURE(seed);
    const tests::TemporaryDirectory directory;
    SpillFile file(directory.path());
    std::map<std::string, std::vector<std::string>> expected;
    std::vector<EntryStream> streams;
    for (unsigned i = 0; i < seed; ++i) {
      const Entries entries = random_entries(seed * 100 + i);
      for (const auto& [key, payload] : entries) {
        expected[key].push_back(payload);
      }
      streams.emplace_back(bytes_of(entries));
      if (i % 2 == 1) streams.back().spill(file);
    }
    std::vector<EntryReader> readers;
    for (const EntryStream& stream : streams) readers.emplace_back(stream, 64);
    EntryMerge merge(std::move(readers));
    ByteBuffer scratch;
    for (const auto& [key, payloads] : expected) {
      REQUIRE(merge.next());
      REQUIRE(merge.key() == key);
      std::vector<std::string> taken;
      for (EntryReader* entry : merge.entries()) {
        taken.emplace_back(entry->take_payload(scratch));
      }
      REQUIRE(taken == payloads);
    }
    CHECK_FALSE(merge.next());
  }
}

TEST_CASE("merging nothing gives nothing") {
  EntryMerge none({});
  CHECK_FALSE(none.next());
}

}  // namespace
}  // namespace broadsheet::indexer::segment
