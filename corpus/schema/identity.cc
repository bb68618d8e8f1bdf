#include "corpus/schema/identity.h"

#include <string>

#include "corpus/schema/stored_article.h"
#include "corpus/text/analyzer.h"

namespace broadsheet::schema {

Identity identity_of(const article::Article& article) {
  std::string who;
  if (article.id.empty()) {
    who = "at " + article.origin.path + '\0' +
          std::to_string(article.origin.record);
  } else {
    who = "id " + article.id;
  }
  // The stored record says everything about the article but its paragraphs.
  std::string content = encode_stored(article, {});
  for (const article::Paragraph& paragraph : article.paragraphs) {
    content += '\0';
    content += std::to_string(paragraph.bytes.begin) + ' ' +
               std::to_string(paragraph.bytes.end) + ' ';
    content += to_string(paragraph.zone);
  }
  content += '\0' + std::to_string(text::kAnalysisVersion);
  return {hash128(who), {hash128(content).high, 0}};
}

}  // namespace broadsheet::schema
