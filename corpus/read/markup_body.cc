#include "corpus/read/markup_body.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "corpus/read/html_article.h"

namespace broadsheet::read {
namespace {

bool is_markup(std::string_view text) {
  constexpr std::array<std::string_view, 7> kSigns = {
      "</p>", "<br", "</div>", "</a>", "</li>", "</h2>", "</P>"};
  const std::size_t first = text.find('<');
  if (first == std::string_view::npos) return false;
  text.remove_prefix(first);
  return std::any_of(kSigns.begin(), kSigns.end(), [&](std::string_view sign) {
    return text.find(sign) != std::string_view::npos;
  });
}

}  // namespace

void set_body(ArticleParts& parts, std::string body) {
  if (!is_markup(body)) {
    parts.body = std::move(body);
    return;
  }
  set_prose(parts, html_prose(body));
}

}  // namespace broadsheet::read
