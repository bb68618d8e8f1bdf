#include "corpus/schema/identity.h"

#include <string>

#include "corpus/schema/stored_article.h"
#include "corpus/text/analyzer.h"

namespace broadsheet::schema {

namespace {

Hash128 identity_of_place(const article::Origin& origin) {
  return hash128("at " + origin.path + '\0' + std::to_string(origin.record));
}

}  // namespace

Hash128 identity_of_id(std::string_view id) {
  return hash128("id " + std::string(id));
}

Identity identity_of(const article::Article& article) {
  // The stored record says everything about the article but its paragraphs.
  std::string content = encode_stored(article, {});
  for (const article::Paragraph& paragraph : article.paragraphs) {
    content += '\0';
    content += std::to_string(paragraph.bytes.begin) + ' ' +
               std::to_string(paragraph.bytes.end) + ' ';
    content += to_string(paragraph.zone);
  }
  content += '\0' + std::to_string(text::kAnalysisVersion);
  return {article.id.empty() ? identity_of_place(article.origin)
                             : identity_of_id(article.id),
          {hash128(content).high, 0}};
}

}  // namespace broadsheet::schema
