// What a page says of its article in JSON-LD (schema.org's NewsArticle): the
// best source of its fields, and of its body where the page has none.
#pragma once

#include <string>
#include <string_view>

#include "corpus/read/field_offers.h"

namespace broadsheet::read {

/// Offers the fields of the first article that `script`, the content of a
/// <script type="application/ld+json">, describes, alone, in a list or in a
/// graph. Returns its articleBody; "" if there is none, or no JSON.
std::string offer_json_ld(std::string_view script, FieldOffers& offers);

}  // namespace broadsheet::read
