#include "searcher/search/sentence_choice.h"

#include <algorithm>
#include <deque>
#include <map>
#include <numeric>
#include <utility>

namespace broadsheet::searcher::search {
namespace {

using article::Zone;

struct Candidate {
  std::size_t index = 0;             // Into the outline.
  std::vector<std::size_t> phrases;  // Ascending, each once.
  std::vector<Span> marks;
};

void add_mark(std::vector<Span>& marks, Span mark) {
  // Occurrences come in reading order, so only the last can touch this one.
  if (!marks.empty() && mark.begin <= marks.back().end) {
    marks.back().end = std::max(marks.back().end, mark.end);
  } else {
    marks.push_back(mark);
  }
}

bool is_running_text(Zone zone) {
  return zone == Zone::kLead || zone == Zone::kBody;
}

void add_phrase(std::vector<std::size_t>& phrases, std::size_t phrase) {
  const auto place = std::lower_bound(phrases.begin(), phrases.end(), phrase);
  if (place == phrases.end() || *place != phrase) phrases.insert(place, phrase);
}

// Positions in `candidates` of the `most` best, in no stated order. Sentences
// with the same phrases are worth the same, the earliest first: so one is
// looked at for each set of phrases, however long the article is.
std::vector<std::size_t> best(const std::vector<Candidate>& candidates,
                              std::size_t most, const PhraseWorth& worth) {
  std::vector<std::size_t> taken;
  if (most == 0 || candidates.size() <= most) {
    taken.resize(candidates.size());
    std::iota(taken.begin(), taken.end(), std::size_t{0});
    return taken;
  }
  std::map<std::size_t, double> left;  // What each phrase is still worth.
  std::map<std::vector<std::size_t>, std::deque<std::size_t>> alike;
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    alike[candidates[i].phrases].push_back(i);
    for (const std::size_t phrase : candidates[i].phrases) {
      if (!left.contains(phrase)) left[phrase] = worth(phrase);
    }
  }
  while (taken.size() < most) {
    auto next = alike.end();
    double highest = 0;
    for (auto group = alike.begin(); group != alike.end(); ++group) {
      double value = 0;
      for (const std::size_t phrase : group->first) value += left[phrase];
      if (next == alike.end() || value > highest ||
          (value == highest && group->second.front() < next->second.front())) {
        next = group;
        highest = value;
      }
    }
    taken.push_back(next->second.front());
    for (const std::size_t phrase : next->first) left[phrase] /= 2;
    next->second.pop_front();
    if (next->second.empty()) alike.erase(next);
  }
  return taken;
}

// The indexes of up to `context` sentences that follow (step 1) or precede
// (step -1) sentence `from`.
std::vector<std::size_t> neighbours(const schema::Outline& outline,
                                    std::size_t from, std::size_t context,
                                    int step) {
  std::vector<std::size_t> found;
  const auto& sentences = outline.sentences;
  const schema::Sentence& start = sentences[from];
  std::size_t at = from;
  while (found.size() < context) {
    if (step < 0 ? at == 0 : at + 1 == sentences.size()) break;
    at = step < 0 ? at - 1 : at + 1;
    const schema::Sentence& next = sentences[at];
    if (is_running_text(start.zone)) {
      if (is_running_text(next.zone)) {
        found.push_back(at);
      } else if (next.zone != Zone::kCaption) {
        break;
      }
    } else if (next.zone == start.zone && (start.zone != Zone::kCaption ||
                                           next.paragraph == start.paragraph)) {
      found.push_back(at);
    } else {
      break;
    }
  }
  return found;
}

std::vector<ShownSentence> first_words(const schema::Outline& outline) {
  for (std::size_t i = 0; i < outline.sentences.size(); ++i) {
    const Zone zone = outline.sentences[i].zone;
    if (zone == Zone::kHeadline || zone == Zone::kCaption) continue;
    return {{i, true, {}}};
  }
  return {};
}

}  // namespace

ChosenSentences choose_sentences(const schema::Outline& outline,
                                 const match::Match& match, std::size_t most,
                                 std::size_t context,
                                 const PhraseWorth& worth) {
  ChosenSentences chosen;
  std::vector<Candidate> candidates;
  for (const match::Occurrence& occurrence : match.occurrences) {
    if (outline.sentences[occurrence.sentence].zone == Zone::kHeadline) {
      add_mark(chosen.headline_marks, occurrence.bytes);
      continue;
    }
    if (candidates.empty() || candidates.back().index != occurrence.sentence) {
      candidates.push_back({occurrence.sentence, {}, {}});
    }
    add_phrase(candidates.back().phrases, occurrence.phrase);
    add_mark(candidates.back().marks, occurrence.bytes);
  }
  chosen.matching = candidates.size();
  if (candidates.empty()) {
    chosen.sentences = first_words(outline);
    return chosen;
  }

  std::map<std::size_t, ShownSentence> shown;
  for (const std::size_t at : best(candidates, most, worth)) {
    const std::size_t index = candidates[at].index;
    shown.try_emplace(index, ShownSentence{index, true, {}});
    if (context == 0) continue;
    for (const int step : {-1, 1}) {
      for (const std::size_t near : neighbours(outline, index, context, step)) {
        shown.try_emplace(near, ShownSentence{near, true, {}});
      }
    }
  }
  // Whatever is shown shows its matches, a neighbour too.
  for (Candidate& candidate : candidates) {
    const auto it = shown.find(candidate.index);
    if (it == shown.end()) continue;
    it->second.is_context = false;
    it->second.marks = std::move(candidate.marks);
  }
  for (auto& [index, sentence] : shown) {
    chosen.sentences.push_back(std::move(sentence));
  }
  return chosen;
}

}  // namespace broadsheet::searcher::search
