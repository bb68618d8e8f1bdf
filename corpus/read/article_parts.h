// What every reader of a rich format ends with: headline and body as the format
// has them, and the fields beside them, put together into one article.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/article/article.h"
#include "corpus/base/span.h"

namespace broadsheet::read {

/// A part of ArticleParts::body that its format says is no body text.
struct MarkedPart {
  Span bytes;
  article::Zone zone = article::Zone::kBody;
};

struct ArticleParts {
  article::Article article;           ///< Its text is still empty.
  std::string headline;               ///< Without outer white space.
  std::string body;                   ///< Blank lines part paragraphs.
  std::vector<MarkedPart> marked;     ///< In order, disjoint.
  std::vector<std::string> warnings;  ///< Values left out, and why.
};

/// The article of `parts`, with the warnings that go with it.
struct ComposedArticle {
  article::Article article;
  std::vector<std::string> warnings;
};

/// Puts headline, deck and body together, at most `limit` bytes of text, and
/// finds their layout. A paragraph that says the headline again is stored but
/// not searched; a deck that the body says again is not added. What the layout
/// shows (date, place, agency, authors) counts where the fields say nothing.
[[nodiscard]] ComposedArticle compose(ArticleParts parts, std::size_t limit);

}  // namespace broadsheet::read
