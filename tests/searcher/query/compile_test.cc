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

/// A query without Xapian's "Query(" … ")".
std::string described(const Xapian::Query& query) {
  const std::string text = query.get_description();
  return text.substr(6, text.size() - 7);
}

/// What `query` is compiled to; if that is not exact, what finds certain
/// matches too: "MAY MATCH / CERTAIN".
std::string compiled(const std::string& query,
                     const std::vector<std::string>& languages = {"en"}) {
  ParseOptions options;
  options.languages = languages;
  const auto parsed = parse_query(query, options);
  const auto* tree = std::get_if<ParsedQuery>(&parsed);
  if (tree == nullptr) return std::get<QueryError>(parsed).code;
  const CompiledQuery result = compile(tree->root, forms, languages);
  if (!result.exact) {
    return described(result.query) + " / " + described(result.certain);
  }
  CHECK(described(result.certain).size() <= described(result.query).size());
  return described(result.query);
}

TEST_CASE("words and exact phrases have a query that says the same") {
  CHECK(compiled("taxes") == "(Ztax SYNONYM tax)");
  CHECK(compiled("\"taxes\"") == "taxes");
  CHECK(compiled("\"7\"") == "7");
  CHECK(compiled("7") == "7");
  CHECK(compiled("tax cut") == "((Ztax SYNONYM tax) AND (Zcut SYNONYM cut))");
  // Of these words no form is the stem, and all forms are.
  CHECK(compiled("base") == "Zbase");
  CHECK(compiled("unheard") == "Zunheard");
  CHECK(compiled("\"tax cut\"") == "(tax PHRASE 2 cut)");
  CHECK(compiled("source:\"tax cut\"") == "0 * (XNtax PHRASE 2 XNcut)");
  CHECK(
      compiled("tax OR cut rule") ==
      "(((Ztax SYNONYM tax) OR (Zcut SYNONYM cut)) AND (Zrule SYNONYM rule))");
  CHECK(compiled("tax -cut") ==
        "((Ztax SYNONYM tax) AND_NOT (Zcut SYNONYM cut))");
  CHECK(compiled("tax -cut -rule") ==
        "((Ztax SYNONYM tax) AND_NOT ((Zcut SYNONYM cut) OR (Zrule SYNONYM "
        "rule)))");
  CHECK(compiled("*") == "<alldocuments>");
  CHECK(compiled("* -tax") == "(<alldocuments> AND_NOT (Ztax SYNONYM tax))");
}

TEST_CASE("a word of several stems is one word for the score") {
  CHECK(compiled("running", {"en", "de"}) == "(Zrun SYNONYM run)");
  CHECK(compiled("\"GIVE US HOPE\"") ==
        "((give AND (u.s SYNONYM us) AND hope) FILTER "
        "(give PHRASE 3 (u.s OR us) PHRASE 3 hope))");
}

TEST_CASE("a phrase of word forms is one of the forms in the index") {
  CHECK(compiled("~\"taxes cut\"") ==
        "(((Ztax SYNONYM tax) AND (Zcut SYNONYM cut)) FILTER "
        "((tax OR taxes) PHRASE 2 (cut OR cuts OR cutting)))");
  CHECK(compiled("rules-based") ==
        "(((Zrule SYNONYM rule) AND Zbase) FILTER ((rule OR "
        "rules) PHRASE 2 based))");
}

TEST_CASE("words near each other have a query that says the same") {
  CHECK(compiled("\"tax\" w/5 \"cut\"") ==
        "((tax AND cut) FILTER (tax NEAR 6 cut))");
  CHECK(compiled("tax pre/3 rule") ==
        "(((Ztax SYNONYM tax) AND (Zrule SYNONYM rule)) FILTER ((tax OR taxes) "
        "PHRASE 4 (rule OR rules)))");
  CHECK(compiled("tax w/s rule") ==
        "(((Ztax SYNONYM tax) AND (Zrule SYNONYM rule)) FILTER ((tax OR taxes) "
        "NEAR 256 (rule OR rules)))");
  CHECK(compiled("tax w/s (rule AND \"cut\")") ==
        "(((Ztax SYNONYM tax) AND ((Zrule SYNONYM rule) AND cut)) FILTER ((tax "
        "OR taxes) NEAR 256 "
        "(rule OR rules) NEAR 256 cut))");
  CHECK(compiled("tax pre/s \"cut\" pre/s base") ==
        "(((Ztax SYNONYM tax) AND cut AND Zbase) FILTER ((tax "
        "OR taxes) PHRASE 256 cut "
        "PHRASE 256 based))");
  CHECK(compiled("(\"tax\" OR \"rule\") w/2 \"cut\"") ==
        "(((tax OR rule) AND cut) FILTER ((rule OR tax) NEAR 3 cut))");
  CHECK(compiled("tax w/5 unheard") == "");
}

TEST_CASE("of phrases and groups, a word of each is near the other") {
  CHECK(compiled("\"tax cut\" w/5 \"rule\"") ==
        "(((tax PHRASE 2 cut) AND rule) FILTER (tax NEAR 7 rule)) / ");
  CHECK(compiled("\"tax\" w/s (\"cut\" -rule)") ==
        "((tax AND cut) FILTER (tax NEAR 256 cut)) / ");
  CHECK(compiled("\"tax\" w/p \"cut\"") ==
        "(tax AND cut) / (tax NEAR 256 cut)");
  CHECK(compiled("\"tax\" NOT w/3 \"cut\"") == "tax / (tax AND_NOT cut)");
  CHECK(compiled("tax w/3 tax") ==
        "((Ztax SYNONYM tax) AND (Ztax SYNONYM tax)) / ");
}

TEST_CASE("a headline has the forms of its words, and no positions") {
  CHECK(compiled("title:\"taxes\"") == "Staxes");
  CHECK(compiled("title:taxes") == "(Stax SYNONYM Staxes)");
  CHECK(compiled("title:\"tax cut\"") ==
        "((Stax AND Scut) FILTER (tax PHRASE 2 cut)) / ");
  CHECK(compiled("title:rules-based") ==
        "(((Srule SYNONYM Srules) AND Sbased) FILTER "
        "((rule OR rules) PHRASE 2 based)) / ");
}

TEST_CASE("a phrase of metadata has its own positions") {
  CHECK(compiled("source:tax-cut") ==
        "0 * (((ZXNtax SYNONYM XNtax) AND (ZXNcut SYNONYM XNcut)) FILTER "
        "((XNtax OR XNtaxes) PHRASE 2 "
        "(XNcut OR XNcuts OR XNcutting)))");
}

TEST_CASE("a stem that no article has finds nothing, and surely") {
  CHECK(compiled("~\"tax unheard\"") == "");
  CHECK(compiled("title:unheard") == "");
  CHECK(compiled("tax -title:unheard") == "(Ztax SYNONYM tax)");
}

TEST_CASE("around what Xapian cannot say lie two queries that it can") {
  CHECK(compiled("rule title:\"tax cut\"") ==
        "((Zrule SYNONYM rule) AND ((Stax AND Scut) FILTER (tax PHRASE 2 "
        "cut))) / ");
  CHECK(compiled("rule -title:\"tax cut\"") ==
        "(Zrule SYNONYM rule) / "
        "((Zrule SYNONYM rule) AND_NOT ((Stax AND Scut) FILTER (tax PHRASE 2 "
        "cut)))");
  CHECK(compiled("rule OR title:\"tax cut\"") ==
        "((Zrule SYNONYM rule) OR ((Stax AND Scut) FILTER (tax PHRASE 2 cut))) "
        "/ (Zrule SYNONYM rule)");
  CHECK(compiled("rule -(tax -title:\"tax cut\")") ==
        "((Zrule SYNONYM rule) AND_NOT ((Ztax SYNONYM tax) AND_NOT "
        "((Stax AND Scut) FILTER (tax PHRASE 2 cut)))) / "
        "((Zrule SYNONYM rule) AND_NOT (Ztax SYNONYM tax))");
  CHECK(compiled("* -title:\"tax cut\"") ==
        "<alldocuments> / (<alldocuments> AND_NOT "
        "((Stax AND Scut) FILTER (tax PHRASE 2 cut)))");
}

TEST_CASE("a place of too many forms is looked for by its stem alone") {
  const auto compiled_with = [](const Variants& variants) {
    const auto parsed = parse_query("~\"tax cut\"", {});
    const std::vector<std::string> languages{"en"};
    return compile(std::get<ParsedQuery>(parsed).root, variants, languages);
  };
  CHECK(compiled_with([](const std::string&) {
          return std::vector<std::string>(501, "one form, many times");
        }).exact);
  const CompiledQuery many = compiled_with([](const std::string& stem) {
    std::vector<std::string> all;
    for (int i = 0; i < 501; ++i) all.push_back(stem + std::to_string(i));
    return all;
  });
  CHECK_FALSE(many.exact);
  CHECK(described(many.query) == "(Ztax AND Zcut)");
  CHECK(described(many.certain) == "");
}

TEST_CASE("a form that has other stems in some languages counts in the rest") {
  // "running" stems to itself in German: there it is no form of run.
  CHECK(compiled("~\"run tax\"", {"en"}) ==
        "(((Zrun SYNONYM run) AND (Ztax SYNONYM tax)) FILTER ((run OR running) "
        "PHRASE 2 (tax OR taxes)))");
  CHECK(compiled("~\"run rule\"", {"de", "en"}) ==
        "(((Zrun SYNONYM run) AND (Zrule SYNONYM (rule FILTER Len))) FILTER "
        "(((run PHRASE 2 (rule OR rules)) FILTER Lde) OR (((run OR running) "
        "PHRASE 2 (rule OR rules)) FILTER Len)))");
  CHECK(compiled("title:run", {"de", "en"}) ==
        "((Srun SYNONYM Srunning) FILTER ((Srun FILTER Lde) OR "
        "((Srun SYNONYM Srunning) FILTER Len)))");
  CHECK(compiled("\"run tax\"", {"de", "en"}) == "(run PHRASE 2 tax)");

  const auto parsed = parse_query("~\"tax cut\"", {});
  const CompiledQuery unknown =
      compile(std::get<ParsedQuery>(parsed).root, forms);
  CHECK_FALSE(unknown.exact);
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
  const Query tax(Query::OP_SYNONYM, Query("Ztax"), Query("tax"));
  same("tax date:2020", Query(Query::OP_FILTER, tax, in_2020));
  same("tax OR date:2020",
       Query(Query::OP_OR, tax, Query(Query::OP_SCALE_WEIGHT, in_2020, 0.0)));
  same("source:kestrel",
       Query(Query::OP_SCALE_WEIGHT, Query("ZXNkestrel"), 0.0));
  same("tax source:kestrel", Query(Query::OP_FILTER, tax, Query("ZXNkestrel")));
  same("tax title:\"cut\"", Query(Query::OP_AND, tax, Query("Scut")));
}

}  // namespace
}  // namespace broadsheet::searcher::query
