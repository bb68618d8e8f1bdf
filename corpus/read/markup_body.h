// Bodies in exports are plain text or HTML, and nothing says which.
#pragma once

#include <string>

#include "corpus/read/article_parts.h"

namespace broadsheet::read {

/// Makes `body` the body of `parts`: its prose if it is HTML, which shows in
/// end tags of paragraphs and the like, else as it is.
void set_body(ArticleParts& parts, std::string body);

}  // namespace broadsheet::read
