// Which dates a query selects. Now is 2024-03-31T15:00:00Z.
#include "searcher/query/dates.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "tests/searcher/query/shown_tree.h"

namespace broadsheet::searcher::query {
namespace {

struct DateRow {
  std::string query;
  std::string expected;
};

void check_dates(const std::vector<DateRow>& rows) {
  ParseOptions options;
  options.now = 1711897200;
  for (const DateRow& row : rows) {
    CAPTURE(row.query);
    CHECK(shown(row.query, options) == row.expected);
  }
}

TEST_CASE("a date is the whole year, month or day, both ends included") {
  check_dates({
      {"date:2023", "date[2023-01-01..2024-01-01)"},
      {"date:2023-04", "date[2023-04-01..2023-05-01)"},
      {"date:2023-12", "date[2023-12-01..2024-01-01)"},
      {"date:2023-04-17", "date[2023-04-17..2023-04-18)"},
      {"date:2023-04..2023-06", "date[2023-04-01..2023-07-01)"},
      {"date:2023..", "date[2023-01-01..)"},
      {"date:..2023", "date[..2024-01-01)"},
      {"date:1961-10..1962", "date[1961-10-01..1963-01-01)"},
      {"date:\"17 April 2023\"", "date[2023-04-17..2023-04-18)"},
      {"date:(2019 OR 2021)",
       "(date[2019-01-01..2020-01-01) OR date[2021-01-01..2022-01-01))"},
      {"date(2019)", "date[2019-01-01..2020-01-01)"},
      {"DATE:2019", "date[2019-01-01..2020-01-01)"},
      {"date:none", "undated"},
      {"date:NONE", "undated"},
      {"date:0001", "date[..0002-01-01)"},
      {"date:9999", "date[9999-01-01..)"},
  });
}

TEST_CASE("before and after leave out the whole unit that they name") {
  check_dates({
      {"before:2020", "date[..2020-01-01)"},
      {"after:2020", "date[2021-01-01..)"},
      {"after:2020-01-31", "date[2020-02-01..)"},
      {"date<2020", "date[..2020-01-01)"},
      {"date<=2020", "date[..2021-01-01)"},
      {"date>2020", "date[2021-01-01..)"},
      {"date>=2020-06", "date[2020-06-01..)"},
      {"before:\"April 17, 2023\"", "date[..2023-04-17)"},
  });
}

TEST_CASE("30d and the like are a day that long ago") {
  check_dates({
      {"date:0d", "date[2024-03-31..2024-04-01)"},
      {"date:today", "date[2024-03-31..2024-04-01)"},
      {"date:yesterday", "date[2024-03-30..2024-03-31)"},
      {"date:7d", "date[2024-03-24..2024-03-25)"},
      {"date:2w..", "date[2024-03-17..)"},
      {"date:30d..", "date[2024-03-01..)"},
      {"date:30D..7d", "date[2024-03-01..2024-03-25)"},
      // No 31 February: the last day of that month.
      {"date:1m", "date[2024-02-29..2024-03-01)"},
      {"date:13m", "date[2023-02-28..2023-03-01)"},
      {"date:1y..", "date[2023-03-31..)"},
      {"before:1y", "date[..2023-03-31)"},
      {"date>=7d", "date[2024-03-24..)"},
  });
}

TEST_CASE("what is no date is refused, with its place") {
  check_dates({
      {"date:spring", "bad-date @5-11"},
      {"date:2023-13", "bad-date @5-12"},
      {"date:2023-02-30", "bad-date @5-15"},
      {"date:2020..soon", "bad-date @11-15"},
      {"date:soon..2020", "bad-date @5-9"},
      {"date:2019..2020..2021", "bad-date @11-21"},
      {"date:..", "bad-date @5-5"},
      {"date:none..2020", "bad-date @5-9"},
      {"date:2019-2020", "bad-date @5-14"},
      {"before:none", "bad-date @7-11"},
      {"before:2019..2020", "bad-date @7-17"},
      {"date:(2019 soon)", "bad-date @11-15"},
      {"date>", "bad-date @5-5"},
      {"date:*", "bad-date @5-6"},
      {"date:99999y", "bad-date @5-11"},
      {"date:9999y", "bad-date @5-10"},
      {"date:-5d", "bad-negation @5-6"},
  });
}

TEST_CASE("a range that no date lies in is refused") {
  check_dates({
      {"date:2021..2020", "empty-range @5-15"},
      {"date:7d..30d", "empty-range @5-12"},
      {"before:0001", "empty-range @7-11"},
      {"after:9999", "empty-range @6-10"},
  });
}

}  // namespace
}  // namespace broadsheet::searcher::query
