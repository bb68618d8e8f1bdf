// The layout of a news text that comes without marks: which paragraph is the
// headline, which a caption or a trailer, and where date, place, agency and
// authors stand.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/article/article.h"
#include "corpus/article/date.h"
#include "corpus/base/span.h"

namespace broadsheet::read {

struct Layout {
  /// In reading order, disjoint; a date line is in none of them.
  std::vector<article::Paragraph> paragraphs;
  std::optional<article::Date> published;  ///< Of a date line or dateline.
  std::string place;                       ///< Of the dateline.
  std::string source;                      ///< Agency of dateline or credit.
  std::vector<std::string> authors;        ///< Of a byline.
};

/// The layout of a whole article, headline included if it has one.
[[nodiscard]] Layout article_layout(std::string_view text);

/// The layout of the part `body` of `text`, whose headline is known to be
/// elsewhere.
[[nodiscard]] Layout body_layout(std::string_view text, Span body);

}  // namespace broadsheet::read
