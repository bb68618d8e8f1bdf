// From tree to Xapian query, as Xapian describes it.
#include "searcher/query/compile.h"

#include <doctest/doctest.h>

#include <map>
#include <string>
#include <variant>
#include <vector>

#include "corpus/schema/slots.h"
#include "searcher/query/parser.h"

namespace broadsheet::searcher::query {
namespace {

/// A small index's forms: what its stems stand for.
const std::map<std::string, std::vector<std::string>> kForms{
    {"Ztax", {"tax", "taxes"}},   {"Zcut", {"cut", "cuts", "cutting"}},
    {"Zrule", {"rule", "rules"}}, {"Zbase", {"based"}},
    {"Zrun", {"run", "running"}},
};

std::vector<std::string> forms(const std::string& stem) {
  const auto found = kForms.find(stem);
  return found == kForms.end() ? std::vector<std::string>() : found->second;
}

/// The query without Xapian's "Query(" … ")"; " ~" behind it if it is not
/// exact.
std::string compiled(const std::string& query,
                     const std::vector<std::string>& languages = {"en"}) {
  ParseOptions options;
  options.languages = languages;
  const auto parsed = parse_query(query, options);
  const auto* tree = std::get_if<ParsedQuery>(&parsed);
  if (tree == nullptr) return std::get<QueryError>(parsed).code;
  const CompiledQuery result = compile(tree->root, forms, languages);
  const std::string text = result.query.get_description();
  return text.substr(6, text.size() - 7) + (result.exact ? "" : " ~");
}

TEST_CASE("words and exact phrases have a query that says the same") {
  CHECK(compiled("taxes") == "Ztax");
  CHECK(compiled("\"taxes\"") == "taxes");
  CHECK(compiled("\"7\"") == "7");
  CHECK(compiled("7") == "7");
  CHECK(compiled("tax cut") == "(Ztax AND Zcut)");
  CHECK(compiled("\"tax cut\"") == "(tax PHRASE 2 cut)");
  CHECK(compiled("source:\"tax cut\"") == "0 * (XNtax PHRASE 2 XNcut)");
  CHECK(compiled("tax OR cut rule") == "((Ztax OR Zcut) AND Zrule)");
  CHECK(compiled("tax -cut") == "(Ztax AND_NOT Zcut)");
  CHECK(compiled("tax -cut -rule") == "(Ztax AND_NOT (Zcut OR Zrule))");
  CHECK(compiled("*") == "<alldocuments>");
  CHECK(compiled("* -tax") == "(<alldocuments> AND_NOT Ztax)");
}

TEST_CASE("a word of several stems is one word for the score") {
  CHECK(compiled("running", {"en", "de"}) == "(Zrun SYNONYM Zrunning)");
  CHECK(compiled("\"GIVE US HOPE\"") ==
        "((give AND (u.s SYNONYM us) AND hope) FILTER "
        "(give PHRASE 3 (u.s OR us) PHRASE 3 hope))");
}

TEST_CASE("a phrase of word forms is one of the forms in the index") {
  CHECK(compiled("~\"taxes cut\"") ==
        "((Ztax AND Zcut) FILTER "
        "((tax OR taxes) PHRASE 2 (cut OR cuts OR cutting)))");
  CHECK(compiled("rules-based") ==
        "((Zrule AND Zbase) FILTER ((rule OR rules) PHRASE 2 based))");
}

TEST_CASE("a headline has the forms of its words, and no positions") {
  CHECK(compiled("title:\"taxes\"") == "Staxes");
  CHECK(compiled("title:taxes") == "(Stax SYNONYM Staxes)");
  CHECK(compiled("title:\"tax cut\"") ==
        "((Stax AND Scut) FILTER (tax PHRASE 2 cut)) ~");
  CHECK(compiled("title:rules-based") ==
        "(((Srule SYNONYM Srules) AND Sbased) FILTER "
        "((rule OR rules) PHRASE 2 based)) ~");
}

TEST_CASE("a stem that no article has finds nothing, and surely") {
  CHECK(compiled("~\"tax unheard\"") == "(Ztax AND Zunheard)");
  CHECK(compiled("title:unheard") == "Zunheard");
  CHECK(compiled("tax -title:unheard") == "(Ztax AND_NOT Zunheard)");
}

TEST_CASE("where the index cannot say, the query finds more") {
  CHECK(compiled("source:tax-cut") == "0 * (ZXNtax AND ZXNcut) ~");
  // Leaving out what only may match would lose true matches.
  CHECK(compiled("rule -source:tax-cut") == "Zrule ~");
  CHECK(compiled("rule -title:\"tax cut\"") == "Zrule ~");
  CHECK(compiled("rule -(tax -source:tax-cut)") == "Zrule ~");
  CHECK(compiled("rule -(tax -cut)") == "(Zrule AND_NOT (Ztax AND_NOT Zcut))");

  const auto compiled_exactly = [](const Variants& variants) {
    const auto parsed = parse_query("~\"tax cut\"", {});
    const std::vector<std::string> languages{"en"};
    return compile(std::get<ParsedQuery>(parsed).root, variants, languages)
        .exact;
  };
  CHECK(compiled_exactly([](const std::string&) {
    return std::vector<std::string>(501, "one form, many times");
  }));
  CHECK_FALSE(compiled_exactly([](const std::string& stem) {
    std::vector<std::string> all;
    for (int i = 0; i < 501; ++i) all.push_back(stem + std::to_string(i));
    return all;
  }));
}

TEST_CASE("with several languages, a form must have its stem in each") {
  // "running" stems to itself in German: there it is no form of run.
  CHECK(compiled("~\"run tax\"", {"en", "de"}).ends_with(" ~"));
  CHECK_FALSE(compiled("~\"run tax\"", {"en"}).ends_with(" ~"));
  CHECK_FALSE(compiled("\"run tax\"", {"en", "de"}).ends_with(" ~"));
  const auto parsed = parse_query("~\"tax cut\"", {});
  const Node& root = std::get<ParsedQuery>(parsed).root;
  CHECK_FALSE(compile(root, forms).exact);
}

TEST_CASE("filters do not rank") {
  const std::string from = schema::published_value(1577836800);
  const std::string until = schema::published_value(1609459199);
  const auto compile_query = [&](const std::string& query) {
    const auto parsed = parse_query(query, {});
    return compile(std::get<ParsedQuery>(parsed).root, forms,
                   std::vector<std::string>{"en"})
        .query;
  };
  const Xapian::Query in_2020(Xapian::Query::OP_VALUE_RANGE,
                              schema::kPublishedSlot, from, until);
  const auto same = [&](const std::string& query,
                        const Xapian::Query& expected) {
    CAPTURE(query);
    CHECK(compile_query(query).get_description() == expected.get_description());
  };
  using Xapian::Query;
  same("date:2020", Query(Query::OP_SCALE_WEIGHT, in_2020, 0.0));
  same("tax date:2020", Query(Query::OP_FILTER, Query("Ztax"), in_2020));
  same("tax OR date:2020", Query(Query::OP_OR, Query("Ztax"),
                                 Query(Query::OP_SCALE_WEIGHT, in_2020, 0.0)));
  same("source:kestrel",
       Query(Query::OP_SCALE_WEIGHT, Query("ZXNkestrel"), 0.0));
  same("tax source:kestrel",
       Query(Query::OP_FILTER, Query("Ztax"), Query("ZXNkestrel")));
  same("tax title:\"cut\"", Query(Query::OP_AND, Query("Ztax"), Query("Scut")));
}

}  // namespace
}  // namespace broadsheet::searcher::query
