// Pages made by hand, so that a renderer is tested on exactly what it is given.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "searcher/render/renderer.h"
#include "searcher/search/page.h"

namespace broadsheet::searcher::render {

/// A stored article of one paragraph for each of `paragraphs`: a zone's first
/// letter (h, l, b, c, t), a colon, and its sentences with '|' between them,
/// which becomes a blank. Paragraphs stand apart by an empty line.
inline schema::StoredArticle stored(
    const std::vector<std::string>& paragraphs) {
  schema::StoredArticle stored;
  article::Article& article = stored.article;
  std::uint32_t number = 0;
  std::uint32_t slot = 1;
  for (const std::string& paragraph : paragraphs) {
    const article::Zone zone = paragraph[0] == 'h'   ? article::Zone::kHeadline
                               : paragraph[0] == 'l' ? article::Zone::kLead
                               : paragraph[0] == 'c' ? article::Zone::kCaption
                               : paragraph[0] == 't' ? article::Zone::kTrailer
                                                     : article::Zone::kBody;
    if (!article.text.empty()) article.text += "\n\n";
    const std::size_t begin = article.text.size();
    std::string_view rest = std::string_view(paragraph).substr(2);
    while (true) {
      const std::size_t bar = rest.find('|');
      const std::size_t start = article.text.size();
      article.text += rest.substr(0, bar);
      stored.outline.sentences.push_back(
          {{start, article.text.size()}, number, zone, slot++, 1});
      if (bar == std::string_view::npos) break;
      article.text += ' ';
      rest.remove_prefix(bar + 1);
    }
    article.paragraphs.push_back({{begin, article.text.size()}, zone});
    ++number;
  }
  return stored;
}

/// Where `word` stands in the text of `stored`, the first time.
inline Span span_of(const schema::StoredArticle& stored,
                    std::string_view word) {
  const std::size_t begin = stored.article.text.find(word);
  return {begin, begin + word.size()};
}

/// One hit, ready to be shown: the bridge story.
inline search::Hit bridge_hit() {
  search::Hit hit;
  hit.rank = 1;
  hit.score = 4.5;
  hit.stored =
      stored({"h:Harbour bridge to close for repairs",
              "l:The city of Lindholm will close its\nharbour bridge "
              "in May.|Ferries will run every ten minutes.",
              "b:\"The old bridge was tired,\" said Mayor Ida Brekke."});
  article::Article& article = hit.stored.article;
  article.published = article::Date{1709596800, article::Date::Precision::kDay};
  article.place = "LINDHOLM, Norland";
  article.source = "Norland Press";
  article.origin.path = "news/bridge.txt";
  article.language = "en";
  hit.headline_marks = {span_of(hit.stored, "Harbour bridge")};
  hit.sentences = {{1, false, {span_of(hit.stored, "harbour bridge")}},
                   {2, true, {}}};
  hit.matching_sentences = 2;
  return hit;
}

/// A page, and the hits that come with it.
struct PageAndHits {
  search::Page page;
  std::vector<search::Hit> hits;
};

inline PageAndHits page_of(std::vector<search::Hit> hits) {
  PageAndHits made;
  made.page.request.query = "harbour bridge";
  made.page.total = made.page.hits = hits.size();
  made.page.index_id = "0123456789abcdef0123456789abcdef";
  made.page.generation = 7;
  made.page.articles = 120;
  made.hits = std::move(hits);
  return made;
}

/// All that `renderer` writes to standard output.
inline std::string output_of(Renderer& renderer, const PageAndHits& made) {
  std::string output = renderer.begin(made.page);
  for (const search::Hit& hit : made.hits) output += renderer.hit(hit);
  return output + renderer.end(made.page);
}

}  // namespace broadsheet::searcher::render
