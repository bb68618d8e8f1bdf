// An article out of a JSON object: which keys hold what, and what is done with
// values of another type than they should have.
#pragma once

#include <simdjson.h>

#include <string>
#include <variant>

#include "corpus/read/article_parts.h"
#include "corpus/read/field_map.h"

namespace broadsheet::read {

/// Reads `object` by `fields`; or says why it is no article. Numbers are taken
/// as the text they are written with; an object with a "name" as that name;
/// null and "" as if the key were not there.
[[nodiscard]] std::variant<ArticleParts, std::string> read_json_article(
    simdjson::dom::object object, const FieldMap& fields);

}  // namespace broadsheet::read
