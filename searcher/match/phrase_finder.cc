#include "searcher/match/phrase_finder.h"

#include <algorithm>
#include <utility>

#include "corpus/schema/positions.h"
#include "searcher/match/loose_phrase.h"

namespace broadsheet::searcher::match {
namespace {

const std::vector<std::uint32_t> nowhere;

}  // namespace

PhraseFinder::PhraseFinder(std::span<const query::Phrase* const> phrases,
                           schema::Field field, const text::Lexicon& lexicon)
    : lexicon_(&lexicon), phrases_(phrases.size()) {
  const std::size_t exact_prefix = schema::exact_term(field, "").size();
  const std::size_t stem_prefix = schema::stem_term(field, "").size();
  // Equal places share a number: a word that is typed twice is one question.
  std::map<std::vector<std::string>, std::uint32_t> numbers;
  for (std::size_t p = 0; p < phrases.size(); ++p) {
    if (phrases[p]->field != field) continue;
    for (const query::Place& place : phrases[p]->places) {
      // Stem terms begin with Z and exact ones never do, so that the terms
      // alone tell places apart.
      std::vector<std::string> terms = place.exact_terms;
      terms.insert(terms.end(), place.stem_terms.begin(),
                   place.stem_terms.end());
      const auto next = static_cast<std::uint32_t>(numbers.size());
      const auto [number, is_new] = numbers.emplace(std::move(terms), next);
      phrases_[p].push_back(number->second);
      if (!is_new) continue;
      for (const std::string& term : place.exact_terms) {
        exact_[term.substr(exact_prefix)].push_back(next);
      }
      for (const std::string& term : place.stem_terms) {
        stems_[term.substr(stem_prefix)].push_back(next);
      }
    }
  }
  starts_.resize(numbers.size());
  for (std::size_t p = 0; p < phrases_.size(); ++p) {
    if (phrases_[p].empty()) continue;
    if (phrases[p]->slop) {
      loose_.push_back(p);
    } else {
      starts_[phrases_[p].front()].push_back(p);
    }
  }
  for (const query::Phrase* phrase : phrases) {
    slops_.push_back(phrase->slop.value_or(0));
  }
}

std::span<const Found> PhraseFinder::find(std::span<const text::Token> tokens) {
  found_.clear();
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    for (const std::uint32_t place : places_of(tokens[i].form)) {
      for (const std::size_t phrase : starts_[place]) {
        const std::size_t last = i + phrases_[phrase].size() - 1;
        if (!continues(tokens, i, phrases_[phrase])) continue;
        found_.push_back({phrase,
                          i,
                          last,
                          {tokens[i].bytes.begin, tokens[last].bytes.end},
                          {}});
      }
    }
  }
  for (const std::size_t phrase : loose_) find_loose(tokens, phrase);
  return found_;
}

void PhraseFinder::find_loose(std::span<const text::Token> tokens,
                              std::size_t phrase) {
  const Places& places = phrases_[phrase];
  std::vector<LooseWord> words;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    std::uint32_t may_be = 0;
    for (std::size_t p = 0; p < places.size(); ++p) {
      if (may_stand_at(tokens[i].form, places[p])) {
        may_be |= std::uint32_t{1} << p;
      }
    }
    if (may_be != 0) words.push_back({i, may_be});
  }
  const std::size_t longest = places.size() + slops_[phrase];
  for (const LooseRun& run :
       shortest_runs(words, places.size(), longest, schema::kWordsPerSlot)) {
    Found found{
        phrase, words[run.begin].index, words[run.end - 1].index, {}, {}};
    found.bytes = {tokens[found.first].bytes.begin,
                   tokens[found.last].bytes.end};
    for (std::size_t w = run.begin; w < run.end; ++w) {
      found.words.push_back(words[w].index);
    }
    found_.push_back(std::move(found));
  }
}

void PhraseFinder::forget_forms() {
  known_exact_.clear();
  known_stems_.clear();
}

/// Whether the words of `tokens` behind the one at `first` are those of
/// `places`, the first of which it is known to be.
bool PhraseFinder::continues(std::span<const text::Token> tokens,
                             std::size_t first,
                             const std::vector<std::uint32_t>& places) {
  const std::size_t last = first + places.size() - 1;
  if (last >= tokens.size() ||
      first / schema::kWordsPerSlot != last / schema::kWordsPerSlot) {
    return false;
  }
  for (std::size_t i = 1; i < places.size(); ++i) {
    if (!may_stand_at(tokens[first + i].form, places[i])) return false;
  }
  return true;
}

bool PhraseFinder::may_stand_at(const text::Form& form, std::uint32_t place) {
  const auto has = [place](const Places& places) {
    return std::ranges::find(places, place) != places.end();
  };
  return has(places_of_exact(form.exact)) || has(places_of_stem(form.stem)) ||
         (form.also_exact != text::kNoForm &&
          (has(places_of_exact(form.also_exact)) ||
           has(places_of_stem(form.also_stem))));
}

/// The places that a word may stand at, each once.
const PhraseFinder::Places& PhraseFinder::places_of(const text::Form& form) {
  const Places& exact = places_of_exact(form.exact);
  const Places& stem = places_of_stem(form.stem);
  if (form.also_exact == text::kNoForm) {
    if (stem.empty()) return exact;
    if (exact.empty()) return stem;
  }
  merged_ = exact;
  merged_.insert(merged_.end(), stem.begin(), stem.end());
  if (form.also_exact != text::kNoForm) {
    for (const Places* also :
         {&places_of_exact(form.also_exact), &places_of_stem(form.also_stem)}) {
      merged_.insert(merged_.end(), also->begin(), also->end());
    }
  }
  std::ranges::sort(merged_);
  merged_.erase(std::unique(merged_.begin(), merged_.end()), merged_.end());
  return merged_;
}

const PhraseFinder::Places& PhraseFinder::places_of_exact(text::FormId form) {
  if (form == text::kNoForm) return nowhere;
  if (form >= known_exact_.size()) {
    known_exact_.resize(
        std::max<std::size_t>(lexicon_->exact_count(), std::size_t{form} + 1));
  }
  if (known_exact_[form] == nullptr) {
    known_exact_[form] = look_up(exact_, lexicon_->exact(form));
  }
  return *known_exact_[form];
}

const PhraseFinder::Places& PhraseFinder::places_of_stem(text::FormId form) {
  if (form == text::kNoForm) return nowhere;
  if (form >= known_stems_.size()) {
    known_stems_.resize(
        std::max<std::size_t>(lexicon_->stem_count(), std::size_t{form} + 1));
  }
  if (known_stems_[form] == nullptr) {
    known_stems_[form] = look_up(stems_, lexicon_->stem(form));
  }
  return *known_stems_[form];
}

const PhraseFinder::Places* PhraseFinder::look_up(const PlacesByForm& places,
                                                  std::string_view form) {
  const auto found = places.find(form);
  return found == places.end() ? &nowhere : &found->second;
}

}  // namespace broadsheet::searcher::match
