// Claims about reading single lists out of a postlist table.
#include "corpus/glass/posting_cursor.h"

#include <doctest/doctest.h>

#include <cstdint>
#include <iterator>
#include <map>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "corpus/base/file.h"
#include "corpus/glass/posting_list.h"
#include "corpus/glass/table_cursor.h"
#include "corpus/glass/table_writer.h"
#include "corpus/glass/term_key.h"
#include "tests/support/temporary_directory.h"

namespace broadsheet::glass {
namespace {

using Postings = std::vector<std::pair<std::uint32_t, std::uint32_t>>;
using Lists = std::map<std::string, Postings>;  // By term; "": of lengths.

constexpr std::uint32_t kLastDocid = 3'000'000;

struct Table {
  std::string file;
  FoundRoot root;
};

std::string encoded(const Postings& postings) {
  std::string bytes;
  std::uint32_t next = 0;
  for (const auto& [docid, wdf] : postings) {
    if (!bytes.empty()) append_varint(bytes, docid - next);
    append_varint(bytes, wdf);
    next = docid + 1;
  }
  return bytes;
}

Table table_of(const Lists& lists) {
  const tests::TemporaryDirectory directory;
  TableWriter table(directory / "table", 0, Packing::kWhole, Writing::kAtOnce);
  PostingListWriter writer(table);
  for (const auto& [term, postings] : lists) {
    std::uint64_t occurrences = 0;
    for (const auto& [docid, wdf] : postings) occurrences += wdf;
    if (term.empty()) {
      writer.start_lengths();
    } else {
      writer.start_term(term_key(term),
                        static_cast<std::uint32_t>(postings.size()),
                        occurrences);
    }
    writer.append(
        {postings.front().first, postings.back().first, encoded(postings)});
    writer.finish_list();
  }
  const TableRoot root = table.finish();
  return {read_file(directory / "table"), {root, kBlockBytes, true}};
}

/// Of up to 5,000 postings each; some terms have a NUL, or begin another.
Lists random_lists(std::mt19937& random) {
  const auto below = [&](std::uint32_t limit) {
    return std::uniform_int_distribution<std::uint32_t>(0, limit - 1)(random);
  };
  Lists lists;
  for (const std::string& term :
       {std::string(), std::string("a"), std::string("a\0b", 3),
        std::string("a\0", 2), std::string("ab"), std::string(200, 'x'),
        std::to_string(below(1000)), std::to_string(below(1000))}) {
    Postings postings;
    const std::uint32_t gaps = 1 + below(600);
    std::uint32_t docid = 0;
    for (std::uint32_t left = 1 + below(5000); left > 0; --left) {
      docid += 1 + below(gaps);
      postings.emplace_back(docid, below(below(10) == 0 ? 1'000'000 : 300));
    }
    lists[term] = postings;
  }
  return lists;
}

PostingCursor cursor_of(const Table& table, const std::string& term) {
  return term.empty()
             ? PostingCursor::of_lengths(table.file, table.root, kLastDocid)
             : PostingCursor::of_term(table.file, table.root, kLastDocid, term);
}

TEST_CASE("a list is read as it was written, in stretches of any size") {
  std::mt19937 random(1847);
  for (int round = 0; round < 20; ++round) {
    CAPTURE(round);
    const Lists lists = random_lists(random);
    const Table table = table_of(lists);
    for (const auto& list : lists) {
      const std::string& term = list.first;
      CAPTURE(term);
      PostingCursor cursor = cursor_of(table, term);
      Postings read;
      std::uint32_t limit = 0;
      bool is_below = true;
      while (cursor.next_docid() != PostingCursor::kEnd) {
        limit += static_cast<std::uint32_t>(1 + random() % 40'000);
        cursor.each_below(limit, [&](std::uint32_t docid, std::uint32_t wdf) {
          is_below = is_below && docid < limit;
          read.emplace_back(docid, wdf);
        });
        CHECK(cursor.next_docid() >= limit);
      }
      CHECK(is_below);
      CHECK(read == list.second);
      CHECK_FALSE(cursor.is_damaged());
    }
    for (const std::string term : {"b", "aa", "1000", "0", "xx"}) {
      CHECK(cursor_of(table, term).next_docid() == PostingCursor::kEnd);
      CHECK_FALSE(cursor_of(table, term).is_damaged());
    }
  }
}

TEST_CASE("a table without entries has no list") {
  const Table none{{}, {}};
  CHECK(cursor_of(none, "a").next_docid() == PostingCursor::kEnd);
  CHECK_FALSE(cursor_of(none, "a").is_damaged());
}

TEST_CASE("each entry is found, and followed by the next") {
  std::mt19937 random(1848);
  const tests::TemporaryDirectory directory;
  std::map<std::string, std::string> entries;
  for (int i = 0; i < 3000; ++i) {
    entries[std::to_string(random() % 1'000'000)] =
        std::string(random() % (i % 50 == 0 ? 30'000 : 100), 'a');
  }
  TableWriter writer(directory / "table", 0);
  for (const auto& [key, tag] : entries) writer.add(key, tag);
  const FoundRoot root{writer.finish(), kBlockBytes, true};
  REQUIRE(root.root.level > 0);
  const std::string file = read_file(directory / "table");
  TableCursor cursor(file, root);
  for (auto entry = entries.begin(); entry != entries.end(); ++entry) {
    REQUIRE(cursor.find(entry->first));
    CHECK(cursor.tag() == entry->second);
    const auto next = std::next(entry);
    REQUIRE(cursor.next() == (next != entries.end()));
    if (next == entries.end()) break;
    CHECK(cursor.key() == next->first);
    CHECK(cursor.tag() == next->second);
    CHECK_FALSE(cursor.find(entry->first + "!"));
  }
  CHECK_FALSE(cursor.is_damaged());
}

TEST_CASE("a damaged list ends, within its docids, or is as it was") {
  std::mt19937 random(1849);
  int noticed = 0;
  const Lists lists = random_lists(random);
  const Table whole = table_of(lists);
  for (int round = 0; round < 1000; ++round) {
    CAPTURE(round);
    Table table = whole;
    for (int flips = 0; flips < 3; ++flips) {
      table.file[random() % table.file.size()] ^=
          static_cast<char>(1U << random() % 8);
    }
    if (round % 5 == 0) table.file.resize(random() % table.file.size());
    for (const auto& list : lists) {
      PostingCursor cursor = cursor_of(table, list.first);
      std::uint32_t last = 0;
      bool ascends = true;
      cursor.each_below(PostingCursor::kEnd,
                        [&](std::uint32_t docid, std::uint32_t /*wdf*/) {
                          ascends = ascends && docid > last;
                          last = docid;
                        });
      CHECK(ascends);
      CHECK(last <= kLastDocid);
      CHECK(cursor.next_docid() == PostingCursor::kEnd);
      if (cursor.is_damaged()) ++noticed;
    }
  }
  CHECK(noticed > 100);
}

}  // namespace
}  // namespace broadsheet::glass
