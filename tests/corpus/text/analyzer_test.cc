// One who looks for certain words gets the same tokens, without the forms of
// those that do not matter.
#include "corpus/text/analyzer.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace broadsheet::text {
namespace {

/// "bytes:exact" of each token; "bytes:-" where there is no form.
std::string shown(std::string_view text, std::span<const Token> tokens,
                  const Lexicon& lexicon) {
  std::string line;
  for (const Token& token : tokens) {
    CHECK(token.ordinal == &token - tokens.data());
    line += std::string(token.bytes.of(text)) + ":" +
            (token.form.exact == kNoForm
                 ? "-"
                 : std::string(lexicon.exact(token.form.exact))) +
            " ";
  }
  return line;
}

TEST_CASE("words that do not matter keep their places and bytes alone") {
  Analyzer analyzer("en");
  const std::string text = "The G7's Café said U.S. oil's up, ann@mail.";
  const auto tokens = [&](const auto&... matters) {
    return shown(text, analyzer.tokens(text, {0, text.size()}, matters...),
                 analyzer.lexicon());
  };
  CHECK(tokens() ==
        "The:the G:g 7:7 s:s Café:cafe said:said U.S.:u.s oil's:oil's up:up "
        "ann:ann mail:mail ");
  CHECK(tokens([](std::string_view word) { return word == "up"; }) ==
        "The:- G:g 7:7 s:- Café:cafe said:- U.S.:u.s oil's:oil's up:up "
        "ann:ann mail:mail ");
}

}  // namespace
}  // namespace broadsheet::text
