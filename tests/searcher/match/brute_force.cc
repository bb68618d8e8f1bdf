#include "tests/searcher/match/brute_force.h"

#include <algorithm>
#include <utility>

namespace broadsheet::searcher::match {
namespace {

using query::Node;
using query::Phrase;

void add_all(Marks& marks, const Marks& more) {
  marks.insert(more.begin(), more.end());
}

}  // namespace

BruteForce::BruteForce(const Node& root, const Vocabulary& vocabulary)
    : root_(root), spots_(root, vocabulary) {}

std::optional<Marks> BruteForce::answer(const KnownArticle& article) {
  article_ = &article;
  spots_.look_at(article);
  return ask(root_, {0, article.words.size()});
}

BruteForce::Answer BruteForce::ask(const Node& node, Part part) {
  if (const auto* phrase = std::get_if<Phrase>(&node.value)) {
    return ask_phrase(*phrase, part);
  }
  if (const auto* all = std::get_if<query::And>(&node.value)) {
    return ask_all(all->children, part);
  }
  if (const auto* either = std::get_if<query::Or>(&node.value)) {
    Answer answer;
    for (const Node& child : either->children) {
      if (const Answer side = ask(child, part)) {
        if (!answer) answer.emplace();
        add_all(*answer, *side);
      }
    }
    return answer;
  }
  if (const auto* excluded = std::get_if<query::Not>(&node.value)) {
    if (ask(excluded->child.front(), part)) return std::nullopt;
    return Marks();
  }
  if (const auto* together = std::get_if<query::Together>(&node.value)) {
    return ask_together(*together, part);
  }
  if (std::holds_alternative<query::Near>(node.value)) {
    Answer answer;
    for (const SlowSpot& occurrence : found(node, part)) {
      if (!answer) answer.emplace();
      add_all(*answer, occurrence.marks);
    }
    return answer;
  }
  if (const auto* enough = std::get_if<query::AtLeast>(&node.value)) {
    Marks marks;
    std::set<std::pair<std::size_t, std::size_t>> places;
    for (const SlowSpot& occurrence : found(enough->child.front(), part)) {
      const article::Zone zone = article_->words[occurrence.first].zone;
      if (zone == article::Zone::kCaption || zone == article::Zone::kTrailer) {
        continue;
      }
      places.emplace(occurrence.first, occurrence.last);
      add_all(marks, occurrence.marks);
    }
    if (places.size() < enough->count) return std::nullopt;
    return marks;
  }
  bool is_true = true;
  const schema::StoredArticle& stored = *article_->stored;
  if (const auto* tongue = std::get_if<query::LanguageFilter>(&node.value)) {
    is_true = stored.article.language == tongue->language;
  } else if (const auto* length =
                 std::get_if<query::WordCountFilter>(&node.value)) {
    const auto count =
        std::ranges::count_if(article_->words, [](const KnownWord& word) {
          return word.zone != article::Zone::kCaption &&
                 word.zone != article::Zone::kTrailer;
        });
    is_true = count >= length->least && count <= length->most;
  }
  const auto& published = article_->stored->article.published;
  if (const auto* date = std::get_if<query::DateFilter>(&node.value)) {
    is_true = published && published->seconds >= date->range.begin &&
              published->seconds < date->range.end;
  } else if (std::holds_alternative<query::Undated>(node.value)) {
    is_true = !published;
  }
  return is_true ? Answer(Marks()) : std::nullopt;
}

BruteForce::Answer BruteForce::ask_phrase(const Phrase& phrase, Part part) {
  if (spots_.is_in_field(phrase)) return Marks();
  Answer answer;
  for (const SlowSpot& spot : spots_.in_text(phrase)) {
    if (spot.first < part.begin || spot.last >= part.end) continue;
    if (!answer) answer.emplace();
    add_all(*answer, spot.marks);
  }
  return answer;
}

BruteForce::Answer BruteForce::ask_all(const std::vector<Node>& children,
                                       Part part) {
  Marks marks;
  for (const Node& child : children) {
    const Answer side = ask(child, part);
    if (!side) return std::nullopt;
    add_all(marks, *side);
  }
  return marks;
}

BruteForce::Answer BruteForce::ask_together(const query::Together& together,
                                            Part part) {
  Answer answer;
  const std::vector<KnownWord>& words = article_->words;
  for (std::size_t begin = part.begin; begin < part.end;) {
    std::size_t end = begin;
    while (end < part.end &&
           (together.unit == query::Together::Unit::kSentence
                ? words[end].slot == words[begin].slot
                : words[end].paragraph == words[begin].paragraph)) {
      ++end;
    }
    if (const Answer here = ask_unit(together, {begin, end})) {
      if (!answer) answer.emplace();
      add_all(*answer, *here);
    }
    begin = end;
  }
  return answer;
}

BruteForce::Answer BruteForce::ask_unit(const query::Together& together,
                                        Part unit) {
  const Answer joined = together.ordered
                            ? ask_in_order(together.children, 0, unit)
                            : ask_all(together.children, unit);
  if (!together.absent) return joined;
  return joined ? std::nullopt : ask(together.children.front(), unit);
}

BruteForce::Answer BruteForce::ask_in_order(const std::vector<Node>& children,
                                            std::size_t next, Part part) {
  if (next + 1 == children.size()) return ask(children[next], part);
  Answer answer;
  for (std::size_t cut = part.begin; cut <= part.end; ++cut) {
    const Answer left = ask(children[next], {part.begin, cut});
    if (!left) continue;
    const Answer right = ask_in_order(children, next + 1, {cut, part.end});
    if (!right) continue;
    if (!answer) answer.emplace();
    add_all(*answer, *left);
    add_all(*answer, *right);
  }
  return answer;
}

std::vector<SlowSpot> BruteForce::found(const Node& node, Part part) {
  std::vector<SlowSpot> all;
  if (const auto* phrase = std::get_if<Phrase>(&node.value)) {
    for (const SlowSpot& spot : spots_.in_text(*phrase)) {
      if (spot.first >= part.begin && spot.last < part.end) {
        all.push_back(spot);
      }
    }
  } else if (const auto* near = std::get_if<query::Near>(&node.value)) {
    all = found_near(*near, part);
  } else {
    for (const Node& child : query::children_of(node)) {
      for (SlowSpot& occurrence : found(child, part)) {
        all.push_back(std::move(occurrence));
      }
    }
  }
  return all;
}

std::vector<SlowSpot> BruteForce::found_near(const query::Near& near,
                                             Part part) {
  const auto is_near = [&](const SlowSpot& a, const SlowSpot& b) {
    if (article_->words[a.first].slot != article_->words[b.first].slot) {
      return false;
    }
    if (a.last < b.first) return b.first - a.last <= near.distance;
    return !near.ordered && b.last < a.first &&
           a.first - b.last <= near.distance;
  };
  std::vector<SlowSpot> all;
  const std::vector<SlowSpot> left = found(near.sides[0], part);
  const std::vector<SlowSpot> right = found(
      near.sides[1], near.absent ? Part{0, article_->words.size()} : part);
  for (const SlowSpot& a : left) {
    bool has_neighbour = false;
    for (const SlowSpot& b : right) {
      if (!is_near(a, b)) continue;
      has_neighbour = true;
      if (near.absent) break;
      SlowSpot both{std::min(a.first, b.first), std::max(a.last, b.last),
                    a.marks};
      add_all(both.marks, b.marks);
      all.push_back(std::move(both));
    }
    if (near.absent && !has_neighbour) all.push_back(a);
  }
  return all;
}

}  // namespace broadsheet::searcher::match
