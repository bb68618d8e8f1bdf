// Which blocks of a page are its article: what the page says itself, else its
// one <article> or <main>, else where most of the prose stands.
#pragma once

#include <string>

#include "corpus/read/html_blocks.h"
#include "corpus/read/prose_builder.h"

namespace broadsheet::read {

struct ChosenArticle {
  Prose prose;
  std::string heading;  ///< The first <h1>, of the article if it has one.
  std::string deck;     ///< The line below the headline, if the page marks it.
  std::string byline;   ///< "By Jane Doe", as it stands above the article.
};

/// With `whole`, all blocks that are not furniture by themselves: for parts of
/// pages that come alone, as in feeds.
[[nodiscard]] ChosenArticle choose_article(const HtmlBlocks& page, bool whole);

}  // namespace broadsheet::read
