// The fields of an article in the head of its page: OpenGraph, Dublin Core, and
// the names that publishing systems add to them.
#pragma once

#include <string_view>

#include "corpus/read/field_offers.h"

namespace broadsheet::read {

/// Offers what the attributes of a <meta> say, if they name a field.
void offer_meta(std::string_view attributes, FieldOffers& offers);

/// Offers the page's own address, if it is a <link rel="canonical">.
void offer_link(std::string_view attributes, FieldOffers& offers);

/// The charset that a page declares in a <meta> within its first 4 KiB; if it
/// declares none, or one in which it could not do so, `otherwise`.
[[nodiscard]] std::string page_charset(std::string_view page,
                                       std::string_view otherwise);

/// `title` without the name of the site at its end or start: "Ferry runs again
/// | The Courier". `site` may be "": then only what stands behind the last " |
/// " goes.
[[nodiscard]] std::string_view without_site(std::string_view title,
                                            std::string_view site);

}  // namespace broadsheet::read
