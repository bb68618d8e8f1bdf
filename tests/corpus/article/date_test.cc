// Claims about dates: how news writes them, and that no day is invented.
#include "corpus/article/date.h"

#include <doctest/doctest.h>

#include <random>
#include <string>
#include <vector>

#include "tests/support/effort.h"

namespace broadsheet::article {
namespace {

/// What `text` is read as, in ISO form; "-" if it is no date.
std::string read(std::string_view text) {
  const std::optional<Date> date = parse_date(text);
  return date ? to_iso(*date) : "-";
}

struct Row {
  std::string_view text, iso;
};

TEST_CASE("ISO dates are read as far as they go") {
  for (const Row& row : {
           Row{"2023-04-17", "2023-04-17"},
           Row{" 2023-04-17\n", "2023-04-17"},
           Row{"2023-4-7", "2023-04-07"},
           Row{"2023/04/17", "2023-04-17"},
           Row{"2023.04.17", "2023-04-17"},
           Row{"2023-04", "2023-04"},
           Row{"2023", "2023"},
           Row{"20230417", "2023-04-17"},
           Row{"20230417T093000Z", "2023-04-17T09:30:00Z"},
           Row{"20230417093000", "2023-04-17T09:30:00Z"},
           Row{"2023-04-17T09:30+09:00", "2023-04-17T00:30:00Z"},
           Row{"2023-04-17T09:30:15Z", "2023-04-17T09:30:15Z"},
           Row{"2023-04-17t09:30:15z", "2023-04-17T09:30:15Z"},
           Row{"2023-04-17 09:30", "2023-04-17T09:30:00Z"},
           Row{"2023-04-17T09:30:15.123456Z", "2023-04-17T09:30:15Z"},
           Row{"2023-04-17T09:30:15-0530", "2023-04-17T15:00:15Z"},
           Row{"2023-04-17T00:30:00+09", "2023-04-16T15:30:00Z"},
           Row{"2016-12-31T23:59:60Z", "2016-12-31T23:59:59Z"},
       }) {
    const auto& [text, iso] = row;

    CAPTURE(row.text);
    CHECK(read(text) == iso);
  }
}

TEST_CASE("dates in words are read in the forms of news and mail") {
  for (const Row& row : {
           Row{"April 17, 2023", "2023-04-17"},
           Row{"april 17 2023", "2023-04-17"},
           Row{"APRIL 17, 2023", "2023-04-17"},
           Row{"Apr. 17, 2023", "2023-04-17"},
           Row{"Sept. 3, 1939", "1939-09-03"},
           Row{"April 17th, 2023", "2023-04-17"},
           Row{"17 April 2023", "2023-04-17"},
           Row{"1st of May 1960", "1960-05-01"},
           Row{"Monday, April 17, 2023", "2023-04-17"},
           Row{"Monday 17 April 2023", "2023-04-17"},
           Row{"April 2023", "2023-04"},
           Row{"17. April 2023", "2023-04-17"},
           Row{"Montag, 3. März 2014", "2014-03-03"},
           Row{"12. Dez. 1999", "1999-12-12"},
           Row{"2023年4月17日", "2023-04-17"},
           Row{"２０２３年４月１７日", "2023-04-17"},
           Row{"2023年4月", "2023-04"},
           Row{"26-FEB-1987 15:01:01.79", "1987-02-26T15:01:01Z"},
           Row{" 3-MAR-1987  09:15:05.40", "1987-03-03T09:15:05Z"},
           Row{"Mon, 17 Apr 2023 09:30:00 +0900", "2023-04-17T00:30:00Z"},
           Row{"Mon, 17 Apr 2023 09:30 GMT", "2023-04-17T09:30:00Z"},
           Row{"17 Apr 2023 09:30:00 -0500 (EST)", "2023-04-17T14:30:00Z"},
           Row{"Mon Apr 17 09:30:00 UTC 2023", "2023-04-17T09:30:00Z"},
           Row{"Mon Apr 17 09:30:00 2023", "2023-04-17T09:30:00Z"},
           Row{"April 17, 2023, 9:30 a.m. EDT", "2023-04-17T13:30:00Z"},
           Row{"April 17, 2023 at 12:05 AM", "2023-04-17T00:05:00Z"},
           Row{"April 17, 2023 12:05 p.m.", "2023-04-17T12:05:00Z"},
           Row{"April 17, 2023 9 pm JST", "2023-04-17T12:00:00Z"},
       }) {
    const auto& [text, iso] = row;

    CAPTURE(row.text);
    CHECK(read(text) == iso);
  }
}

TEST_CASE("dates are read in the languages of news, and in numbers") {
  for (const Row& row : {
           Row{"17 avril 2023", "2023-04-17"},
           Row{"lundi 1er mai 1961", "1961-05-01"},
           Row{"17 de abril de 2023", "2023-04-17"},
           Row{"17 de março de 2023", "2023-03-17"},
           Row{"lunes, 17 de abril de 2023", "2023-04-17"},
           Row{"17 aprile 2023", "2023-04-17"},
           Row{"maandag 17 april 2023", "2023-04-17"},
           Row{"3 mei 2023 9:30 uur", "-"},
           Row{"17 апреля 2023", "2023-04-17"},
           Row{"17 апреля 2023 г.", "2023-04-17"},
           Row{"17 апреля 2023 года, 09:30", "2023-04-17T09:30:00Z"},
           Row{"令和5年4月17日", "2023-04-17"},
           Row{"令和元年5月1日", "2019-05-01"},
           Row{"平成３１年４月", "2019-04"},
           Row{"昭和62年2月26日 15:01", "1987-02-26T15:01:00Z"},
           Row{"令和", "-"},
           Row{"令和5", "-"},
           Row{"17.04.2023", "2023-04-17"},
           Row{"3.5.1961 14:00", "1961-05-03T14:00:00Z"},
           Row{"04/05/2023", "-"},
           Row{"31.02.2023", "-"},
           Row{"0001-01-01", "0001-01-01"},
           Row{"1 January 0001", "0001-01-01"},
       }) {
    const auto& [text, iso] = row;

    CAPTURE(row.text);
    CHECK(read(text) == iso);
  }
}

TEST_CASE("what is no date, or no day of any calendar, is refused") {
  for (const std::string_view text : {"",
                                      " ",
                                      "today",
                                      "Monday",
                                      "April",
                                      "17",
                                      "2023-02-30",
                                      "February 29, 2023",
                                      "2023-13-01",
                                      "2023-00-10",
                                      "2023-04-00",
                                      "2023-04-31",
                                      "0000-01-01",
                                      "10000-01-01",
                                      "12345",
                                      "2023-04-17T25:00",
                                      "2023-04-17T09:60",
                                      "2023-04-17T9",
                                      "2023-04-17 noon",
                                      "04/17/2023",
                                      "17/04/2023",
                                      "April 31, 2023",
                                      "April 17",
                                      "17 April",
                                      "April 0, 2023",
                                      "2023-04-17x",
                                      "2023-04-17T09:30+9x",
                                      "2023-04-17 09:30 XYZ",
                                      "20230230",
                                      "202304",
                                      "1 2 3",
                                      "-2023-04-17",
                                      "2023--04",
                                      "0001-01-01T00:00+09:00",
                                      "9999-12-31T23:00-09:00",
                                      "Mayor 17, 2023",
                                      "2023-04-17T09:30:61Z",
                                      "13:00 p.m. April 17, 2023"}) {
    CAPTURE(text);
    CHECK(read(text) == "-");
  }
  CHECK(read(std::string(1000000, '1')) == "-");
  CHECK(read("2024-02-29") == "2024-02-29");
  CHECK(read("1900-02-29") == "-");
}

TEST_CASE("archives older than 1970, and the ends of time, work") {
  CHECK(read("1851-09-18") == "1851-09-18");
  CHECK(read("0001-01-01") == "0001-01-01");
  CHECK(read("9999-12-31T23:59:59Z") == "9999-12-31T23:59:59Z");
  CHECK(parse_date("0001-01-01")->seconds == kAllTime.begin);
  CHECK(parse_date("9999-12-31T23:59:59Z")->seconds == kAllTime.end - 1);
  CHECK(parse_date("1969-12-31T23:59:59Z")->seconds == -1);
}

TEST_CASE("a date covers the whole of what it names") {
  const auto range = [](std::string_view text) {
    return range_of(*parse_date(text));
  };
  const auto seconds = [](std::string_view text) {
    return parse_date(text)->seconds;
  };
  CHECK(range("2023-04-17") ==
        DateRange{seconds("2023-04-17"), seconds("2023-04-18")});
  CHECK(range("2024-02") ==
        DateRange{seconds("2024-02-01"), seconds("2024-03-01")});
  CHECK(range("1999-12") ==
        DateRange{seconds("1999-12-01"), seconds("2000-01-01")});
  CHECK(range("1987") ==
        DateRange{seconds("1987-01-01"), seconds("1988-01-01")});
  CHECK(range("9999").end == kAllTime.end);
  CHECK(range("1955-06-01T10:00Z") ==
        DateRange{seconds("1955-06-01T10:00Z"),
                  seconds("1955-06-01T10:00Z") + 1});
}

TEST_CASE("what is written is read back") {
  const unsigned seed = std::random_device{}();
  CAPTURE(seed);
  std::mt19937_64 random(seed);
  std::uniform_int_distribution<std::int64_t> moments(kAllTime.begin,
                                                      kAllTime.end - 1);
  for (int round = 0; round < 2000; ++round) {
    const Date moment{moments(random), Date::Precision::kSecond};
    CAPTURE(to_iso(moment));
    CHECK(parse_date(to_iso(moment)) == moment);
    for (const std::size_t digits : std::vector<std::size_t>{4, 7, 10}) {
      const std::string text = to_iso(moment).substr(0, digits);
      const std::optional<Date> date = parse_date(text);
      REQUIRE(date);
      CHECK(to_iso(*date) == text);
      const DateRange range = range_of(*date);
      CHECK(range.begin == date->seconds);
      CHECK(range.begin <= moment.seconds);
      CHECK(moment.seconds < range.end);
    }
  }
}

TEST_CASE("no text makes reading a date fail otherwise than by nothing") {
  const unsigned seed = std::random_device{}();
  CAPTURE(seed);
  std::mt19937 random(seed);
  const std::string_view seeds[] = {
      "2023-04-17T09:30:15+09:00", "Mon, 17 Apr 2023 09:30:00 +0900 (JST)",
      "April 17th, 2023 at 9:30 p.m. EDT", "２０２３年４月１７日",
      "26-FEB-1987 15:01"};
  for (int round = 0; round < tests::effort(20000); ++round) {
    std::string text(seeds[random() % std::size(seeds)]);
    for (std::size_t changes = random() % 4; changes > 0; --changes) {
      const std::size_t at = random() % text.size();
      if (random() % 3 == 0) {
        text.erase(at, 1);
      } else {
        text[at] = static_cast<char>(random() % 256);
      }
      if (text.empty()) break;
    }
    const std::optional<Date> date = parse_date(text);
    if (!date) continue;
    CAPTURE(text);
    CHECK(date->seconds >= kAllTime.begin);
    CHECK(date->seconds < kAllTime.end);
  }
}

}  // namespace
}  // namespace broadsheet::article
