// Claims about SGML read by hand.
#include "corpus/read/sgml.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "corpus/read/sgml_names.h"

namespace broadsheet::read {
namespace {

/// The tags of `text`, as "name" and "/name", parted by blanks.
std::string tags(std::string_view text) {
  std::string names;
  for (std::optional<Tag> tag = next_tag(text, 0); tag;
       tag = next_tag(text, tag->bytes.end)) {
    if (!names.empty()) names += ' ';
    if (tag->closing) names += '/';
    names += tag->name;
  }
  return names;
}

std::string content(std::string_view text, std::string_view name) {
  const std::optional<Element> element = find_element(text, name);
  return element ? std::string(element->content.of(text)) : "-";
}

TEST_CASE("tags are told from signs and from comments") {
  CHECK(tags("<DOC><P>a</P></DOC>") == "DOC P /P /DOC");
  CHECK(tags("1 < 2, 3 > 2, <3, </ b>, < b>") == "");
  CHECK(tags("a <b") == "");
  CHECK(tags("if a<b and c<D>d</D>") == "D /D");
  CHECK(tags("<!DOCTYPE x SYSTEM \"y\"><?xml?><!-- words --><A>") == "A");
  CHECK(tags("<A title=\"1 > 0\">x</A>") == "A /A");
  CHECK(tags("<BR/>") == "BR");
}

TEST_CASE("an element is what stands between its tags") {
  CHECK(content("<A>x</A>", "a") == "x");
  CHECK(content("<AB>x</AB>", "A") == "-");
  CHECK(content("<A>x<B>y</B>z</A>", "A") == "x<B>y</B>z");
  CHECK(content("<A>x<B>y</B>", "A") == "x");
  CHECK(content("<A>x", "A") == "x");
  CHECK(content("<A>x<A>y</A>", "A") == "x");
  CHECK(content("", "A") == "-");
}

TEST_CASE("attributes are read with any quotation marks or none") {
  const std::string_view text =
      " TOPICS=\"YES\" a='it&apos;s' NEWID=17 empty=\"\" flag";
  CHECK(attribute(text, "topics") == "YES");
  CHECK(attribute(text, "A") == "it's");
  CHECK(attribute(text, "NEWID") == "17");
  CHECK(attribute(text, "empty") == "");
  CHECK(attribute(text, "flag") == "");
  CHECK(attribute(text, "ID") == "");
  CHECK(attribute(" a=\"never closed", "a") == "never closed");
  CHECK(attribute(" a=", "a") == "");
}

TEST_CASE("references become characters, control characters blanks") {
  struct Row {
    std::string_view text, decoded;
  };
  using namespace std::string_view_literals;
  for (const Row& row : {
           Row{"&lt;NII>"sv, "<NII>"sv},
           Row{"R&amp;D, AT&T, A & B; C"sv, "R&D, AT&T, A & B; C"sv},
           Row{"caf&eacute; &#233; &#xE9; &#XE9;"sv, "café é é é"sv},
           Row{"&ldquo;x&rdquo; &mdash; &euro;5"sv, "“x” — €5"sv},
           Row{"&blank;&hyph;&dollar;"sv, " -$"sv},
           Row{"&#5;a&#22;b\x1F"
               "c&#127;"sv,
               " a b c "sv},
           Row{"tab\tline\nend"sv, "tab\tline\nend"sv},
           Row{"&#9;&#10;"sv, "\t\n"sv},
           Row{"&unknown; &#; &#x; &#12a; &"sv,
               "&unknown; &#; &#x; &#12a; &"sv},
           Row{"&#55296; &#99999999;"sv, "\uFFFD \uFFFD"sv},
           Row{"&amp;lt;"sv, "&lt;"sv},
           Row{"nul\0byte"sv, "nul byte"sv},
       }) {
    const auto& [text, decoded] = row;

    CAPTURE(row.text);
    CHECK(decode_references(text) == decoded);
  }
}

TEST_CASE("names of characters are found, and only whole ones") {
  CHECK(named_character("eacute") == U'é');
  CHECK(named_character("Eacute") == U'É');
  CHECK(named_character("hyph") == U'-');
  CHECK(named_character("AElig") == U'Æ');
  CHECK(named_character("zwnj") == 0x200C);
  CHECK(named_character("eacut") == 0);
  CHECK(named_character("") == 0);
}

TEST_CASE("tags, declarations and blanks alone are no text") {
  CHECK_FALSE(has_text(""));
  CHECK_FALSE(has_text(" \n<A b=\"c\">\t</A><!DOCTYPE x><!-- words -->"));
  CHECK_FALSE(has_text("\xEF\xBB\xBF<?xml version=\"1.0\"?>"));
  CHECK(has_text("<A>x</A>"));
  CHECK(has_text("<"));
  CHECK(has_text("< a>"));
}

TEST_CASE("hostile tags take no squared time") {
  // Each of these took minutes with a search that starts over at every '<'.
  for (const std::string_view piece : {"<", "<a", "<a ", "<a b=\"", "<!--",
                                       "</", "<a>", "&", "&#", "<![", "<?"}) {
    CAPTURE(piece);
    std::string text;
    while (text.size() < 2000000) text += piece;
    CHECK(tags(text).size() < text.size());
    CHECK(decode_references(text) == text);
    static_cast<void>(has_text(text));
    std::size_t found = 0;
    for (std::optional<Element> element = find_element(text, "a"); element;
         element = find_element(text, "a", std::max(element->end, found + 1))) {
      found = element->end;
    }
  }
}

}  // namespace
}  // namespace broadsheet::read
