// The stories of an open index, by docids of the database of all its segments.
// Read with the first answer that asks for one.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "corpus/schema/published.h"
#include "searcher/query/article_set.h"
#include "searcher/query/tree.h"

namespace broadsheet::searcher::search {

class Stories {
 public:
  /// Those of the open index `published`, whose segments are `database`, in
  /// their order. Throws Error (kIndex) or Xapian::Error.
  Stories(const schema::Published& published, const Xapian::Database& database);

  [[nodiscard]] bool empty() const { return table_.stories() == 0; }

  /// The articles of the story of `document`, the leading one first, itself
  /// among them; none if it alone tells it.
  [[nodiscard]] std::vector<Xapian::docid> told_with(
      Xapian::docid document) const;

  /// A query for `documents`.
  [[nodiscard]] Xapian::Query query_for(
      const std::vector<Xapian::docid>& documents) const;

  /// Tells the filters for stories below `root` which articles they mean.
  void tell(query::Node& root) const;

 private:
  void add(query::ArticleSet& set, const schema::StoryMember& member) const;
  [[nodiscard]] std::shared_ptr<const query::ArticleSet> retold(
      std::size_t from) const;

  schema::StoryTable table_;
  std::vector<std::string> segments_;  // Their UUIDs.
};

/// Whether a filter for stories is below `root`.
[[nodiscard]] bool asks_for_stories(const query::Node& root);

}  // namespace broadsheet::searcher::search
