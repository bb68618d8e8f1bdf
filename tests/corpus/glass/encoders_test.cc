// The tags of every table, byte by byte.
#include <doctest/doctest.h>

#include <cstdint>
#include <string>
#include <vector>

#include "corpus/glass/position_list.h"
#include "corpus/glass/synonyms.h"
#include "corpus/glass/table_root.h"
#include "corpus/glass/term_key.h"
#include "corpus/glass/term_list.h"
#include "corpus/glass/values.h"
#include "corpus/glass/version_file.h"
#include "tests/support/readable_bytes.h"

namespace broadsheet::glass {
namespace {

using tests::hex;
using tests::readable;

std::string positions(const std::vector<std::uint32_t>& list) {
  std::string bytes(max_position_bytes(list.size()), '\0');
  const char* end = put_positions(bytes.data(), list);
  return hex({bytes.data(), end});
}

TEST_CASE("a single position is a varint") {
  CHECK(positions({0}) == "00");
  CHECK(positions({5}) == "05");
  CHECK(positions({512}) == "80 04");
}

TEST_CASE("two positions are the last, then bits for first and count") {
  CHECK(positions({0, 1}) == "01");       // One of one value: no bits.
  CHECK(positions({1, 2}) == "02 01");    // 1 of 2: one bit.
  CHECK(positions({0, 11}) == "0b 00");   // 0000, 0000
  CHECK(positions({2, 11}) == "0b 02");   // 0010
  CHECK(positions({3, 11}) == "0b 03");   // 011: a short code
  CHECK(positions({7, 11}) == "0b 07");   // 111: the last short code
  CHECK(positions({8, 11}) == "0b 08");   // 1000: long again
  CHECK(positions({10, 11}) == "0b 0a");  // 1010
}

TEST_CASE("positions between take the middle first and nothing if certain") {
  // first 4 of 8: 100; count - 2 = 3 of 4: 11; nothing left to choose.
  CHECK(positions({4, 5, 6, 7, 8}) == "08 1c");
  // first 1 of 9: 0001 (n = 9: 7 short codes, 1 to 7: 001); count - 2 = 1 of
  // 8: 001; middle 5, 3 of 7 (n = 7: one short code, 3): 11.
  CHECK(positions({1, 5, 9}) == "09 c9");
}

TEST_CASE("a NUL within a term is marked in its keys") {
  CHECK(readable(term_key("cat")) == "cat");
  CHECK(readable(term_key(std::string("a\0b", 3))) == "a 00 ff b");
  CHECK(readable(term_key(std::string("\0\0", 2))) == "00 ff 00 ff");
}

std::string term_list(
    const std::vector<std::pair<std::string, std::uint32_t>>& terms) {
  TermListEncoder encoder;
  std::uint32_t length = 0;
  for (const auto& [term, wdf] : terms) length += wdf;
  encoder.start(length, static_cast<std::uint32_t>(terms.size()));
  for (const auto& [term, wdf] : terms) encoder.add(term, wdf);
  return readable(encoder.tag());
}

TEST_CASE("a term list shares prefixes and packs small wdfs beside them") {
  CHECK(term_list({}) == "");
  CHECK(term_list({{"oil", 2}}) == "02 01 03 oil 02");
  // (wdf + 1) × (3 + 1) + 3 = 11: three bytes of "oil", wdf 1.
  CHECK(term_list({{"oil", 1}, {"oils", 1}}) == "02 02 03 oil 01 0b 01 s");
  // (0 + 1) × (1 + 1) + 0 = 2: a wdf of zero.
  CHECK(term_list({{"a", 0}, {"b", 0}}) == "00 02 01 a 00 02 01 b");
}

TEST_CASE("a wdf that does not fit beside the prefix follows the term") {
  // 63 × 4 + 3 = 255 fits, 64 × 4 + 3 does not.
  CHECK(term_list({{"oil", 0}, {"oils", 62}}) == "> 02 03 oil 00 ff 01 s");
  CHECK(term_list({{"oil", 0}, {"oils", 63}}) == "? 02 03 oil 00 03 01 s?");
  CHECK(term_list({{"b", 0}, {"c", 200}}) == "c8 01 02 01 b 00 00 01 c c8 01");
}

std::string used_slots(const std::vector<std::uint32_t>& slots) {
  return hex(encode_used_slots(slots));
}

TEST_CASE("used slots are gaps") {
  CHECK(used_slots({0}) == "00");
  CHECK(used_slots({0, 1, 2}) == "00 00 00");
  CHECK(used_slots({3, 7}) == "03 03");
}

TEST_CASE("statistics of a slot know the extremes as bytes") {
  SlotStatistics statistics;
  statistics.add("m");
  statistics.add("\xe9");
  statistics.add("a");
  CHECK(statistics == SlotStatistics{3, "a", "\xe9"});

  SlotStatistics one;
  one.add("z");
  SlotStatistics sum = one;
  sum.add(statistics);
  CHECK(sum == SlotStatistics{4, "a", "\xe9"});
  sum.add(SlotStatistics{});
  CHECK(sum == SlotStatistics{4, "a", "\xe9"});
  SlotStatistics from_none;
  from_none.add(one);
  CHECK(from_none == one);
}

TEST_CASE("a synonym's length is spelt as a letter") {
  std::string tag;
  append_synonym(tag, "oil");
  append_synonym(tag, "oils");
  CHECK(readable(tag) == "coildoils");
}

TEST_CASE("a root is its place, its counts and an empty free list") {
  CHECK(hex(encode(TableRoot{.block = 300,
                             .level = 1,
                             .entries = 5000,
                             .blocks = 301,
                             .compress_min = 18})) ==
        "ac 02 06 88 27 04 12 07 01 ad 02 00 00 00 00");
  CHECK(hex(encode(TableRoot{.compress_min = 18})) == "00 03 00 04 12 00");
}

TEST_CASE("the version file names format, tables and statistics") {
  Statistics statistics;
  statistics.add_article(0);
  statistics.add_article(12);
  statistics.add_article(7);
  statistics.last_docid = 4;
  statistics.largest_wdf = 5;
  Uuid uuid{};
  uuid.fill('u');
  const Tables tables{.postlist = {.entries = 9, .blocks = 1},
                      .docdata = {},
                      .termlist = {},
                      .position = {},
                      .synonym = {}};
  CHECK(readable(encode_version_file(tables, statistics, uuid)) ==
        "0f 0d Xapian 20 Glass 04 nuuuuuuuuuuuuuuuu 01 "
        "00 02 09 04 00 06 01 01 00 00 00 00 "  // postlist
        "00 03 00 04 00 00 "                    // docdata
        "00 03 00 04 00 00 "                    // termlist
        "00 03 00 04 00 00 "                    // position
        "00 03 00 04 12 00 "                    // spelling
        "00 03 00 04 00 00 "                    // synonym
        "03 01 07 05 07 00 13 00");
}

TEST_CASE("a random UUID says that it is one, and is another each time") {
  const Uuid uuid = random_uuid();
  CHECK((uuid[6] & 0xF0) == 0x40);
  CHECK((uuid[8] & 0xC0) == 0x80);
  CHECK(uuid != random_uuid());
}

}  // namespace
}  // namespace broadsheet::glass
