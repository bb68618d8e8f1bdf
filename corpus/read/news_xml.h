// The formats of news in XML: what one record of each says.
#pragma once

#include <string_view>

#include "corpus/read/article_parts.h"
#include "corpus/read/field_offers.h"
#include "corpus/read/xml_tree.h"

namespace broadsheet::read {

/// The article of an RSS <item> or an Atom <entry>. `around` has what the feed
/// says of all its items: they say it better.
[[nodiscard]] ArticleParts read_feed_item(const XmlNode& item,
                                          FieldOffers around);

/// The article of a <nitf>.
[[nodiscard]] ArticleParts read_nitf(const XmlNode& nitf);

/// The article of a NewsML-G2 <newsItem>.
[[nodiscard]] ArticleParts read_newsml_item(const XmlNode& item);

/// Offers the fields of a <nitf> and adds its prose: NewsML-G2 carries them.
void offer_nitf(const XmlNode& nitf, FieldOffers& offers, ProseBuilder& prose);

}  // namespace broadsheet::read
