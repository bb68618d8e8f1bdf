// Claims about the keys of JSON objects.
#include "corpus/read/field_map.h"

#include <doctest/doctest.h>

#include <string>

namespace broadsheet::read {
namespace {

/// The field of `key` with its rank, as "headline 1"; "-" if it is none.
std::string field_of(const FieldMap& map, std::string_view key) {
  const auto found = map.find(key);
  if (!found) return "-";
  return std::string(to_string(found->first)) + ' ' +
         std::to_string(found->second);
}

TEST_CASE("the keys that news exports use are known") {
  struct Row {
    std::string_view key, field;
  };
  const FieldMap map;
  for (const Row& row : {
           Row{"id", "id 0"},
           Row{"title", "headline 0"},
           Row{"headline", "headline 1"},
           Row{"body", "body 0"},
           Row{"text", "body 1"},
           Row{"content", "body 2"},
           Row{"date", "date 0"},
           Row{"published", "date 1"},
           Row{"author", "author 0"},
           Row{"source", "source 0"},
           Row{"url", "url 0"},
           Row{"place", "place 0"},
           Row{"section", "section 0"},
           Row{"topics", "topics 0"},
           Row{"lang", "lang 0"},
           Row{"deck", "deck 0"},
           Row{"updated", "updated 0"},
           Row{"Title", "headline 0"},
           Row{"Date Published", "date 3"},
           Row{"date_published", "date 3"},
           Row{"dateModified", "updated 3"},
           Row{"Titles", "-"},
           Row{"TI TLES", "-"},
           Row{"", "-"},
       }) {
    const auto& [key, field] = row;

    CAPTURE(row.key);
    CHECK(field_of(map, key) == field);
  }
}

TEST_CASE("a mapped key is the only one of its field and of no other") {
  FieldMap map;
  CHECK(map.assign("body=story_text").empty());
  CHECK(field_of(map, "story_text") == "body 0");
  CHECK(field_of(map, "text") == "-");
  CHECK(map.assign("headline=text").empty());
  CHECK(field_of(map, "text") == "headline 0");
  CHECK(field_of(map, "title") == "-");
  CHECK(map.assign("id=url").empty());
  CHECK(field_of(map, "url") == "id 0");
  CHECK(map.assign("source=a=b").empty());
  CHECK(field_of(map, "a=b") == "source 0");
}

TEST_CASE("a mapping that can't be is refused with what would be right") {
  FieldMap map;
  CHECK(map.assign("body") ==
        "\"body\" is not field=key, such as body=story_text");
  CHECK(map.assign("body=") == "\"body=\" names no key for the field");
  CHECK(map.assign("tittle=x") ==
        "\"tittle\" is no field; the fields are id, headline, deck, body, "
        "date, updated, author, source, url, place, section, topics, lang");
  CHECK(field_of(map, "body") == "body 0");
}

}  // namespace
}  // namespace broadsheet::read
