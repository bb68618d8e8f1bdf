#include "indexer/stories.h"

#include <tsl/robin_map.h>

#include <algorithm>
#include <atomic>
#include <cstdint>
#include <future>
#include <limits>
#include <tuple>
#include <utility>
#include <vector>

#include "indexer/joined_rows.h"
#include "indexer/paged_list.h"
#include "indexer/segment/article_rows.h"
#include "indexer/story_comparison.h"
#include "indexer/story_joiner.h"
#include "indexer/story_pairs.h"

namespace broadsheet::indexer {
namespace {

constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();

struct HalfOfHash {
  std::size_t operator()(Hash128 hash) const { return hash.low; }
};

std::vector<segment::LiveSegment> live_segments(
    const StoryPlan& plan, const std::vector<NextSegment>& segments) {
  std::vector<segment::LiveSegment> live;
  for (const NextSegment& next : segments) {
    live.push_back(next.built_at.empty()
                       ? live_segment(plan.directory, next.published)
                       : segment::LiveSegment{next.built_at});
  }
  return live;
}

/// Reads what `segments` say into `articles`, to which the rows refer.
std::vector<StoryRow> rows_of(const std::vector<segment::LiveSegment>& segments,
                              const Wordings& wordings,
                              const std::function<void()>& go_on,
                              PagedList<segment::ArticleRow>& articles) {
  std::vector<StoryRow> rows;
  for (std::uint32_t i = 0; i < segments.size(); ++i) {
    go_on();
    for (const segment::ArticleRow& row : segment::article_rows(segments[i])) {
      const KeptWording* kept = wordings.find(row.identity);
      articles.push_back(row);
      rows.push_back(
          {i, kept != nullptr, &articles[articles.size() - 1], kept});
    }
  }
  return rows;
}

std::vector<StoryRow> rows_of(const Wordings& wordings) {
  std::vector<StoryRow> rows;
  const std::vector<const KeptWording*> all = wordings.all();
  rows.reserve(all.size());
  for (const KeptWording* kept : all) {
    rows.push_back({0, true, &kept->article, kept});
  }
  return rows;
}

/// Joins the articles of live stories that are as they were, and opens those of
/// the others.
void take_over(const schema::StoryTable& live, std::vector<StoryRow>& rows,
               JoinedRows& joined) {
  tsl::robin_map<Hash128, std::uint32_t, HalfOfHash> places;
  std::vector<schema::Story> stories;
  for (std::uint32_t i = 0; i < live.stories(); ++i) {
    stories.push_back(live.articles_of(i));
    for (const schema::StoryMember& member : stories.back()) {
      places[member.identity] = kNone;
    }
  }
  if (places.empty()) return;
  for (std::uint32_t i = 0; i < rows.size(); ++i) {
    const auto found = places.find(rows[i].article->identity);
    if (found != places.end()) found.value() = i;
  }
  for (const schema::Story& story : stories) {
    const bool is_whole =
        std::ranges::all_of(story, [&](const schema::StoryMember& member) {
          const std::uint32_t row = places[member.identity];
          return row != kNone && !rows[row].is_open;
        });
    for (const schema::StoryMember& member : story) {
      const std::uint32_t row = places[member.identity];
      if (is_whole) {
        joined.join(places[story.front().identity], row);
      } else if (row != kNone) {
        rows[row].is_open = true;
      }
    }
  }
}

/// What leads: the earliest, then the longest; the undated come last.
auto rank(const segment::ArticleRow& row) {
  return std::tuple(
      row.published.value_or(std::numeric_limits<std::int64_t>::max()),
      ~row.words, row.identity);
}

std::vector<schema::Story> stories_of(const std::vector<StoryRow>& rows,
                                      JoinedRows& joined) {
  std::vector<std::vector<std::uint32_t>> members;
  std::vector<std::uint32_t> story_of_root(rows.size(), kNone);
  std::vector<std::uint32_t> size_of_root(rows.size());
  for (std::uint32_t i = 0; i < rows.size(); ++i)
    ++size_of_root[joined.root(i)];
  for (std::uint32_t i = 0; i < rows.size(); ++i) {
    const std::uint32_t root = joined.root(i);
    if (size_of_root[root] < 2) continue;
    if (story_of_root[root] == kNone) {
      story_of_root[root] = static_cast<std::uint32_t>(members.size());
      members.emplace_back();
    }
    members[story_of_root[root]].push_back(i);
  }
  std::vector<schema::Story> stories;
  for (std::vector<std::uint32_t>& story : members) {
    std::ranges::sort(
        story, {}, [&](std::uint32_t row) { return rank(*rows[row].article); });
    schema::Story& articles = stories.emplace_back();
    for (const std::uint32_t row : story) {
      const segment::ArticleRow& article = *rows[row].article;
      articles.push_back({rows[row].segment, article.docid, article.identity});
    }
  }
  return stories;
}

/// Joins those of one story, as far as they are not joined yet.
JoinedRows joined_by_stories(const StorySearch& search,
                             const std::vector<StoryRow>& rows,
                             JoinedRows joined, const StoredTexts& stored,
                             const Wordings& wordings) {
  const PairFinder pairs(rows);
  const unsigned threads =
      std::min(search.threads, static_cast<unsigned>(schema::kSketchBands));
  StoryPrints prints(rows.size());
  // Joins what one thread finds in the bands that no other has taken.
  std::atomic<std::size_t> next_band = 0;
  const auto find = [&](JoinedRows found) {
    StoryComparison comparison(rows, wordings, stored, prints);
    StoryJoiner joiner(comparison, found);
    for (std::size_t band = next_band++; band < schema::kSketchBands;
         band = next_band++) {
      pairs.each_pair(band, [&](std::uint32_t first, std::uint32_t second) {
        search.go_on();
        joiner.add(first, second);
      });
      joiner.finish();
    }
    return found;
  };
  std::vector<std::future<JoinedRows>> others;
  for (unsigned i = 1; i < threads; ++i) {
    others.push_back(std::async(std::launch::async, find, joined));
  }
  joined = find(std::move(joined));
  for (std::future<JoinedRows>& other : others) joined.join_as(other.get());
  return joined;
}

}  // namespace

std::vector<schema::Story> find_stories(
    const StoryPlan& plan, const std::vector<NextSegment>& segments,
    const schema::StoryTable& live, const Wordings& wordings) {
  const StoredTexts stored{live_segments(plan, segments), plan.default_language,
                           plan.dictionary};
  PagedList<segment::ArticleRow> articles;
  std::vector<StoryRow> rows =
      rows_of(stored.segments, wordings, plan.search.go_on, articles);
  JoinedRows joined(rows.size());
  take_over(live, rows, joined);
  joined =
      joined_by_stories(plan.search, rows, std::move(joined), stored, wordings);
  return stories_of(rows, joined);
}

std::vector<schema::Story> find_first_stories(const StorySearch& search,
                                              const Wordings& wordings) {
  const std::vector<StoryRow> rows = rows_of(wordings);
  // The wording of each is at hand.
  const StoredTexts none;
  JoinedRows joined =
      joined_by_stories(search, rows, JoinedRows(rows.size()), none, wordings);
  return stories_of(rows, joined);
}

}  // namespace broadsheet::indexer
