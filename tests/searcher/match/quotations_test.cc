// Quotations in text, and whom the text names beside them.
#include "searcher/match/quotations.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "tests/searcher/match/small_index.h"

namespace broadsheet::searcher::match {
namespace {

/// The quotations of `lines` (no headline), each as its pieces joined by " + "
/// and, behind a colon, who is named; joined by " | ".
std::string shown_quotations(const std::string& lines) {
  const schema::StoredArticle article = stored(article_of("\n" + lines));
  std::string shown;
  for (const Quotation& quotation :
       find_quotations(article.article.text, article.outline)) {
    if (!shown.empty()) shown += " | ";
    for (std::size_t i = 0; i < quotation.pieces.size(); ++i) {
      if (i > 0) shown += " + ";
      shown += quotation.pieces[i].of(article.article.text);
    }
    for (const Span speaker : quotation.speakers) {
      shown += " : " + std::string(speaker.of(article.article.text));
    }
  }
  return shown;
}

struct Row {
  std::string lines;
  std::string expected;
};

void check(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    CAPTURE(row.lines);
    CHECK(shown_quotations(row.lines) == row.expected);
  }
}

TEST_CASE("quotation marks of all kinds are known") {
  check({
      {"The plan is \"bold\" they think.", "bold"},
      {"The plan is “bold” they think.", "bold"},
      {"Der Plan ist „kühn“ nennen sie.", "kühn"},
      {"Le plan est « osé » dit-on.", ""},
      {"Le plan est «osé» dit-on.", "osé"},
      {"The plan is ‘bold’, they think.", "bold"},
      {"The plan is ``bold'' they think.", "bold"},
      {"計画は「大胆」だ。", "大胆"},
      {"A \"first\" and a \"second\" one.", "first + second"},
      {"The miners' strike and O'Brien's 'last stand'.", "last stand"},
      {"A pipe of 5\" and one of 6\" burst.", ""},
      {"He said: \"We lost.", ""},
  });
}

TEST_CASE("a quotation goes on over paragraphs that open with a mark") {
  check({
      {"“We came by sea.\n“We left by land.\n“We shall return,” said Olsen.",
       "We came by sea. + We left by land. + We shall return, : Olsen"},
      {"\"We came by sea.\n\"We left by land,\" Olsen said.",
       "We came by sea. + We left by land, : Olsen"},
      {"“We came by sea.\nThe harbour was shut.", ""},
  });
}

TEST_CASE("who said it is named beside a verb of speech") {
  check({
      {"\"We will act,\" said Mara Olsen, the mayor of Velmar.",
       "We will act, : Mara Olsen"},
      {"\"We will act,\" Mara Olsen told reporters.",
       "We will act, : Mara Olsen"},
      {"\"We will act,\" Mara Olsen, the mayor, said on Monday.",
       "We will act, : Mara Olsen"},
      {"Olsen told reporters: \"We will act.\"", "We will act. : Olsen"},
      {"In Velmar, Mara Olsen said: \"We will act.\"",
       "We will act. : Mara Olsen"},
      {"Mara Olsen, the mayor, said: \"We will act.\"",
       "We will act. : Mara Olsen"},
      {"\"We will,\" said Mayor Olsen in Velmar, \"act soon.\"",
       "We will, + act soon. : Mayor Olsen"},
      {"\"Will they act?\" asked Tarn.", "Will they act? : Tarn"},
  });
}

TEST_CASE("he and she are who spoke just before, and a surname its bearer") {
  check({
      {"\"We will act,\" said Mara Olsen.\n\"It is late,\" she added.",
       "We will act, : Mara Olsen | It is late, : Mara Olsen"},
      {"Mara Olsen came home.\n\"It is late,\" Olsen said.",
       "It is late, : Olsen : Mara Olsen"},
      {"\"It is late,\" she said.", "It is late,"},
      {"\"We act,\" said Olsen.\nRain fell.\nIt was cold.\n\"Late,\" he said.",
       "We act, : Olsen | Late,"},
  });
}

TEST_CASE("a surname stands for who bore it before, and for nobody else") {
  check({
      // Of two Olsens, Ida is not Mara.
      {"Mara Olsen came home.\n\"It is late,\" Ida Olsen said.",
       "It is late, : Ida Olsen"},
      {"Mara Olsen came home.\n\"It is late,\" said Mayor Olsen.",
       "It is late, : Mayor Olsen : Mara Olsen"},
      {"Dr. J.R. Olsen came home.\n\"It is late,\" Olsen said.",
       "It is late, : Olsen : Dr. J.R. Olsen"},
      // A part of a longer name is another name.
      {"Una Tarn-Hill left.\n\"It is late,\" Tarn said.", "It is late, : Tarn"},
      {"Una Tarn-Hill left.\n\"It is late,\" Tarn-Hill said.",
       "It is late, : Tarn-Hill : Una Tarn-Hill"},
      // A sentence or a paragraph before the name is none of it.
      {"Rain fell in Velmar. Olsen said: \"It is late.\"",
       "It is late. : Olsen"},
      {"Rain fell in the U.S. Olsen left.\n\"It is late,\" Olsen said.",
       "It is late, : Olsen"},
      {"STORM OVER VELMAR\nOlsen came home.\n\"It is late,\" Olsen said.",
       "It is late, : Olsen"},
  });
}

TEST_CASE("where the text does not tell, nobody is named") {
  check({
      {"The plan is \"bold\" and costly.", "bold"},
      {"The \"bold\" plan was dropped, said Olsen.", "bold"},
      {"\"We act.\" The crowd that Olsen said had waited left.", "We act."},
      {"\"We act,\" the crowd shouted.", "We act,"},
      {"\"We act,\" said the spokesman.", "We act,"},
      {"\"We act,\" an Olsen aide said.", "We act,"},
      {"\"We act,\" said Jon Tarn of Olsen Brothers.", "We act, : Jon Tarn"},
  });
}

TEST_CASE("quote: and said: select and mark what is quoted") {
  const std::string text =
      "\nThe bank acts. \"Whatever it takes,\" said Mara Olsen. "
      "It takes time.\n\"Time is short.\n\"We act now,\" Jon Tarn said.";
  const auto check_marks = [&](const std::string& query,
                               const std::string& expected) {
    CAPTURE(query);
    CHECK(marked(query, text) == expected);
  };
  check_marks("quote:takes", "\"Whatever it [takes],\" said Mara Olsen.");
  check_marks("quote:\"whatever it takes\"",
              "\"[Whatever it takes],\" said Mara Olsen.");
  check_marks("quote:bank", "false");
  check_marks("said:olsen", "\"[Whatever it takes],\" said Mara Olsen.");
  check_marks("said:tarn",
              "\"[Time is short]. | \"[We act now],\" Jon Tarn said.");
  check_marks("said:\"jon tarn\" -said:\"mara tarn\"",
              "\"[Time is short]. | \"[We act now],\" Jon Tarn said.");
  check_marks("s(said:olsen quote:takes)",
              "\"[Whatever it [takes]],\" said Mara Olsen.");
  check_marks("s(said:tarn quote:takes)", "false");
  check_marks("said:olsen w/p said:tarn", "false");
  check_marks("said:bank", "false");
}

}  // namespace
}  // namespace broadsheet::searcher::match
