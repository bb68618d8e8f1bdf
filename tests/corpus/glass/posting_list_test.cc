// Posting lists and values, chunk by chunk.
#include "corpus/glass/posting_list.h"

#include <doctest/doctest.h>

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "corpus/glass/integers.h"
#include "corpus/glass/table_reader.h"
#include "corpus/glass/values.h"
#include "tests/support/readable_bytes.h"
#include "tests/support/temporary_directory.h"

namespace broadsheet::glass {
namespace {

using tests::hex;
using tests::readable;
using Entries = std::vector<std::pair<std::string, std::string>>;

/// What `write` puts into a table.
template <typename Write>
Entries entries_of(const Write& write) {
  const tests::TemporaryDirectory directory;
  TableWriter table(directory / "table", 0);
  write(table);
  static_cast<void>(table.finish());
  Entries entries;
  for (TableReader reader(directory / "table"); reader.next();) {
    entries.emplace_back(reader.key(), reader.tag());
  }
  return entries;
}

/// The same as text.
template <typename Write>
std::string text_of(const Write& write) {
  std::string text;
  for (const auto& [key, tag] : entries_of(write)) {
    text += readable(key) + ": " + hex(tag) + "\n";
  }
  return text;
}

TEST_CASE("a short list is one chunk with its sums") {
  CHECK(text_of([](TableWriter& table) {
          PostingListWriter lists(table);
          lists.start_term("oil", 1, 2);
          lists.append({7, 7, "\x02"});
          lists.finish_list();
          lists.start_term("tin", 3, 9);
          lists.append({2, 5, std::string("\x01\x02\x03", 3)});
          lists.append({300, 300, "\x05"});
          lists.finish_list();
        }) ==
        "oil: 01 02 06 31 00 02\n"
        "tin: 03 09 01 31 aa 02 01 02 03 a6 02 05\n");
}

TEST_CASE("lengths are a list with sums of zero under a key of their own") {
  CHECK(text_of([](TableWriter& table) {
          PostingListWriter lists(table);
          lists.start_lengths();
          lists.append({1, 2, std::string("\x0a\x00\x0b", 3)});
          lists.finish_list();
        }) == "00 e0: 00 00 00 31 01 0a 00 0b\n");
}

/// The postings of articles `first` to `last`, all of wdf 1.
std::string all_of(std::uint32_t first, std::uint32_t last) {
  std::string postings("\x01", 1);
  for (std::uint32_t docid = first + 1; docid <= last; ++docid) {
    postings += std::string("\x00\x01", 2);
  }
  return postings;
}

TEST_CASE("a chunk ends at 2,000 bytes and the next is keyed by docid") {
  const Entries entries = entries_of([](TableWriter& table) {
    PostingListWriter lists(table);
    lists.start_term("a", 2500, 2500);
    lists.append({1, 2500, all_of(1, 2500)});
    lists.finish_list();
  });
  // 1 + 2 × 1000 bytes are the postings of 1,001 articles.
  REQUIRE(entries.size() == 3);
  CHECK(readable(entries[0].first) == "a");
  CHECK(hex(entries[0].second.substr(0, 8)) == "c4 13 c4 13 00 30 e8 07");
  CHECK(entries[0].second.size() == 8 + 2001);
  CHECK(hex(entries[1].first) == "61 00 03 ea");
  CHECK(hex(entries[1].second.substr(0, 3)) == "30 e8 07");
  CHECK(hex(entries[2].first) == "61 00 07 d3");
  CHECK(hex(entries[2].second.substr(0, 3)) == "31 f1 03");
}

TEST_CASE("chunks are the same however the postings come") {
  const auto cut_every = [](std::uint32_t step) {
    return entries_of([&](TableWriter& table) {
      PostingListWriter lists(table);
      lists.start_term("a", 2500, 2500);
      for (std::uint32_t first = 1; first <= 2500; first += step) {
        const std::uint32_t last = std::min(first + step - 1, 2500U);
        const std::string postings = all_of(first, last);
        lists.append({first, last, postings});
      }
      lists.finish_list();
    });
  };
  const Entries whole = cut_every(2500);
  for (const std::uint32_t step : {1U, 2U, 7U, 500U, 999U, 1000U, 1001U}) {
    CAPTURE(step);
    CHECK(cut_every(step) == whole);
  }
}

TEST_CASE("values are chunks, statistics sort by their keys") {
  StatisticsBySlot statistics;
  statistics[0].add("m");
  statistics[1].add("a");
  statistics[1].add("z");
  statistics[256].add("q");
  CHECK(text_of([&](TableWriter& table) {
          write_value_statistics(table, statistics);
          ValueWriter values(table);
          values.start(value_chunk_prefix(1));
          values.append(3, "a");
          values.append(10, "z");
          values.finish();
        }) ==
        "00 d0: 01 01 6d\n"
        "00 d0 00 01: 01 01 71\n"
        "00 d0 01: 02 01 61 7a\n"
        "00 d8 01 00 03: 01 61 06 01 7a\n");
}

TEST_CASE("a chunk of values ends at 2,000 bytes") {
  const Entries entries = entries_of([](TableWriter& table) {
    ValueWriter values(table);
    values.start(value_chunk_prefix(2));
    for (std::uint32_t docid = 1; docid <= 5; ++docid) {
      values.append(docid, std::string(900, 'v'));
    }
    values.finish();
  });
  REQUIRE(entries.size() == 2);
  CHECK(hex(entries[0].first) == "00 d8 02 00 01");
  CHECK(hex(entries[1].first) == "00 d8 02 00 04");
}

}  // namespace
}  // namespace broadsheet::glass
