#include "corpus/article/article.h"

namespace broadsheet::article {

std::string_view to_string(Zone zone) {
  switch (zone) {
    case Zone::kHeadline:
      return "headline";
    case Zone::kLead:
      return "lead";
    case Zone::kBody:
      return "body";
    case Zone::kCaption:
      return "caption";
    case Zone::kTrailer:
      return "trailer";
  }
  return "body";
}

std::string_view headline(const Article& article) {
  if (article.paragraphs.empty()) return {};
  const Paragraph& first = article.paragraphs.front();
  if (first.zone != Zone::kHeadline) return {};
  return first.bytes.of(article.text);
}

}  // namespace broadsheet::article
