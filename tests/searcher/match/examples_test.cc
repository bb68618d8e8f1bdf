// The examples of the specification, each as the tree it is read into, what
// Xapian is asked, and the articles, written for it, that it finds.
#include <doctest/doctest.h>

#include <string>
#include <variant>
#include <vector>

#include "searcher/query/compile.h"
#include "searcher/query/parser.h"
#include "tests/searcher/match/small_index.h"
#include "tests/searcher/query/shown_tree.h"

namespace broadsheet::searcher::match {
namespace {

/// 31 March 2024, noon.
constexpr std::int64_t kNow = 1711886400;
constexpr std::int64_t kDay = 86'400;

struct Written {
  std::string name;
  std::string lines;
  std::string author{};
  std::string source{};
  std::string place{};
  std::string language = "en";
  std::int64_t published = 0;  ///< Seconds since 1970 UTC; 0: undated.
};

/// A long text of Portuguese words that say nothing.
std::string long_text() {
  std::string text;
  for (int i = 0; i < 1600; ++i) text += i % 20 == 19 ? "praia. " : "mar ";
  return text;
}

const std::vector<Written>& articles() {
  static const std::vector<Written> kArticles{
      {"summits", "\nThe summit on climates met."},
      {"climate", "\nClimate change is here. Changes in climate too."},
      {"taxes", "\nHe promised taxes cut by half. A tax was cut."},
      {"drought", "\nA drought dried Spain. Floods came."},
      {"rates", "\nInterest rates rose."},
      {"mortgage", "\nInterest rates rose and every mortgage with them."},
      {"apple", "\nApple opened a shop."},
      {"pie", "\nAn apple fell into the pie."},
      {"resigns", "Minister resigns\nShe gave no reason."},
      {"resigned", "\nHe resigned."},
      {"breach", "Data breach at bank\nNothing was taken."},
      {"hack", "\nA hack of a bank.\nMore text."},
      {.name = "silva",
       .lines = "\nA report.",
       .author = "Maria Silva",
       .published = 1'709'251'200},
      {.name = "silva-old",
       .lines = "\nA report.",
       .author = "Maria Silva",
       .published = 1'600'000'000},
      {.name = "cuba",
       .lines = "\nA missile was seen on Cuba.",
       .published = -227'000'000},
      {.name = "brexit",
       .lines = "\nBrexit is done.",
       .published = 1'580'515'200},
      {.name = "brexit-eve",
       .lines = "\nBrexit is near.",
       .published = 1'580'428'800},
      {.name = "strike",
       .lines = "\nA strike began.",
       .published = kNow - 10 * kDay},
      {.name = "strike-old",
       .lines = "\nA strike ended.",
       .published = kNow - 40 * kDay},
      {.name = "gaza", .lines = "\nGaza waits.", .source = "Reuters"},
      {.name = "gaza-ap",
       .lines = "\nGaza waits.",
       .source = "The Associated Press"},
      {.name = "gaza-other", .lines = "\nGaza waits.", .source = "Kestrel"},
      {"near", "\nThe minister may soon resign."},
      {"far", "\nThe minister met six old friends, and then some resigned."},
      {"chief", "\nThe chief bank economist spoke."},
      {"economist", "\nThe economist met a chief."},
      {"merger", "\nThe regulator stopped the merger of a bank. It was late."},
      {"merger-apart", "\nThe merger of a bank failed. A regulator spoke."},
      {"merkel", "\nMerkel met Putin."},
      {"putin", "\nPutin met Merkel."},
      {"flood", "\nA flood came. No insurance paid.\nRain fell."},
      {"flood-apart", "\nA flood came.\nNo insurance paid."},
      {"rico", "\nThe rico law was used. Puerto Rico waits."},
      {"puerto", "\nPuerto Rico waits."},
      {"oil", "\nIran sells gas under sanctions."},
      {"oil-apart", "\nGas falls under sanctions. Iran waits."},
      {"huawei",
       "Huawei sells\nHuawei sells. Huawei buys. Huawei waits. Huawei ends."},
      {"huawei-few", "\nHuawei sells. Huawei buys."},
      {"aids", "\nAIDS spreads in Africa."},
      {"aid", "\nAn aid agency aids Africa."},
      {"draghi",
       "\n\"It is whatever it takes,\" Mario Draghi said. Then he left."},
      {"not-draghi", "\n\"It is whatever it takes,\" Jon Tarn told Draghi."},
      {.name = "lisboa",
       .lines = "\n" + long_text(),
       .place = "Lisboa",
       .language = "pt"},
      {.name = "lisboa-short",
       .lines = "\nO mar.",
       .place = "Lisboa",
       .language = "pt"},
      {"ceasefire", "\nA ceasefire may follow the talks. A rumour spread."},
      {"rumour", "\nA rumour of ceasefire talks."},
  };
  return kArticles;
}

const SmallIndex& index() {
  static const SmallIndex kIndex = [] {
    SmallIndex made;
    for (const Written& written : articles()) {
      article::Article article = article_of(written.lines);
      article.language = written.language;
      article.source = written.source;
      article.place = written.place;
      if (!written.author.empty()) article.authors = {written.author};
      if (written.published != 0) {
        article.published =
            article::Date{written.published, article::Date::Precision::kSecond};
      }
      made.add(article);
    }
    return made;
  }();
  return kIndex;
}

struct Example {
  std::string query;
  std::string tree;
  std::string xapian;  ///< Without "Query(" … ")"; "" if dates are in it.
  std::string found;   ///< Names, in the order above.
};

void check_example(const Example& example) {
  CAPTURE(example.query);
  query::ParseOptions options;
  options.now = kNow;
  options.languages = {"en", "pt"};
  auto parsed = query::parse_query(example.query, options);
  REQUIRE(std::holds_alternative<query::ParsedQuery>(parsed));
  query::Node& root = std::get<query::ParsedQuery>(parsed).root;
  CHECK(query::shown(root) == example.tree);
  REQUIRE_FALSE(query::expand(root, index().terms()));
  const query::CompiledQuery compiled =
      query::compile(root, index().variants(), options.languages);
  if (!example.xapian.empty()) {
    const std::string text = compiled.query.get_description();
    CHECK(text.substr(6, text.size() - 7) == example.xapian);
  }
  Evaluator evaluator(root);
  std::string found;
  for (const std::size_t number : index().found_by(compiled.query)) {
    const bool is_true = evaluator.evaluate(index().articles()[number]).is_true;
    CHECK((is_true || !compiled.exact));
    if (!is_true) continue;
    if (!found.empty()) found += ' ';
    found += articles()[number].name;
  }
  CHECK(found == example.found);
}

TEST_CASE("the 25 examples of the specification mean what it says") {
  for (const Example& example : std::vector<Example>{
           {"climate summit", "(Zclimat AND Zsummit)", "(Zclimat AND summit)",
            "summits"},
           {R"q("climate change")q", "[climate change]",
            "(climate PHRASE 2 change)", "climate"},
           {R"q(~"tax cut")q", "[Ztax Zcut]",
            "(((Ztax SYNONYM tax) AND cut) FILTER ((tax OR taxes) PHRASE 2 "
            "cut))",
            "taxes"},
           {"floods OR drought Spain",
            "(((Zflood|Zfloods) OR Zdrought) AND Zspain)",
            "(((Zflood SYNONYM flood SYNONYM (floods FILTER Lpt)) OR drought) "
            "AND spain)",
            "drought"},
           {R"q("interest rates" -mortgage)q",
            "([interest rates] AND NOT Zmortgag)",
            "((interest PHRASE 2 rates) AND_NOT Zmortgag)", "rates"},
           {"apple NOT (fruit OR pie)",
            "((Zappl|Zapple) AND NOT (Zfruit OR Zpie))",
            "((Zappl SYNONYM (apple FILTER Lpt)) AND_NOT (Zfruit OR pie))",
            "apple"},
           {"title:resign*", "resign*", "Sresigns", "resigns"},
           {R"q(hlead:("data breach" OR hack))q",
            "(hlead:[data breach] OR hlead:Zhack)",
            "((data PHRASE 2 breach) OR hack)", "breach hack"},
           {R"q(byline:"Maria Silva" date:2024)q",
            "([Amaria Asilva] AND date[2024-01-01..2025-01-01))", "", "silva"},
           {"Cuba missile date:1962-10..1962-11",
            "((Zcuba|Zcub) AND Zmissil AND date[1962-10-01..1962-12-01))", "",
            "cuba"},
           {"Brexit after:2020-01-31", "(Zbrexit AND date[2020-02-01..))", "",
            "brexit"},
           {"strike date:30d..", "((Zstrike|Zstrik) AND date[2024-03-01..))",
            "", "strike"},
           {R"q(Gaza source:(reuters OR "associated press"))q",
            "((Zgaza|Zgaz) AND ((ZXNreuter|ZXNreuters) OR [XNassociated "
            "XNpress]))",
            "((gaza FILTER Len) FILTER (0 * (ZXNreuter SYNONYM (XNreuters "
            "FILTER Lpt)) OR 0 * (XNassociated PHRASE 2 XNpress)))",
            "gaza gaza-ap"},
           {"minister w/5 resign*", "(Zminist w/5 resign*)",
            "((Zminist AND (resign SYNONYM resigned SYNONYM resigns)) FILTER "
            "(minister NEAR 6 (resign OR resigned OR resigns)))",
            "resigns near"},
           {"chief pre/3 economist", "(Zchief pre/3 Zeconomist)",
            "((chief AND economist) FILTER (chief PHRASE 4 economist))",
            "chief"},
           {"merger w/s (bank AND regulator)",
            "((Zmerger|Zmerg) w/s (Zbank AND (Zregul|Zregulator)))",
            "(((merger FILTER Len) AND (bank AND (Zregul SYNONYM (regulator "
            "FILTER Lpt)))) FILTER (merger NEAR 256 bank NEAR 256 regulator))",
            "merger"},
           {"Merkel pre/s Putin", "(Zmerkel pre/s Zputin)",
            "((merkel AND putin) FILTER (merkel PHRASE 256 putin))", "merkel"},
           {"flood w/p insurance", "(Zflood w/p (Zinsur|Zinsuranc))",
            "((Zflood SYNONYM flood) AND Zinsur)", "flood"},
           {"rico NOT w/3 puerto", "((Zrico|Zric) NOT w/3 (Zpuerto|Zpuert))",
            "(rico FILTER Len)", "rico"},
           {"oil OR gas w/10 sanctions w/s Iran",
            "(((Zoil OR Zgas) w/10 (Zsanction|Zsanctions)) w/s Ziran)",
            "(((((Zoil OR gas) AND (Zsanction SYNONYM (sanctions FILTER Lpt))) "
            "FILTER (gas NEAR 11 sanctions)) AND iran) FILTER (gas NEAR 256 "
            "sanctions NEAR 256 iran))",
            "oil"},
           {"atleast5(Huawei)", "atleast5((Zhuawei|Zhuaw))",
            "(huawei FILTER Len)", "huawei"},
           {"allcaps(AIDS) w/s Africa",
            "(allcaps:(Zaid|Zaids) w/s (Zafrica|Zafric))",
            "(((Zaid SYNONYM aid SYNONYM (aids FILTER Lpt)) AND (africa FILTER "
            "Len)) FILTER ((aid OR aids) NEAR 256 africa))",
            "aids"},
           {R"q(s(said:Draghi quote:"whatever it takes"))q",
            "s((said:(Zdraghi|Zdragh) AND quote:[whatever it takes]))",
            "((draghi FILTER Len) AND (whatever PHRASE 3 it PHRASE 3 takes))",
            "draghi"},
           {"wc>1500 lang:pt place:Lisboa",
            "(wc[1501..] AND lang[pt] AND (ZXPlisboa|ZXPlisbo))", "", "lisboa"},
           {"s(ceasefire talks -rumour)",
            "s((Zceasefir AND (Ztalk|Ztalks) AND NOT Zrumour))",
            "((Zceasefir AND (Ztalk SYNONYM (talks FILTER Lpt))) FILTER "
            "(ceasefire NEAR 256 talks))",
            "ceasefire"},
       }) {
    check_example(example);
  }
}

}  // namespace
}  // namespace broadsheet::searcher::match
