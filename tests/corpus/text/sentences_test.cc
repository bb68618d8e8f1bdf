// Claims about corpus/text/sentences.cc and sentence_ends.cc: where a reader of
// English news would stop.
#include "corpus/text/sentences.h"

#include <doctest/doctest.h>

#include <string>

#include "tests/corpus/text/cut_sentences.h"

namespace broadsheet::text {
namespace {

TEST_CASE("a full stop ends a sentence only where the prose does") {
  check_cuts("en", {
                       "Rain fell.|Roads closed.",
                       "Was it rain?|It was!|Roads closed.",
                       "Oil rose 3.5 per cent.|It cost $1.2 billion.",
                       "Police took .45 calibre guns.|Nobody was hurt.",
                       "He paid $9.|$5 was change.|#1 was sold.",
                       "It was founded in 1890.|12 people came.",
                       "See page 5.|The rest is on page 6.",
                       "Profit was 5 mln in 1986.|1985 was better.",
                       "It works.|iPhone sales rose.|eBay fell.",
                       "Hello!!|Who is it??|Really?!|Yes.",
                       "It ended",
                   });
}

TEST_CASE("titles, ranks and initials belong to the name after them") {
  for (const std::string title :
       {"Mr.",      "Mrs.",      "Ms.",   "Dr.",   "Prof.",    "Gov.",
        "Sen.",     "Rep.",      "Gen.",  "Lt.",   "Col.",     "Capt.",
        "Sgt.",     "Adm.",      "Rev.",  "Hon.",  "Lt. Col.", "Maj. Gen.",
        "Lt.-Gov.", "St.",       "Mt.",   "Ft.",   "J.",       "J. P.",
        "J.P.",     "George W.", "Sens.", "Reps.", "Messrs."}) {
    const std::string text = "They met " + title + " Holt in Ardan. He left.";
    CHECK(cut("en", text) == "They met " + title + " Holt in Ardan.|He left.");
    const std::string first = title + " Holt came. He left.";
    CHECK(cut("en", first) == title + " Holt came.|He left.");
  }
  check_cuts("en", {
                       "Dr. He Lin met Mr. But and Ms. She.|They left.",
                       "GOV. HOLT AND SEN. LEE MET IN ST. ARDAN.|ALL WENT.",
                       "We make a good team, you and I.|Did Al I. Lee come?",
                       "She was led by J. Edgar Holt.|Q. was there.",
                   });
}

TEST_CASE("acronyms, companies, months and states end one before The or He") {
  for (const std::string word :
       {"U.S.",     "U.N.",    "U.K.",   "U.S.A.", "D.C.", "Holt Inc.",
        "Corp.",    "Co.",     "Ltd.",   "Bros.",  "Jan.", "Feb.",
        "Aug.",     "Sept.",   "Oct.",   "Nov.",   "Dec.", "Mon.",
        "Tues.",    "Fri.",    "Calif.", "Conn.",  "Fla.", "Holt Jr.",
        "Holt Sr.", "a Ph.D.", "5 p.m.", "9 a.m.", "Ave.", "Blvd.",
        "Rd.",      "dept.",   "5th St."}) {
    for (const std::string opening :
         {"The", "He", "She", "It", "In", "But", "They", "\"We", "(The"}) {
      const std::string text =
          "They left for " + word + " " + opening + " rest stayed behind.";
      CHECK(cut("en", text) ==
            "They left for " + word + "|" + opening + " rest stayed behind.");
    }
    for (const std::string going_on :
         {"Treasury", "and", "Holt", "5", "(Holt)", "-"}) {
      const std::string text =
          "They left for " + word + " " + going_on + " on foot.";
      CHECK(cut("en", text) == text);
    }
  }
}

TEST_CASE("words that need a number are abbreviations only before one") {
  check_cuts("en", {
                       "He drew No. 5, not Nos. 6 and 7.|No.|He left.",
                       "U.S. No. 1 seed Ann Lee won.",
                       "See Vol. II, Fig. B and Fig. 3.|The rest is lost.",
                       "Turn to p. 55 and pp. 60 to 61.",
                       "Her fig.|He ate it.|It grew to 5 pct.|Holt said so.",
                       "Bring apples, pears, etc.|Holt did.",
                       "It measured 6 ft. 3 in. and more.",
                   });
}

TEST_CASE("what can never be last never is") {
  check_cuts("en", {
                       "Ardan vs. Belmar was off.|Holt v. The Crown was on.",
                       "Papers, e.g. The Echo, i.e. Holt, cf. Lee, came.",
                       "It took approx. 5 days, viz. Monday to Friday.",
                   });
}

TEST_CASE("a state that is also a word is one after a comma or a hyphen") {
  check_cuts("en", {
                       "Born in Ardan, Mass. Ann Lee left.",
                       "Sen. Ann Lee, D-Mass. and R-Ill. Bo Dee, met here.",
                       "The priest said Mass.|Ann Lee prayed.",
                       "He said she was ill.|Doctors came.",
                   });
}

TEST_CASE("a short phrase at the start cannot be a sentence") {
  check_cuts("en", {
                       "At 5 a.m. Mr. Holt went out.",
                       "He came at 6 p.m.|Mr. Holt then left.",
                       "At about 5 p.m. Police closed the road.",
                       "The bomb went off at 5 p.m.|Police closed the road.",
                       "In the U.S. The Echo is read by few.",
                   });
}

TEST_CASE("a headline in capitals is not cut at its acronyms") {
  check_cuts("en", {
                       "Ardan, U.S. In Talks On Trade Pact With Belmar",
                       "U.S. The Winner In Belmar Trade Talks, Holt Says",
                       "HOLT INC. THE LOSER IN U.S. TRADE TALKS",
                       "ANTI-U.S. MOOD GROWS AT GEO. A. HOLT AND CO",
                   });
}

TEST_CASE("a closing mark belongs to the sentence it closes") {
  check_cuts("en", {
                       "\"We did.\"|He left.",
                       "“We did.”|He left.|‘Go.’|She went.",
                       "“We did.” he said.|“We did,” he said.|“So?”|“Yes.”",
                       "(It rained.)|The rest [sic] stayed dry.",
                       "\"He said 'Go.'\"|She went.",
                       "\"It rained.|Roads closed,\" he said.",
                       "He taught (she had left in May.) at a school.",
                       "\\\"We did.\\\"|He left.",
                       "“Why now?” Ann Lee asked.|“Why not?”|She left.",
                       "“Stop!” Prime Minister Ann Lee told them.",
                       "He joined (she joined Holt Inc.) President Lee.",
                       "He said: “In the U.S.”|The rest did not.",
                       "He went to “the U.S.” Senate.",
                   });
  CHECK(cut("en", "\"It rained all day, she said.") ==
        "\"It rained all day, she said.");
}

TEST_CASE("an ellipsis ends a sentence only before a capital") {
  check_cuts("en", {
                       "Wait...|Then it came.",
                       "Wait…|Then it came.",
                       "It was ... not much.|It was … enough.",
                       "He never meant that....|She left.",
                       "It ends with a full stop . . . .|Next comes Ann.",
                       "“Words [...] fail,” he said.|“So [...]” (Lee 55).",
                       "“I don't know...” Holt said.|She left.",
                   });
}

TEST_CASE("addresses and names with marks are whole") {
  check_cuts("en", {
                       "Ask ann.lee@example.com.|Then go to www.example.com.",
                       "See https://a.example.50.com/new_site.html.|Or not.",
                       "He works at Yahoo! in town.|Is it Yahoo! Maps?|Yes.",
                       "They sold it (!) Monday and (?) Ann Lee bought it.",
                   });
}

TEST_CASE("a missing blank is a misprint before a word that opens sentences") {
  CHECK(cut("en", "Ann said.The firm grew.") == "Ann said.|The firm grew.");
  CHECK(cut("en", "\"We did.\"The firm grew.") == "\"We did.\"|The firm grew.");
  CHECK(cut("en", "Ann said.\"The firm grew.\"") ==
        "Ann said.|\"The firm grew.\"");
  CHECK(cut("en", "Is Booking.Com or Node.Js up?") ==
        "Is Booking.Com or Node.Js up?");
}

TEST_CASE("blank or malformed text is not an error") {
  CHECK(cut("en", "") == "");
  CHECK(cut("en", " \n\t \xC2\xA0") == "");
  CHECK(cut("en", "Caf\xff shut. End.") == "Caf\xff shut.|End.");
  CHECK(cut("en", "\xE2\x80. Ann.\xC3") == "\xE2\x80.|Ann.\xC3");
  CHECK(cut("en", ".") == ".");
  CHECK(cut("en", " ... ") == "...");
}

}  // namespace
}  // namespace broadsheet::text
