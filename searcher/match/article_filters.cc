#include "searcher/match/article_filters.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "corpus/schema/identity.h"
#include "corpus/text/fold.h"
#include "searcher/query/article_set.h"

namespace broadsheet::searcher::match {
namespace {

bool passes(const query::DateFilter& filter,
            const schema::StoredArticle& stored) {
  const auto& published = stored.article.published;
  return published && filter.range.begin <= published->seconds &&
         published->seconds < filter.range.end;
}

bool passes(const query::Undated& /*undated*/,
            const schema::StoredArticle& stored) {
  return !stored.article.published;
}

bool passes(const query::LanguageFilter& filter,
            const schema::StoredArticle& stored) {
  return stored.article.language == filter.language;
}

bool passes(const query::WordCountFilter& filter,
            const schema::StoredArticle& stored) {
  return filter.least <= stored.outline.words &&
         stored.outline.words <= filter.most;
}

bool passes(const query::IdentityFilter& filter,
            const schema::StoredArticle& stored) {
  return stored.article.id == filter.id;
}

bool passes(const query::OriginFilter& filter,
            const schema::StoredArticle& stored) {
  const std::string& origin = filter.of == query::OriginFilter::Of::kUrl
                                  ? stored.article.url
                                  : stored.article.origin.path;
  return text::fold(origin).find(text::fold(filter.text)) != std::string::npos;
}

bool passes(const query::StoryFilter& filter,
            const schema::StoredArticle& stored) {
  const bool is_one =
      filter.articles &&
      std::ranges::binary_search(filter.articles->identities,
                                 schema::identity_of(stored.article).id);
  return is_one == (filter.which != query::StoryFilter::Which::kFirst);
}

/// Nodes that are no such filter.
template <typename Kind>
bool passes(const Kind& /*node*/, const schema::StoredArticle& /*stored*/) {
  return true;
}

}  // namespace

bool is_article(const query::Node& node, const schema::StoredArticle& stored) {
  return std::visit([&](const auto& filter) { return passes(filter, stored); },
                    node.value);
}

}  // namespace broadsheet::searcher::match
