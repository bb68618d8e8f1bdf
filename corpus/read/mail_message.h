// One message of mail: its headers, and among its parts the one that is its
// text.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "corpus/read/article_parts.h"

namespace broadsheet::read {

/// The article of `message`, headers and all: a newsletter or a letter. Its
/// text is the plain one if that says about as much as the HTML, else the HTML.
/// Attachments are left out. Or why it is no article.
[[nodiscard]] std::variant<ArticleParts, std::string> read_mail(
    std::string_view message);

}  // namespace broadsheet::read
