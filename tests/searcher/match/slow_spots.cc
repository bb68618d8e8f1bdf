#include "tests/searcher/match/slow_spots.h"

#include <algorithm>
#include <string>

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

}  // namespace

SlowSpots::SlowSpots(const Node& root, const Vocabulary& vocabulary) {
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

void SlowSpots::look_at(const KnownArticle& article) {
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
}

const std::vector<SlowSpot>& SlowSpots::in_text(const Phrase& phrase) {
  const auto known = spots_.find(&phrase);
  if (known != spots_.end()) return known->second;
  std::vector<SlowSpot>& spots = spots_[&phrase];
  const Words& words = article_->words;
  const std::string_view text = article_->stored->article.text;
  if (phrase.region == query::Region::kSpeaker) return spots = said_by(phrase);
  if (phrase.slop) return spots = loose_spots(phrase, words, text);
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!occurs_at(phrase, text, words, i)) continue;
    const std::size_t last = i + phrase.places.size() - 1;
    SlowSpot& spot = spots.emplace_back(SlowSpot{i, last, {}});
    spot.marks.emplace(words[i].sentence, words[i].bytes.begin,
                       words[last].bytes.end, numbers_.at(&phrase));
  }
  return spots;
}

bool SlowSpots::is_in_field(const Phrase& phrase) {
  return std::ranges::any_of(article_->values, [&](const auto& value) {
    const auto& [field, words] = value;
    return field == phrase.field &&
           stands_in(phrase, words, values_.at(&words));
  });
}

bool SlowSpots::stands_in(const Phrase& phrase, const Words& words,
                          std::string_view text) {
  if (phrase.slop) return !loose_spots(phrase, words, text).empty();
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (occurs_at(phrase, text, words, i)) return true;
  }
  return false;
}

bool SlowSpots::is_quoted(Span bytes) const {
  for (const WrittenQuotation& quotation : article_->quotations) {
    for (const Span piece : quotation.pieces) {
      if (piece.begin <= bytes.begin && bytes.end <= piece.end) return true;
    }
  }
  return false;
}

/// What is said by those whose names `phrase` stands in.
std::vector<SlowSpot> SlowSpots::said_by(const Phrase& phrase) {
  std::vector<SlowSpot> spots;
  for (const WrittenQuotation& quotation : article_->quotations) {
    for (const Span speaker : quotation.speakers) {
      Words name;
      for (const KnownWord& word : article_->words) {
        if (word.bytes.begin >= speaker.begin &&
            word.bytes.begin < speaker.end) {
          name.push_back(word);
        }
      }
      if (!stands_in(phrase, name, article_->stored->article.text)) continue;
      add_sentences(quotation, numbers_.at(&phrase), spots);
      break;
    }
  }
  return spots;
}

/// Each run of quoted words of one slot.
void SlowSpots::add_sentences(const WrittenQuotation& quotation,
                              std::size_t phrase,
                              std::vector<SlowSpot>& spots) const {
  const Words& words = article_->words;
  for (const Span piece : quotation.pieces) {
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (words[i].bytes.begin < piece.begin) continue;
      if (words[i].bytes.end > piece.end) break;
      const bool goes_on = !spots.empty() && spots.back().last + 1 == i &&
                           words[i - 1].bytes.begin >= piece.begin &&
                           words[i - 1].slot == words[i].slot;
      if (!goes_on) spots.push_back({i, i, {}});
      SlowSpot& spot = spots.back();
      spot.last = i;
      spot.marks = {{words[i].sentence, words[spot.first].bytes.begin,
                     words[i].bytes.end, phrase}};
    }
  }
}

/// Every pair of a first and a last word is tried; what holds another is no
/// shortest run.
std::vector<SlowSpot> SlowSpots::loose_spots(const Phrase& phrase,
                                             const Words& words,
                                             std::string_view text) {
  const std::size_t longest = phrase.places.size() + *phrase.slop;
  std::vector<SlowSpot> runs;
  for (std::size_t i = 0; i < words.size(); ++i) {
    for (std::size_t j = i; j < words.size() && j - i < longest; ++j) {
      if (words[j].slot != words[i].slot) break;
      if (words_used(phrase, words, i, j).empty()) continue;
      std::erase_if(runs, [&](const SlowSpot& run) {
        return run.first <= i && run.last >= j;
      });
      const bool holds_another = std::ranges::any_of(
          runs,
          [&](const SlowSpot& run) { return run.first >= i && run.last <= j; });
      if (!holds_another) runs.push_back({i, j, {}});
    }
  }
  std::erase_if(runs, [&](SlowSpot& run) {
    std::size_t printed = 0;
    const auto used = words_used(phrase, words, run.first, run.last);
    for (const std::size_t word : used) {
      printed += is_printed(words[word].bytes.of(text), phrase.capitals);
      run.marks.emplace(words[word].sentence, words[word].bytes.begin,
                        words[word].bytes.end, numbers_.at(&phrase));
    }
    const std::size_t needed =
        phrase.capitals == query::Capitals::kSome ? 1 : used.size();
    const Span bytes{words[run.first].bytes.begin, words[run.last].bytes.end};
    return printed < needed || !is_in(phrase.region, words[run.first].zone) ||
           (phrase.region == query::Region::kQuotation && !is_quoted(bytes));
  });
  return runs;
}

/// The words from `first` to `last` that are used when each word of `phrase` is
/// given another of them, in all ways there are.
std::vector<std::size_t> SlowSpots::words_used(const Phrase& phrase,
                                               const Words& words,
                                               std::size_t first,
                                               std::size_t last) {
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

bool SlowSpots::may_be(const Phrase& phrase, std::size_t place,
                       const KnownWord& word) {
  const std::vector<bool>& allowed = allowed_.at(&phrase)[place];
  return std::ranges::any_of(word.terms,
                             [&](std::size_t term) { return allowed[term]; });
}

bool SlowSpots::occurs_at(const Phrase& phrase, std::string_view text,
                          const Words& words, std::size_t at) {
  const std::size_t count = phrase.places.size();
  if (at + count > words.size()) return false;
  for (std::size_t i = 0; i < count; ++i) {
    const KnownWord& word = words[at + i];
    if (word.slot != words[at].slot || !may_be(phrase, i, word)) return false;
  }
  const Span bytes{words[at].bytes.begin, words[at + count - 1].bytes.end};
  return is_printed(bytes.of(text), phrase.capitals) &&
         is_in(phrase.region, words[at].zone) &&
         (phrase.region != query::Region::kQuotation || is_quoted(bytes));
}

}  // namespace broadsheet::searcher::match
