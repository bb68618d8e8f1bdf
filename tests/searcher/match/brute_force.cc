#include "tests/searcher/match/brute_force.h"

#include <algorithm>
#include <utility>

#include "corpus/schema/field_values.h"
#include "corpus/schema/terms.h"
#include "tests/searcher/match/slow_patterns.h"

namespace broadsheet::searcher::match {
namespace {

using query::Node;
using query::Phrase;
using schema::Field;

/// Capitals of ASCII and of É, the only other one in the tests' words.
bool is_printed(std::string_view text, query::Capitals capitals) {
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::string_view rest = text.substr(i);
    if (rest.starts_with("É")) plain += 'E';
    if (rest.starts_with("é")) plain += 'e';
    if (rest == "'s" || rest == "’s") break;
    plain += text[i];
  }
  bool large = false;
  bool small = false;
  for (const char c : plain) {
    large |= c >= 'A' && c <= 'Z';
    small |= c >= 'a' && c <= 'z';
  }
  switch (capitals) {
    case query::Capitals::kSome:
      return large;
    case query::Capitals::kAllOfThem:
      return large && !small;
    case query::Capitals::kNone:
      return !large;
    case query::Capitals::kAny:
      break;
  }
  return true;
}

bool is_in(query::Region region, article::Zone zone) {
  using article::Zone;
  const bool lead = zone == Zone::kLead;
  if (region == query::Region::kLead) return lead;
  if (region == query::Region::kHeadlineAndLead) {
    return lead || zone == Zone::kHeadline;
  }
  if (region == query::Region::kBody) return lead || zone == Zone::kBody;
  return true;
}

void add_all(Marks& marks, const Marks& more) {
  marks.insert(more.begin(), more.end());
}

}  // namespace

BruteForce::BruteForce(const Node& root, const Vocabulary& vocabulary)
    : root_(root) {
  for (const Phrase* phrase : query::all_phrases(root)) {
    numbers_.emplace(phrase, numbers_.size());
    for (const query::Place& place : phrase->places) {
      std::vector<bool>& allowed =
          allowed_[phrase].emplace_back(vocabulary.size());
      if (!place.pattern.empty()) {
        // Not the terms that it was expanded to.
        const std::string prefix = schema::exact_term(phrase->field, "");
        for (const auto& [term, id] : vocabulary.ids()) {
          if (term.size() <= prefix.size() || !term.starts_with(prefix) ||
              (term[prefix.size()] >= 'A' && term[prefix.size()] <= 'Z')) {
            continue;
          }
          allowed[id] = stands_for(place, term.substr(prefix.size()));
        }
        continue;
      }
      for (const auto* terms : {&place.exact_terms, &place.stem_terms}) {
        for (const std::string& term : *terms) {
          if (const auto id = vocabulary.find(term)) allowed[*id] = true;
        }
      }
    }
  }
}

std::optional<Marks> BruteForce::answer(const KnownArticle& article) {
  article_ = &article;
  spots_.clear();
  values_.clear();
  std::size_t next = 0;
  for (const Field field : schema::kAllFields) {
    for (const std::string_view value :
         schema::field_values(article.stored->article, field)) {
      values_[&article.values[next++].second] = value;
    }
  }
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
    for (const Found& occurrence : found(node, part)) {
      if (!answer) answer.emplace();
      add_all(*answer, occurrence.marks);
    }
    return answer;
  }
  if (const auto* enough = std::get_if<query::AtLeast>(&node.value)) {
    Marks marks;
    std::set<std::pair<std::size_t, std::size_t>> places;
    for (const Found& occurrence : found(enough->child.front(), part)) {
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
  Answer answer;
  for (const Found& spot : spots(phrase)) {
    if (spot.first < part.begin || spot.last >= part.end) continue;
    if (!answer) answer.emplace();
    add_all(*answer, spot.marks);
  }
  for (const auto& [field, words] : article_->values) {
    if (field != phrase.field) continue;
    const std::string_view value = values_.at(&words);
    if (phrase.slop && !loose_spots(phrase, words, value).empty()) {
      return Marks();
    }
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (!phrase.slop && occurs_at(phrase, value, words, i)) return Marks();
    }
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

std::vector<BruteForce::Found> BruteForce::found(const Node& node, Part part) {
  std::vector<Found> all;
  if (const auto* phrase = std::get_if<Phrase>(&node.value)) {
    for (const Found& spot : spots(*phrase)) {
      if (spot.first >= part.begin && spot.last < part.end) {
        all.push_back(spot);
      }
    }
  } else if (const auto* near = std::get_if<query::Near>(&node.value)) {
    all = found_near(*near, part);
  } else {
    for (const Node& child : query::children_of(node)) {
      for (Found& occurrence : found(child, part)) {
        all.push_back(std::move(occurrence));
      }
    }
  }
  return all;
}

std::vector<BruteForce::Found> BruteForce::found_near(const query::Near& near,
                                                      Part part) {
  const auto is_near = [&](const Found& a, const Found& b) {
    if (article_->words[a.first].slot != article_->words[b.first].slot) {
      return false;
    }
    if (a.last < b.first) return b.first - a.last <= near.distance;
    return !near.ordered && b.last < a.first &&
           a.first - b.last <= near.distance;
  };
  std::vector<Found> all;
  const std::vector<Found> left = found(near.sides[0], part);
  const std::vector<Found> right = found(
      near.sides[1], near.absent ? Part{0, article_->words.size()} : part);
  for (const Found& a : left) {
    bool has_neighbour = false;
    for (const Found& b : right) {
      if (!is_near(a, b)) continue;
      has_neighbour = true;
      if (near.absent) break;
      Found both{std::min(a.first, b.first), std::max(a.last, b.last), a.marks};
      add_all(both.marks, b.marks);
      all.push_back(std::move(both));
    }
    if (near.absent && !has_neighbour) all.push_back(a);
  }
  return all;
}

const std::vector<BruteForce::Found>& BruteForce::spots(const Phrase& phrase) {
  const auto known = spots_.find(&phrase);
  if (known != spots_.end()) return known->second;
  std::vector<Found>& spots = spots_[&phrase];
  const std::vector<KnownWord>& words = article_->words;
  const std::string_view text = article_->stored->article.text;
  if (phrase.slop) return spots = loose_spots(phrase, words, text);
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!occurs_at(phrase, text, words, i)) continue;
    const std::size_t last = i + phrase.places.size() - 1;
    Found& spot = spots.emplace_back(Found{i, last, {}});
    spot.marks.emplace(words[i].sentence, words[i].bytes.begin,
                       words[last].bytes.end, numbers_.at(&phrase));
  }
  return spots;
}

/// Every pair of a first and a last word is tried; what holds another is no
/// shortest run.
std::vector<BruteForce::Found> BruteForce::loose_spots(
    const Phrase& phrase, const std::vector<KnownWord>& words,
    std::string_view text) {
  const std::size_t longest = phrase.places.size() + *phrase.slop;
  std::vector<Found> runs;
  for (std::size_t i = 0; i < words.size(); ++i) {
    for (std::size_t j = i; j < words.size() && j - i < longest; ++j) {
      if (words[j].slot != words[i].slot) break;
      if (words_used(phrase, words, i, j).empty()) continue;
      std::erase_if(runs, [&](const Found& run) {
        return run.first <= i && run.last >= j;
      });
      const bool holds_another = std::ranges::any_of(
          runs,
          [&](const Found& run) { return run.first >= i && run.last <= j; });
      if (!holds_another) runs.push_back({i, j, {}});
    }
  }
  std::erase_if(runs, [&](Found& run) {
    std::size_t printed = 0;
    const auto used = words_used(phrase, words, run.first, run.last);
    for (const std::size_t word : used) {
      printed += is_printed(words[word].bytes.of(text), phrase.capitals);
      run.marks.emplace(words[word].sentence, words[word].bytes.begin,
                        words[word].bytes.end, numbers_.at(&phrase));
    }
    const std::size_t needed =
        phrase.capitals == query::Capitals::kSome ? 1 : used.size();
    return printed < needed || !is_in(phrase.region, words[run.first].zone);
  });
  return runs;
}

/// The words from `first` to `last` that are used when each word of `phrase` is
/// given another of them, in all ways there are.
std::vector<std::size_t> BruteForce::words_used(
    const Phrase& phrase, const std::vector<KnownWord>& words,
    std::size_t first, std::size_t last) {
  std::set<std::size_t> used;
  std::vector<std::size_t> taken;
  const auto assign = [&](const auto& self, std::size_t place) -> void {
    if (place == phrase.places.size()) {
      used.insert(taken.begin(), taken.end());
      return;
    }
    for (std::size_t w = first; w <= last; ++w) {
      if (std::ranges::find(taken, w) != taken.end() ||
          !may_be(phrase, place, words[w])) {
        continue;
      }
      taken.push_back(w);
      self(self, place + 1);
      taken.pop_back();
    }
  };
  assign(assign, 0);
  return {used.begin(), used.end()};
}

bool BruteForce::may_be(const Phrase& phrase, std::size_t place,
                        const KnownWord& word) {
  const std::vector<bool>& allowed = allowed_.at(&phrase)[place];
  return std::ranges::any_of(word.terms,
                             [&](std::size_t term) { return allowed[term]; });
}

bool BruteForce::occurs_at(const Phrase& phrase, std::string_view text,
                           const std::vector<KnownWord>& words,
                           std::size_t at) {
  const std::size_t count = phrase.places.size();
  if (at + count > words.size()) return false;
  for (std::size_t i = 0; i < count; ++i) {
    const KnownWord& word = words[at + i];
    if (word.slot != words[at].slot || !may_be(phrase, i, word)) return false;
  }
  const Span bytes{words[at].bytes.begin, words[at + count - 1].bytes.end};
  return is_printed(bytes.of(text), phrase.capitals) &&
         is_in(phrase.region, words[at].zone);
}

}  // namespace broadsheet::searcher::match
