// Claims about datelines, bylines and date lines.
#include "corpus/read/dateline.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "corpus/read/byline.h"
#include "corpus/read/date_line.h"

namespace broadsheet::read {
namespace {

std::string shown(const std::optional<Dateline>& dateline) {
  if (!dateline) return "-";
  std::string text = dateline->place;
  if (!dateline->agency.empty()) text += " (" + dateline->agency + ')';
  if (dateline->date) text += ' ' + article::to_iso(*dateline->date);
  return text;
}

struct Row {
  std::string_view text, expected;
};

TEST_CASE("a dateline is a place in capitals before a dash") {
  for (const Row& row : {
           Row{"KARUIZAWA, Japan - Ministers met.", "KARUIZAWA, Japan"},
           Row{"KARUIZAWA, Japan (Kyodo) — Ministers met.",
               "KARUIZAWA, Japan (Kyodo)"},
           Row{"TOKYO - Rain fell.", "TOKYO"},
           Row{"TOKYO — Rain fell.", "TOKYO"},
           Row{"TOKYO—Rain fell.", "TOKYO"},
           Row{"TOKYO -- Rain fell.", "TOKYO"},
           Row{"TOKYO, April 17 (Kyodo) - Rain fell.", "TOKYO (Kyodo)"},
           Row{"TOKYO, April 17, 2023 (Kyodo) - Rain fell.",
               "TOKYO (Kyodo) 2023-04-17"},
           Row{"TOKYO, 17 April 2023 - Rain fell.", "TOKYO 2023-04-17"},
           Row{"WASHINGTON, Feb 26 (Reuter) - Rain fell.",
               "WASHINGTON (Reuter)"},
           Row{"NEW YORK (AP) _ Rain fell.", "NEW YORK (AP)"},
           Row{"ST. LOUIS, Mo., Sept. 3 - Rain fell.", "ST. LOUIS, Mo."},
           Row{"SAN MATEO, Calif., March 2 - Rain fell.", "SAN MATEO, Calif."},
           Row{"McALLEN, Texas - Rain fell.", "McALLEN, Texas"},
           Row{"RIO DE JANEIRO - Rain fell.", "RIO DE JANEIRO"},
           Row{"Rio de Janeiro (AFP) - Rain fell.", "Rio de Janeiro (AFP)"},
           Row{"Berlin (dpa) - Es regnete.", "Berlin (dpa)"},
           Row{"LONDON/PARIS, Monday - Rain fell.", "LONDON/PARIS"},
           Row{"KUALA-LUMPUR - Rain fell.", "KUALA-LUMPUR"},
           Row{"ZÜRICH – Es regnete.", "ZÜRICH"},
           Row{"【東京共同】雨が降った。", "東京 (共同)"},
           Row{"【白凪・あけぼの通信】雨が降った。", "白凪 (あけぼの通信)"},
           Row{"［東京　１７日　ロイター］ 雨が降った。", "東京 (ロイター)"},
           Row{"【山瀬】雨が降った。", "山瀬"},
       }) {
    const auto& [text, expected] = row;

    CAPTURE(row.text);
    CHECK(shown(find_dateline(text)) == expected);
  }
}

TEST_CASE("sentences, labels and tables have no dateline") {
  for (const std::string_view text :
       {"Rain fell - and then it stopped.",
        "The mayor - a Liberal - left.",
        "Tokyo - Rain fell.",
        "UPDATE - Rain fell.",
        "U.S.-led talks opened.",
        "VIDEO - Rain on the harbor.",
        "G-7 - a group of seven.",
        "TOKYO",
        "TOKYO -",
        "TOKYO - ",
        "",
        "-",
        " - ",
        "12 - 15 - 18",
        "MAY7 274 - up",
        "TOKYO, where rain had fallen all week - left.",
        "A very long place name that goes on and on and on until nobody "
        "would call it a place any more, and only then - a dash.",
        "【速報】雨が降った。",
        "【】雨",
        "NATO said on Monday - twice."}) {
    CAPTURE(text);
    CHECK(shown(find_dateline(text)) == "-");
  }
}

TEST_CASE("the report begins behind the dateline") {
  const std::string_view text = "TOKYO (Kyodo) -  Rain fell.";
  CHECK(text.substr(find_dateline(text)->end) == "Rain fell.");
}

TEST_CASE("what is marked as a dateline is read with less doubt") {
  for (const Row& row : {
           Row{"    SALVADOR, Feb 26 - ", "SALVADOR"},
           Row{"    omaha, april 7 - ", "omaha"},
           Row{"    WASHINGTON, D.C., March 2 -", "WASHINGTON, D.C."},
           Row{"    ****TOKYO, Feb 26 - ", "TOKYO"},
           Row{"CAMDEN, N.J. (AP) ", "CAMDEN, N.J. (AP)"},
           Row{" MAR8  --     --", "-"},
           Row{" APRIL 7  - ", "-"},
           Row{"", "-"},
           Row{" - ", "-"},
       }) {
    const auto& [text, expected] = row;

    CAPTURE(row.text);
    CHECK(shown(parse_dateline(text)) == expected);
  }
}

std::string joined(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) {
    if (!text.empty()) text += '|';
    text += name;
  }
  return text;
}

TEST_CASE("a byline gives its names and leaves out where they work") {
  for (const Row& row : {
           Row{"By Ada Quill", "Ada Quill"},
           Row{"BY ADA QUILL AND BO REED", "ADA QUILL|BO REED"},
           Row{"by Ada Quill, Northwire", "Ada Quill"},
           Row{"By Ada Quill, Bo Reed and Cy Lane, Staff Writers",
               "Ada Quill|Bo Reed|Cy Lane"},
           Row{"By: Ada van der Quill", "Ada van der Quill"},
           Row{"By R. W. Quill Jr.", "R. W. Quill Jr."},
           Row{"Von Änne Größe", "Änne Größe"},
           Row{"By Tuesday", ""},
           Row{"By contrast, rain fell", ""},
           Row{"By noon the Ferry left.", ""},
           Row{"By Ada Quill.", ""},
           Row{"Ada Quill", ""},
           Row{"By", ""},
           Row{"By Room 101", ""},
           Row{"", ""},
       }) {
    const auto& [text, expected] = row;

    CAPTURE(row.text);
    CHECK(joined(byline_authors(text)) == expected);
  }
  CHECK(joined(author_names("    By Martin Hale and Jane Merrow, Northwire")) ==
        "Martin Hale|Jane Merrow");
  CHECK(joined(author_names("ADEBAYO, C.; FENN, R.")) == "ADEBAYO");
}

std::string shown(const std::optional<DateLine>& line, std::string_view text) {
  if (!line) return "-";
  return article::to_iso(line->date) + '|' +
         std::string(text.substr(line->end));
}

TEST_CASE("a date line is a date, alone or behind its word") {
  for (const Row& row : {
           Row{" date 2023-04-17 Ministers shake hands.",
               "2023-04-17| Ministers shake hands."},
           Row{"date 2023-04-17", "2023-04-17|"},
           Row{"Date: April 17, 2023", "2023-04-17|"},
           Row{"Published: Monday, April 17, 2023, 9:30 a.m. EDT",
               "2023-04-17T13:30:00Z|"},
           Row{"Published on April 17, 2023", "2023-04-17|"},
           Row{"Updated 2023-04-17T09:30Z", "2023-04-17T09:30:00Z|"},
           Row{"Nov. 3, 1956", "1956-11-03|"},
           Row{"17 April 2023", "2023-04-17|"},
           Row{"2023年4月17日", "2023-04-17|"},
           Row{"2023", "-"},
           Row{"April 2023", "-"},
           Row{"On April 17, 2023, rain fell.", "-"},
           Row{"April 17, 2023, was a wet day.", "-"},
           Row{"Published April 17, 2023 by the mayor", "-"},
           Row{"date palms grow here", "-"},
           Row{"dated", "-"},
           Row{"", "-"},
       }) {
    const auto& [text, expected] = row;

    CAPTURE(row.text);
    CHECK(shown(find_date_line(text), text) == expected);
  }
}

TEST_CASE("a foot date stands in brackets alone") {
  const auto foot = [](std::string_view text) -> std::string {
    const std::optional<FootDate> found = find_foot_date(text);
    return found ? article::to_iso(found->date) + '|' + found->agency : "-";
  };
  CHECK(foot("(April 17, 2023)") == "2023-04-17|");
  CHECK(foot("（2024年6月27日配信）") == "2024-06-27|");
  CHECK(foot("（2023年5月12日、あけぼの通信）") == "2023-05-12|あけぼの通信");
  CHECK(foot("(2023-04-17, Northwire)") == "2023-04-17|Northwire");
  CHECK(foot("(Kyodo)") == "-");
  CHECK(foot("April 17, 2023") == "-");
  CHECK(foot("()") == "-");
}

}  // namespace
}  // namespace broadsheet::read
