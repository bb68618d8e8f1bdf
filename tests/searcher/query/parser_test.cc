// What a query means, as the tree it is read into.
#include "searcher/query/parser.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "tests/searcher/query/check_trees.h"
#include "tests/searcher/query/shown_tree.h"

namespace broadsheet::searcher::query {
namespace {

TEST_CASE("words are joined by AND and match all their forms") {
  check_trees({
      {"harbours", "Zharbour"},
      {"climate summits", "(Zclimat AND Zsummit)"},
      {"climate AND summit", "(Zclimat AND Zsummit)"},
      {"climate & summit", "(Zclimat AND Zsummit)"},
      {"  climate\t\n summit  ", "(Zclimat AND Zsummit)"},
      {"climate\u00a0summit\u3000now", "(Zclimat AND Zsummit AND Znow)"},
      {"CAFÉ", "Zcafe"},
      {"and or not near same", "(Zand AND Zor AND Znot AND Znear AND Zsame)"},
  });
}

TEST_CASE("quotation marks of all kinds make a phrase of exact words") {
  check_trees({
      {"\"Climate Changes\"", "[climate changes]"},
      {"“climate changes”", "[climate changes]"},
      {"„climate changes“", "[climate changes]"},
      {"«climate changes»", "[climate changes]"},
      {"»climate changes«", "[climate changes]"},
      {"＂climate changes＂", "[climate changes]"},
      {"「climate changes」", "[climate changes]"},
      {"\"climate changes”", "[climate changes]"},
      {"「the “new” deal」", "[the new deal]"},
      {"\"harbours\"", "harbours"},
      {"~\"tax cuts\"", "[Ztax Zcut]"},
      {"~“tax cuts”", "[Ztax Zcut]"},
      {"\"one, two -- three!\"", "[one two three]"},
      {"\"oil\" \"gas\"", "(oil AND gas)"},
      {"\"AND\" \"w/5\"", "(and AND [w 5])"},
  });
}

TEST_CASE("a word that is several is a phrase of its parts") {
  check_trees({
      {"rules-based", "[Zrule Zbase]"},
      {"G-7", "[Zg 7]"},
      {"G7", "[Zg 7]"},
      {"\"G 7\"", "[g 7]"},
      {"and/or", "[Zand Zor]"},
      {"24/7", "[24 7]"},
      {"U.S.-led", "[Zu.s Zled]"},
  });
}

TEST_CASE("acronyms, possessives and apostrophes are read as in articles") {
  check_trees({
      {"U.S.", "Zu.s"},
      {"US", "Zu.s"},
      {"us", "Zus"},
      {"U.N. N.A.T.O. NATO", "(Zu.n AND Znato AND Znato)"},
      {"Japan’s", "Zjapan"},
      {"\"Japan’s\"", "japan's"},
      {"O’Brien", "Zobrien"},
      {"\"U.S. Secretary of State\"", "[u.s secretary of state]"},
      // Two capital words are more often acronyms than a pasted headline.
      {"US NATO", "(Zu.s AND Znato)"},
      {"GIVE US HOPE", "(Zgive AND (Zu.s|Zus) AND Zhope)"},
      {"\"GIVE US HOPE\"", "[give (u.s|us) hope]"},
      {"GIVE U.S. HOPE", "(Zgive AND Zu.s AND Zhope)"},
      {"GIVE US hope", "(Zgive AND Zu.s AND Zhope)"},
  });
}

TEST_CASE("OR binds tighter than NOT, and NOT tighter than AND") {
  check_trees({
      {"a OR b c", "((Za OR Zb) AND Zc)"},
      {"a b OR c", "(Za AND (Zb OR Zc))"},
      {"a | b", "(Za OR Zb)"},
      {"a|b c", "((Za OR Zb) AND Zc)"},
      {"a || b", "(Za OR Zb)"},
      {"a && b OR c", "(Za AND (Zb OR Zc))"},
      {"a OR b OR c", "(Za OR Zb OR Zc)"},
      {"a OR (b OR c)", "(Za OR Zb OR Zc)"},
      {"a (b c)", "(Za AND Zb AND Zc)"},
      {"a OR (b c)", "(Za OR (Zb AND Zc))"},
      {"a NOT b", "(Za AND NOT Zb)"},
      {"a AND NOT b c", "(Za AND NOT Zb AND Zc)"},
      {"a NOT b OR c", "(Za AND NOT (Zb OR Zc))"},
      {"NOT a b", "(NOT Za AND Zb)"},
      {"((a))", "Za"},
      {"（a OR b） c", "((Za OR Zb) AND Zc)"},
      {"a(b)c", "(Za AND Zb AND Zc)"},
  });
}

TEST_CASE("a minus excludes only at the start, after a blank or after (") {
  check_trees({
      {"a -b", "(Za AND NOT Zb)"},
      {"-b a", "(NOT Zb AND Za)"},
      {"a (-b c)", "(Za AND NOT Zb AND Zc)"},
      {"a-b", "[Za Zb]"},
      {"a -b-c", "(Za AND NOT [Zb Zc])"},
      {"\"a\" -\"b c\"", "(a AND NOT [b c])"},
      {"a -~\"b c\"", "(Za AND NOT [Zb Zc])"},
      {"a -(b OR c)", "(Za AND NOT (Zb OR Zc))"},
      {"a -title:b", "(Za AND NOT ZSb)"},
      {"a -date:2020", "(Za AND NOT date[2020-01-01..2021-01-01))"},
      {"a (-b)", "(Za AND NOT Zb)"},
      {"a (-b) (-c -d)", "(Za AND NOT Zb AND NOT Zc AND NOT Zd)"},
      {"a - b", "(Za AND Zb)"},
      {"a -- b", "(Za AND Zb)"},
      {"a -$ b", "(Za AND Zb)"},
  });
}

TEST_CASE("a field takes a word, a phrase or a group") {
  check_trees({
      {"title:storms", "ZSstorm"},
      {"Title:storms headline:storms HD:storms",
       "(ZSstorm AND ZSstorm AND ZSstorm)"},
      {"title:\"storm warnings\"", "[Sstorm Swarnings]"},
      {"title:~\"storm warnings\"", "[ZSstorm ZSwarn]"},
      {"title:(storm OR flood) river", "((ZSstorm OR ZSflood) AND Zriver)"},
      {"title:(storm -flood)", "(ZSstorm AND NOT ZSflood)"},
      {"title(storm)", "ZSstorm"},
      {"title:G-7", "[ZSg S7]"},
      {"author:\"Mara Olsen\" byline:olsen by:olsen",
       "([Amara Aolsen] AND ZAolsen AND ZAolsen)"},
      {"place:Velmar dateline:Velmar", "(ZXPvelmar AND ZXPvelmar)"},
      {"source:kestrel pub:kestrel", "(ZXNkestrel AND ZXNkestrel)"},
      {"section:sport subject:gold topic:gold",
       "(ZXCsport AND ZXTgold AND ZXTgold)"},
      {"title:AND title:w/5", "(ZSand AND [ZSw S5])"},
      {"title:tax cut", "(ZStax AND Zcut)"},
  });
}

TEST_CASE("connectors join what stands beside them") {
  check_trees({
      {"a w/5 b", "(Za w/5 Zb)"},
      {"a near/5 b", "(Za w/5 Zb)"},
      {"a NEAR b", "(Za w/10 Zb)"},
      {"a pre/3 \"b c\"", "(Za pre/3 [b c])"},
      {"a /s b", "(Za w/s Zb)"},
      {"a +s b", "(Za pre/s Zb)"},
      {"a SAME b", "(Za w/p Zb)"},
      {"a NOT w/3 b", "(Za NOT w/3 Zb)"},
      {"a NOT pre/p b", "(Za NOT pre/p Zb)"},
      {"a w/s (b AND c)", "(Za w/s (Zb AND Zc))"},
      {"a w/s (b -c)", "(Za w/s (Zb AND NOT Zc))"},
      {"(a OR \"b c\") w/2 d", "((Za OR [b c]) w/2 Zd)"},
      {"title:(a w/2 b)", "(ZSa w/2 ZSb)"},
      {"a w/5 b c", "((Za w/5 Zb) AND Zc)"},
      {"a -(b w/5 c)", "(Za AND NOT (Zb w/5 Zc))"},
      {"a NOT b w/5 c", "(Za AND NOT (Zb w/5 Zc))"},
  });
}

TEST_CASE("of connectors, small numbers bind first, then s, then p") {
  check_trees({
      {"a w/5 b w/3 c", "(Za w/5 (Zb w/3 Zc))"},
      {"a w/3 b w/5 c", "((Za w/3 Zb) w/5 Zc)"},
      {"a w/3 b pre/3 c", "((Za w/3 Zb) pre/3 Zc)"},
      {"a w/s b w/9 c", "(Za w/s (Zb w/9 Zc))"},
      {"a w/p b w/s c", "(Za w/p (Zb w/s Zc))"},
      {"a OR b w/10 c w/s d", "(((Za OR Zb) w/10 Zc) w/s Zd)"},
      {"a w/s b w/s c", "(Za w/s Zb w/s Zc)"},
      {"a pre/s b pre/s c", "(Za pre/s Zb pre/s Zc)"},
      {"a w/s b pre/s c", "((Za w/s Zb) pre/s Zc)"},
      {"a NOT w/s b w/s c", "((Za NOT w/s Zb) w/s Zc)"},
      {"a w/p b w/p c w/s d", "(Za w/p Zb w/p (Zc w/s Zd))"},
  });
}

TEST_CASE("other fields are parts of the text, or filters") {
  check_trees({
      {"lead:oil lp:oil", "(lead:Zoil AND lead:Zoil)"},
      {"hlead:(\"data breach\" OR hack)",
       "(hlead:[data breach] OR hlead:Zhack)"},
      {"hlead(oil)", "hlead:Zoil"},
      {"body:oil quote:\"whatever it takes\" said:draghi",
       "(body:Zoil AND quote:[whatever it takes] AND said:Zdraghi)"},
      {"lang:pt lang:EN-gb", "(lang[pt] AND lang[en])"},
      {"wc>1500", "wc[1501..]"},
      {"wc>=1500 length<800", "(wc[1500..] AND wc[0..799])"},
      {"wc:500..800 wc:..9 wc:7", "(wc[500..800] AND wc[0..9] AND wc[7..7])"},
      {"id:4711 id:\"a b\"", "(id[4711] AND id[a b])"},
      {"url:example.org/a path:archive",
       "(url[example.org/a] AND path[archive])"},
      {"dup:first -dup:later dup:\"all\"",
       "(story[0] AND NOT story[1] AND story[2])"},
  });
}

TEST_CASE("strategies for LexisNexis are read as it reads them") {
  const ParseOptions lexis{.lexis = true};
  check_trees(
      {
          {"land trust w/5 ohio", "([Zland Ztrust] w/5 Zohio)"},
          {"bank and regulator or court", "(Zbank AND (Zregul OR Zcourt))"},
          {"bank and not fraud", "(Zbank AND NOT Zfraud)"},
          {"resign! w/s minist!", "(resign* w/s minist*)"},
          {"prime minist!", "[Zprime minist*]"},
          {"wom*n", "wom?n"},
          {"hlead(data breach) and date(2020)",
           "(hlead:[Zdata Zbreach] AND date[2020-01-01..2021-01-01))"},
          {"\"land trust\" ohio", "([land trust] AND Zohio)"},
      },
      lexis);
}

TEST_CASE("a star alone is every article") {
  check_trees({
      {"*", "*"},
      {"* oil", "Zoil"},
      {"* -oil", "(* AND NOT Zoil)"},
      {"* NOT oil", "(* AND NOT Zoil)"},
      {"(* -oil) -gas", "(* AND NOT Zoil AND NOT Zgas)"},
      {"* date:none", "undated"},
  });
}

TEST_CASE("with any, blanks outside parentheses mean OR") {
  const ParseOptions any{.any = true};
  check_trees(
      {
          {"oil gas", "(Zoil OR Zgas)"},
          {"oil", "Zoil"},
          {"oil gas OR coal", "(Zoil OR Zgas OR Zcoal)"},
          {"oil \"gas price\"", "(Zoil OR [gas price])"},
          {"oil gas AND coal", "(Zoil OR (Zgas AND Zcoal))"},
          {"oil (gas coal)", "(Zoil OR (Zgas AND Zcoal))"},
          {"oil gas -coal", "((Zoil OR Zgas) AND NOT Zcoal)"},
          {"oil NOT coal gas", "((Zoil OR Zgas) AND NOT Zcoal)"},
          {"oil gas (-coal)", "((Zoil OR Zgas) AND NOT Zcoal)"},
          {"oil gas AND NOT coal", "(Zoil OR (Zgas AND NOT Zcoal))"},
          {"oil title:gas date:2020",
           "((Zoil OR ZSgas) AND date[2020-01-01..2021-01-01))"},
          {"oil gas source:kestrel", "((Zoil OR Zgas) AND ZXNkestrel)"},
          {"date:2020 source:kestrel",
           "(date[2020-01-01..2021-01-01) AND ZXNkestrel)"},
          {"* oil", "(* OR Zoil)"},
          {"-oil", "only-exclusions @0-4"},
      },
      any);
}

TEST_CASE("words have the stems of every language of the index") {
  ParseOptions options;
  options.languages = {"en", "de"};
  check_trees(
      {
          {"Zeitungen", "(Zzeitungen|Zzeitung)"},
          {"\"Zeitungen\"", "zeitungen"},
          {"running", "(Zrun|Zrunning)"},
          {"oil", "Zoil"},
          {"title:running", "(ZSrun|ZSrunning)"},
      },
      options);
  options.languages = {"xx"};
  check_trees({{"storms", "Zstorms"}}, options);
}

TEST_CASE("words without blanks between them are a phrase") {
  ParseOptions options;
  options.languages = {"ja"};
  const std::string tree = shown("東京都知事", options);
  CHECK(tree.front() == '[');
  CHECK(shown("「東京都知事」", options).front() == '[');
}

TEST_CASE("every node knows the part of the query it was read from") {
  const std::string query = " a (b OR c) -d title:e ";
  const auto parsed = parse_query(query, {});
  const auto& root = std::get<ParsedQuery>(parsed).root;
  CHECK(root.source == Span{0, query.size()});
  std::string sources;
  for (const Node& child : std::get<And>(root.value).children) {
    sources += std::string(child.source.of(query)) + '|';
  }
  CHECK(sources == "a|(b OR c)|-d|title:e|");
}

TEST_CASE("the phrases of a tree are counted from the left, negated or not") {
  const auto parsed = parse_query("a -(b OR \"c d\") date:2020 title:e", {});
  std::string texts;
  for (const Phrase* phrase : all_phrases(std::get<ParsedQuery>(parsed).root)) {
    texts += phrase->text + '|';
  }
  CHECK(texts == "a|b|c d|e|");
}

}  // namespace
}  // namespace broadsheet::searcher::query
