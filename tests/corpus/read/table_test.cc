// Claims about tables: every row is an article or has its reason.
#include <doctest/doctest.h>

#include <string>

#include "corpus/read/reader.h"
#include "corpus/read/table_rows.h"
#include "tests/corpus/read/reading.h"

namespace broadsheet::read {
namespace {

using tests::fields_of;
using tests::only_article;
using tests::outlines_of;
using tests::read_all;
using tests::sources_of;

std::string table_outlines(const std::string& table) {
  return outlines_of(read_all(table, "a.csv"));
}

std::string shown_fields(std::string_view row, char sign = ',') {
  std::string joined;
  for (const std::string& field : row_fields(row, sign)) {
    joined += '[' + field + ']';
  }
  return joined;
}

TEST_CASE("columns are fields by their names, whatever their spelling") {
  const article::Article article = only_article(read_all(
      "ID,Headline,Date Published,Authors,Section,Tags,Text,Pages\r\n"
      "7,Ferry runs again,\"April 17, 2023\",Ada Quill,Islands,\"ferries, "
      "harbours\",It left at noon.,3\r\n",
      "a.csv"));
  CHECK(fields_of(article) ==
        "id: 7\ndate: 2023-04-17\nsection: Islands\nauthor: Ada Quill\n"
        "topic: ferries\ntopic: harbours\n");
  CHECK(article.text == "Ferry runs again\n\nIt left at noon.");
  CHECK(sources_of(article).find(
            "date: column Date Published (April 17, 2023)\n") !=
        std::string::npos);
}

TEST_CASE("quotation marks enclose signs, line breaks and marks") {
  CHECK(shown_fields("a,\"b,c\",\"d\"\"e\"") == "[a][b,c][d\"e]");
  CHECK(shown_fields("\"\",x,") == "[][x][]");
  CHECK(shown_fields("\"Rain\" falls,b\"c\"") == "[\"Rain\" falls][b\"c\"]");
  CHECK(shown_fields("a\t\"b\tc\"", '\t') == "[a][b\tc]");
  CHECK(table_outlines(
            "title,body\n\"Rain, hail\",\"It fell.\n\nIt \"\"melted\"\".\"\n"
            "Sun,It shone.\n") ==
        "headline: Rain, hail\nbody: It fell.\nbody: It \"melted\".\n"
        "headline: Sun\nbody: It shone.\n");
}

TEST_CASE("semicolons, tabs and bars part fields too") {
  for (const std::string sign : {";", "\t", "|"}) {
    CAPTURE(sign);
    CHECK(outlines_of(read_all("title" + sign + "body\nRain" + sign +
                               "It fell, a lot.\n")) ==
          "headline: Rain\nbody: It fell, a lot.\n");
  }
}

TEST_CASE("a row with a fault costs itself") {
  CHECK(table_outlines("title,body\nRain\nHail,fell,again\n,\nSun,shone.\n") ==
        "warning: 1 fields, where the first row names 2\nheadline: Rain\n"
        "warning: 3 fields, where the first row names 2\nheadline: Hail\n"
        "body: fell\nskipped: neither title nor body in the row\n"
        "headline: Sun\nbody: shone.\n");
  CHECK(table_outlines("title,body\nRain,\"It fell.\nSun,shone.\n") ==
        "skipped: a quotation mark that no other closes\nheadline: Sun\n"
        "body: shone.\n");
}

TEST_CASE("a table without a column of text is told of") {
  CHECK(table_outlines("place,price\nTarn,3\n") ==
        "skipped: no column of the first row is a title or a body (--map "
        "body=COLUMN names the one that holds the text)\n");
  ReadOptions options;
  REQUIRE(options.fields.assign("body=price").empty());
  CHECK(outlines_of(read_all("place,price\nTarn,3\n", "a.csv", options)) ==
        "body: 3\n");
}

TEST_CASE("rows beyond the limit are passed over, not held") {
  ReadOptions options;
  options.max_article_bytes = 1000;
  CHECK(outlines_of(read_all(
            "title,body\nRain," + std::string(600000, 'x') + "\nSun,shone.\n",
            "a.csv", options)) ==
        "skipped: a row of 585 KiB, more than 4000 bytes: too long to be "
        "read\nheadline: Sun\nbody: shone.\n");
}

TEST_CASE("every byte of a table is in one row") {
  std::string table;
  for (int i = 0; i < 50000; ++i) {
    table += i % 3 == 0 ? "a,\"b\nc\"\n" : "a,b\n";
  }
  TableRows rows(memory_source(table, "t"), ',', 1000);
  std::uint64_t end = 0;
  std::size_t count = 0;
  while (const auto row = rows.next()) {
    CHECK(row->offset == end);
    end = row->offset + row->size + 1;
    ++count;
  }
  CHECK(end == table.size());
  CHECK(count == 50000);
}

}  // namespace
}  // namespace broadsheet::read
