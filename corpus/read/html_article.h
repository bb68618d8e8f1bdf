// The article of an HTML page, or of a piece of HTML that a feed or a mail
// carries.
#pragma once

#include <string_view>

#include "corpus/read/article_parts.h"
#include "corpus/read/prose_builder.h"

namespace broadsheet::read {

/// Headline, body and fields of `page`, valid UTF-8. The body is what the page
/// marks as its article, or where its prose stands; if the page shows hardly
/// any, what its JSON-LD says is the body. It may be empty.
[[nodiscard]] ArticleParts read_html_page(std::string_view page);

/// The prose of `piece`, all of it but for scripts, forms and the like.
[[nodiscard]] Prose html_prose(std::string_view piece);

}  // namespace broadsheet::read
