// What is said beside an answer: how precedence has read a query, and what in
// it may not be meant as it was read.
#include <doctest/doctest.h>

#include <string>
#include <variant>
#include <vector>

#include "searcher/query/parser.h"
#include "searcher/query/reading.h"
#include "tests/searcher/query/shown_tree.h"

namespace broadsheet::searcher::query {
namespace {

struct NoteRow {
  std::string query;
  std::string expected;
};

TEST_CASE("a reading is given where precedence has decided, only there") {
  for (const NoteRow& row : std::vector<NoteRow>{
           {"floods OR drought Spain", "(floods OR drought) AND Spain"},
           {"Spain floods OR drought", "Spain AND (floods OR drought)"},
           {"a NOT b OR c", "a AND NOT (b OR c)"},
           {"a b OR c -d \"e f\"", "a AND (b OR c) AND NOT d AND \"e f\""},
           {"(a b OR c) OR d", "(a AND (b OR c)) OR d"},
           {"title:(a OR b c)", "(title:a OR title:b) AND title:c"},
           {"a OR b date:2020..2021", "(a OR b) AND date:2020..2021"},
           {"a OR date:none ~\"b c\"", "(a OR date:none) AND ~\"b c\""},
           {"a OR b before:2020 date>=1999",
            "(a OR b) AND before:2020 AND date>=1999"},
           {"a OR b «c \"d\"»", "(a OR b) AND «c \"d\"»"},
           {"a OR b date:\"17 April 2023\"",
            "(a OR b) AND date:\"17 April 2023\""},
           {"a OR b w/10 c w/s d", "((a OR b) w/10 c) w/s d"},
           {"a w/3 b w/5 c", "(a w/3 b) w/5 c"},
           {"a w/5 b c", "(a w/5 b) AND c"},
           {"a NOT w/5 b c", "(a NOT w/5 b) AND c"},
           {"a w/s b pre/s c", "(a w/s b) pre/s c"},
           {"a w/5 b", ""},
           {"a w/s b w/s c", ""},
           {"a w/s (b OR c)", ""},
           {"a b", ""},
           {"a OR b", ""},
           {"(floods OR drought) Spain", ""},
           {"a -(b OR c)", ""},
           {"a NOT (b OR c)", ""},
           {"a NOT b", ""},
       }) {
    CAPTURE(row.query);
    CHECK(reading_of(row.query) == row.expected);
  }
}

TEST_CASE("with any, a reading is given where not all is OR") {
  const ParseOptions any{.any = true};
  CHECK(reading_of("a b", any) == "");
  CHECK(reading_of("a b -c", any) == "(a OR b) AND NOT c");
  CHECK(reading_of("a b source:c", any) == "(a OR b) AND source:c");
}

TEST_CASE("a query written out is read as the same tree") {
  for (const std::string query : {
           "floods OR drought Spain",
           "a NOT b OR c",
           "(a b OR c) OR d",
           "a OR b w/10 \"c d\" w/s (e f -g) w/p h",
           "a NOT w/3 b NOT pre/s c OR d",
           "title:(a OR \"b c\" ~\"d e\") -x",
           "* -oil",
           "rules-based OR G7 x",
           "before:2020 OR date>=1999 a",
           "a OR b «c \"d\"»",
           "date:(2019 OR \"17 April 2023\") author:olsen section:a subject:b",
           "caps(a) OR lead:allcaps(\"b c\") d singular(banks) exact(e)",
           "\"a b\"~3 OR ~\"c d\"~0 e oil* w?nd storm~ storm~2",
           "atleast5(a OR b) s(a b -c) p(d pre/s e) wc>1500 lang:pt c",
           "id:\"x 7\" url:example path:archive a OR quote:b said:(c OR d)",
           "place:a source:b 「c \"d\" «e»」",
           "\"a\"-ce! \"a\"-ce? \"a\"-ce* \"a\"-storm~ \"a\"-oil b",
           "exact(quote:pre/p) caps(title:AND) title:AND author:w/5",
           "caps(\"a\"-b) title:caps(\"a\"-ce!) title:(b title: d)",
       }) {
    CAPTURE(query);
    const auto parsed = parse_query(query, {});
    REQUIRE(std::holds_alternative<ParsedQuery>(parsed));
    const Node& root = std::get<ParsedQuery>(parsed).root;
    CHECK(shown(written_out(root)) == shown(root));
  }
}

TEST_CASE("what may not be meant as it is read gets a note") {
  for (const NoteRow& row : std::vector<NoteRow>{
           {"oil price", ""},
           {"oil or gas", "\"or\" is searched as a word; the operator is OR"},
           {"oil not gas",
            "\"not\" is searched as a word; the operator is NOT"},
           {"or", ""},
           {"land trust w/5 Tarnholm",
            "w/5 joins \"trust\" alone; for both words, quote them: \"land "
            "trust\""},
           {"Tarnholm NOT w/s land trust",
            "w/s joins \"land\" alone; for both words, quote them: \"land "
            "trust\""},
           {"\"land trust\" w/5 Tarnholm", ""},
           {"\"oil or gas\"", ""},
           {"10:30", "\"10:30\" is read as text, not as a field"},
           {"http://example.org", "there is no field \"http\": read as text"},
           {"Velmar: quake", ""},
           {"title: quake",
            "\"title:\" before a blank is read as the word \"title\"; a field "
            "has no blank behind its colon"},
           {"oil - gas", "ignored: -"},
           {"oil — gas … !", "ignored: — … !"},
           {"$5 50%", "ignored: $ %"},
           {"oil, gas. coal; (tin)", ""},
           {"\"oil, gas!\"", ""},
           {"\"who is next?\"", "ignored: ?"},
           {"who won?",
            "\"won?\" finds \"won\" with one letter more; to search the word, "
            "leave the question mark away"},
           {"R&D and/or rules-based O'Brien's", ""},
           {"oil+gas", "\"oil+gas\" is read as a phrase of 2 words"},
           {"oil,gas,tin", "\"oil,gas,tin\" is read as a phrase of 3 words"},
           {"1,750", ""},
           {"'oil price'", "ignored: '"},
           {"‘oil price’", "ignored: ‘"},
           {"miners' strike", ""},
           {"~oil", "ignored: ~"},
           {"oil\"gas price\"",
            "a quotation mark right behind a word begins a phrase: \"gas "
            "price\""},
           {"WAR AND PEACE TALKS",
            "AND is read as an operator; to search the word, write \"AND\""},
           {"WAR AND PEACE", ""},
           {"GIVE US HOPE",
            "\"US\" among capitals is read both as the acronym and as the "
            "word"},
       }) {
    CAPTURE(row.query);
    CHECK(notes_of(row.query) == row.expected);
  }
}

}  // namespace
}  // namespace broadsheet::searcher::query
