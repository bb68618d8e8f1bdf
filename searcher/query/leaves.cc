#include "searcher/query/leaves.h"

#include <algorithm>
#include <span>
#include <utility>

#include "corpus/base/span.h"
#include "corpus/base/utf8.h"
#include "searcher/query/characters.h"
#include "searcher/query/patterns.h"

namespace broadsheet::searcher::query {
namespace {

void add_new(std::vector<std::string>& list, std::string item) {
  if (std::ranges::find(list, item) == list.end()) {
    list.push_back(std::move(item));
  }
}

/// Whether `c` says nothing where it is: before, between or behind words.
bool is_silent(char32_t c, bool is_before, bool is_between) {
  static constexpr std::u32string_view kBetween = U".:/-‐‑–'’‘ʼ&@_";
  static constexpr std::u32string_view kAround = U".,;:";
  static constexpr std::u32string_view kBehind = U".,;:'’ʼ";
  const std::u32string_view silent = is_between  ? kBetween
                                     : is_before ? kAround
                                                 : kBehind;
  return silent.find(c) != std::u32string_view::npos;
}

/// Notes in `leaf` the characters of `text` outside of `words` that are not
/// silent.
void note_ignored(Leaf& leaf, std::string_view text,
                  std::span<const Span> words) {
  std::size_t i = 0;
  for (std::size_t w = 0; w <= words.size(); ++w) {
    const std::size_t end = w < words.size() ? words[w].begin : text.size();
    const bool is_between = w > 0 && w < words.size();
    while (i < end) {
      const CodePoint point = code_point_at(text, i);
      if (!is_blank(point.value) &&
          !is_silent(point.value, w == 0, is_between)) {
        add_new(leaf.ignored, std::string(text.substr(i, point.bytes)));
        leaf.has_odd_joint |= is_between;
      }
      i += point.bytes;
    }
    if (w < words.size()) i = words[w].end;
  }
}

/// Adds to `place` the terms of `form` that it has not yet.
void add_terms(Place& place, const text::Form& form,
               const text::Lexicon& lexicon, schema::Field field,
               bool word_forms) {
  if (word_forms && form.stem != text::kNoForm) {
    add_new(place.stem_terms,
            schema::stem_term(field, lexicon.stem(form.stem)));
    if (form.also_stem != text::kNoForm) {
      add_new(place.stem_terms,
              schema::stem_term(field, lexicon.stem(form.also_stem)));
    }
  } else {
    add_new(place.exact_terms,
            schema::exact_term(field, lexicon.exact(form.exact)));
    if (form.also_exact != text::kNoForm) {
      add_new(place.exact_terms,
              schema::exact_term(field, lexicon.exact(form.also_exact)));
    }
  }
}

/// Letters that stand for wildcards while words are cut and folded.
struct StandIns {
  std::string any_run{};
  std::string any_letter{};
};

/// Letters of Ogham, which is written in hardly any newspaper, that `text` has
/// none of; empty if it has no wildcards or nearly all of these letters.
StandIns stand_ins_for(std::string_view text) {
  if (!has_wildcards(text)) return {};
  std::vector<std::string> unused;
  for (char32_t c = U'\u1681'; c <= U'\u169A' && unused.size() < 2; ++c) {
    std::string letter;
    append_utf8(letter, c);
    if (text.find(letter) == std::string_view::npos) {
      unused.push_back(std::move(letter));
    }
  }
  if (unused.size() < 2) return {};
  return {std::move(unused[0]), std::move(unused[1])};
}

std::string with_letters_for_wildcards(std::string_view text,
                                       const StandIns& stand_ins) {
  if (stand_ins.any_run.empty()) return std::string(text);
  std::string letters;
  for (const char c : text) {
    if (c == '*') {
      letters += stand_ins.any_run;
    } else if (c == '?') {
      letters += stand_ins.any_letter;
    } else {
      letters += c;
    }
  }
  return letters;
}

/// The pattern that `form` stands for; empty if it has no wildcard.
std::string pattern_of(std::string_view form, const StandIns& stand_ins) {
  if (stand_ins.any_run.empty()) return {};
  std::string pattern;
  bool any = false;
  for (std::size_t i = 0; i < form.size();) {
    const std::string_view rest = form.substr(i);
    if (rest.starts_with(stand_ins.any_run)) {
      // Runs in a row are one.
      if (!pattern.ends_with('*')) pattern += '*';
      i += stand_ins.any_run.size();
      any = true;
    } else if (rest.starts_with(stand_ins.any_letter)) {
      pattern += '?';
      i += stand_ins.any_letter.size();
      any = true;
    } else {
      pattern += form[i++];
    }
  }
  return any ? pattern : std::string();
}

}  // namespace

LeafReader::LeafReader(const std::vector<std::string>& languages) {
  lexicons_.reserve(languages.size());
  for (const std::string& language : languages) {
    lexicons_.emplace_back(language);
  }
}

Leaf LeafReader::read(std::string_view typed, schema::Field field,
                      bool word_forms, text::Surroundings surroundings) {
  const StandIns stand_ins = stand_ins_for(typed);
  const std::string text = with_letters_for_wildcards(typed, stand_ins);
  const std::span<const Span> words = words_.split(text);
  Leaf leaf;
  note_ignored(leaf, text, words);
  for (text::Lexicon& lexicon : lexicons_) {
    // How many forms a word has does not depend on the language; only their
    // stems do.
    std::size_t place = 0;
    for (const Span word : words) {
      for (const text::Form& form :
           lexicon.forms(word.of(text), surroundings)) {
        if (place == leaf.places.size()) leaf.places.emplace_back();
        std::string pattern = pattern_of(lexicon.exact(form.exact), stand_ins);
        if (!pattern.empty()) {
          leaf.places[place].with_possessives = word_forms;
          leaf.places[place++].pattern = std::move(pattern);
          continue;
        }
        add_terms(leaf.places[place++], form, lexicon, field, word_forms);
        leaf.has_two_readings |= form.also_exact != text::kNoForm;
      }
    }
  }
  return leaf;
}

bool LeafReader::has_words(std::string_view text) {
  return !words_.split(text).empty();
}

}  // namespace broadsheet::searcher::query
