#include "searcher/search/stories.h"

#include <algorithm>
#include <cstdint>
#include <utility>

namespace broadsheet::searcher::search {

using query::Node;
using query::StoryFilter;

Stories::Stories(const schema::Published& published,
                 const Xapian::Database& database)
    : table_(schema::open_stories(published)) {
  if (!empty()) segments_ = query::segments_of(database);
}

std::vector<Xapian::docid> Stories::told_with(Xapian::docid document) const {
  // How Xapian numbers the documents of several databases.
  const auto segments = static_cast<Xapian::docid>(segments_.size());
  if (segments == 0) return {};
  const auto story =
      table_.story_of((document - 1) % segments, (document - 1) / segments + 1);
  if (!story) return {};
  std::vector<Xapian::docid> documents;
  for (const schema::StoryMember& member : table_.articles_of(*story)) {
    if (member.docid == 0 || member.segment >= segments) continue;  // Damaged.
    documents.push_back((member.docid - 1) * segments + member.segment + 1);
  }
  return documents;
}

Xapian::Query Stories::query_for(
    const std::vector<Xapian::docid>& documents) const {
  return query::articles_in(segments_, documents, "articles of a story");
}

void Stories::tell(Node& root) const {
  if (auto* filter = std::get_if<StoryFilter>(&root.value)) {
    filter->articles =
        retold(filter->which == StoryFilter::Which::kAll ? 0 : 1);
  }
  for (Node& child : query::children_of(root)) tell(child);
}

// The articles of all stories from place `from` of each on.
std::shared_ptr<const query::ArticleSet> Stories::retold(
    std::size_t from) const {
  auto set = std::make_shared<query::ArticleSet>();
  for (std::uint32_t story = 0; story < table_.stories(); ++story) {
    const schema::Story articles = table_.articles_of(story);
    for (std::size_t i = from; i < articles.size(); ++i) add(*set, articles[i]);
  }
  std::ranges::sort(set->identities);
  for (auto& [segment, list] : set->docids) std::ranges::sort(list);
  return set;
}

void Stories::add(query::ArticleSet& set,
                  const schema::StoryMember& member) const {
  if (member.segment >= segments_.size()) return;
  set.docids[segments_[member.segment]].push_back(member.docid);
  set.identities.push_back(member.identity);
}

bool asks_for_stories(const Node& root) {
  if (std::holds_alternative<StoryFilter>(root.value)) return true;
  return std::ranges::any_of(query::children_of(root), asks_for_stories);
}

}  // namespace broadsheet::searcher::search
