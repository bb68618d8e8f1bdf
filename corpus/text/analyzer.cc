#include "corpus/text/analyzer.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "corpus/base/utf8.h"
#include "corpus/text/acronyms.h"

namespace broadsheet::text {
namespace {

bool is_plain_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

}  // namespace

Analyzer::Analyzer(const std::string& language) : lexicon_(language) {}

std::span<const Token> Analyzer::tokens(std::string_view text, Span sentence) {
  tokens_.clear();
  const std::string_view prose = sentence.of(text);
  const Surroundings surroundings = surroundings_of(prose);
  const std::span<const Span> words = words_.split(prose);
  looked_ahead_.clear();
  for (const Span word : words) {
    looked_ahead_.push_back(lexicon_.look_ahead(word.of(prose), surroundings));
  }
  for (std::size_t i = 0; i < words.size(); ++i) {
    add_forms(
        text, sentence, words[i],
        lexicon_.forms(words[i].of(prose), surroundings, looked_ahead_[i]));
  }
  return tokens_;
}

std::span<const Token> Analyzer::tokens(
    std::string_view text, Span sentence,
    const std::function<bool(std::string_view)>& matters) {
  tokens_.clear();
  const std::string_view prose = sentence.of(text);
  const Surroundings surroundings = surroundings_of(prose);
  for (const Span word : words_.split(prose)) {
    const std::string_view printed = word.of(prose);
    if (!std::ranges::all_of(printed, is_plain_letter) || matters(printed)) {
      add_forms(text, sentence, word, lexicon_.forms(printed, surroundings));
      continue;
    }
    tokens_.push_back({{sentence.begin + word.begin, sentence.begin + word.end},
                       static_cast<std::uint32_t>(tokens_.size()),
                       {.end = static_cast<std::uint32_t>(printed.size())}});
  }
  return tokens_;
}

// Appends the tokens of `word`, a range of the sentence, which are `forms`.
void Analyzer::add_forms(std::string_view text, Span sentence, Span word,
                         std::span<const Form> forms) {
  const std::string_view printed = word.of(sentence.of(text));
  const std::size_t begin = sentence.begin + word.begin;
  const std::size_t end = sentence.begin + word.end;
  for (const Form& form : forms) {
    Span bytes{begin + form.begin, begin + form.end};
    if (bytes.end == end && end < sentence.end && text[end] == '.' &&
        is_dotted_acronym(printed)) {
      ++bytes.end;
    }
    tokens_.push_back(
        {bytes, static_cast<std::uint32_t>(tokens_.size()), form});
  }
}

Surroundings surroundings_of(std::string_view text) {
  constexpr std::size_t kEnoughLetters = 5;
  std::size_t capitals = 0;
  bool second_word = false;
  bool in_word = false;
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint point = code_point_at(text, i);
    i += point.bytes;
    const char32_t c = point.value;
    const bool lower = c < 0x80 ? c >= 'a' && c <= 'z'
                                : u_islower(static_cast<UChar32>(c)) != 0;
    if (lower) return Surroundings::kMixedCase;
    const bool upper = c < 0x80 ? c >= 'A' && c <= 'Z'
                                : u_isupper(static_cast<UChar32>(c)) != 0;
    if (upper) {
      second_word |= !in_word && capitals > 0;
      ++capitals;
      in_word = true;
    } else if (c == ' ' || c == '\n' || c == '\t') {
      in_word = false;
    }
  }
  return second_word || capitals >= kEnoughLetters ? Surroundings::kAllCapitals
                                                   : Surroundings::kMixedCase;
}

}  // namespace broadsheet::text
