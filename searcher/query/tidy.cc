#include "searcher/query/tidy.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "corpus/text/analyzer.h"
#include "corpus/text/words.h"
#include "searcher/query/fields.h"

namespace broadsheet::searcher::query {
namespace {

using Kind = Token::Kind;

bool is_text(const Token& token) {
  return token.kind == Kind::kWord || token.kind == Kind::kPhrase;
}

bool ends_operand(const Token& token) {
  return is_text(token) || token.kind == Kind::kClose;
}

bool begins_operand(const Token& token) {
  return is_text(token) || token.kind == Kind::kOpen ||
         token.kind == Kind::kField || token.kind == Kind::kMinus ||
         token.kind == Kind::kCompare || token.kind == Kind::kFunction;
}

bool is_operator(const Token& token) {
  return token.kind == Kind::kAnd || token.kind == Kind::kOr ||
         token.kind == Kind::kNot;
}

bool is_bare_word(const Token& token) {
  return token.kind == Kind::kWord && !token.is_value && token.after_blank;
}

/// The notes on connectors beside two bare words, of which they join only one.
std::vector<std::string> notes_on_pairs(const std::vector<Token>& tokens,
                                        std::string_view query) {
  std::vector<std::string> notes;
  const auto note = [&](const Token& sign, const Token& first,
                        const Token& second, const Token& joined) {
    const std::string pair = std::string(first.text.of(query)) + ' ' +
                             std::string(second.text.of(query));
    notes.push_back(std::string(sign.span.of(query)) + " joins \"" +
                    std::string(joined.text.of(query)) +
                    "\" alone; for both "
                    "words, quote them: \"" +
                    pair + '"');
  };
  for (std::size_t i = 1; i + 1 < tokens.size(); ++i) {
    if (tokens[i].kind != Kind::kConnector) continue;
    const std::size_t before = tokens[i - 1].kind == Kind::kNot ? i - 1 : i;
    if (before >= 2 && is_bare_word(tokens[before - 1]) &&
        is_bare_word(tokens[before - 2])) {
      note(tokens[i], tokens[before - 2], tokens[before - 1],
           tokens[before - 1]);
    }
    if (i + 3 < tokens.size() && is_bare_word(tokens[i + 1]) &&
        is_bare_word(tokens[i + 2]) && tokens[i + 3].kind != Kind::kConnector) {
      note(tokens[i], tokens[i + 1], tokens[i + 2], tokens[i + 1]);
    }
  }
  return notes;
}

}  // namespace

LexedQuery without_punctuation(LexedQuery lexed, std::string_view query) {
  text::WordSplitter words;
  std::vector<Token> kept;
  std::string ignored;
  for (Token& token : lexed.tokens) {
    const std::string_view word = token.text.of(query);
    const bool dropped = token.kind == Kind::kWord && !token.is_value &&
                         word != "*" && words.split(word).empty();
    if (!dropped) {
      kept.push_back(std::move(token));
      continue;
    }
    // Without its word, a minus would exclude what comes next.
    while (!kept.empty() && kept.back().kind == Kind::kMinus) kept.pop_back();
    ignored += ' ';
    ignored += word;
  }
  lexed.tokens = std::move(kept);
  if (!ignored.empty()) lexed.notes.push_back("ignored:" + ignored);
  return lexed;
}

std::vector<Token> with_phrases(std::vector<Token> tokens) {
  std::vector<Token> joined;
  for (Token& token : tokens) {
    const bool continues =
        !joined.empty() && is_bare_word(token) &&
        (joined.back().kind == Kind::kWord || joined.back().is_joined);
    if (!continues) {
      joined.push_back(std::move(token));
      continue;
    }
    Token& phrase = joined.back();
    phrase.kind = Kind::kPhrase;
    phrase.word_forms = true;
    phrase.is_joined = true;
    phrase.span.end = token.span.end;
    phrase.text = phrase.span;
  }
  return joined;
}

std::vector<std::string> notes_on_words(const std::vector<Token>& tokens,
                                        std::string_view query) {
  std::vector<std::string> notes;
  for (std::size_t i = 1; i + 1 < tokens.size(); ++i) {
    const std::string_view word = tokens[i].text.of(query);
    if (tokens[i].kind != Kind::kWord || tokens[i].is_value ||
        (word != "or" && word != "not") || !ends_operand(tokens[i - 1]) ||
        !begins_operand(tokens[i + 1])) {
      continue;
    }
    const bool is_or = word == "or";
    notes.emplace_back(
        is_or ? "\"or\" is searched as a word; the operator is OR"
              : "\"not\" is searched as a word; the operator is NOT");
  }
  std::ranges::move(notes_on_pairs(tokens, query), std::back_inserter(notes));
  const auto operation = std::ranges::find_if(tokens, is_operator);
  if (operation != tokens.end() && surroundings_of_words(tokens, query) ==
                                       text::Surroundings::kAllCapitals) {
    const std::string name(operation->span.of(query));
    notes.push_back(name + " is read as an operator; to search the word, " +
                    "write \"" + name + '"');
  }
  return notes;
}

text::Surroundings surroundings_of_words(const std::vector<Token>& tokens,
                                         std::string_view query) {
  constexpr std::size_t kSeveral = 3;
  text::WordSplitter splitter;
  std::string words;
  std::size_t count = 0;
  const Token* field = nullptr;
  for (const Token& token : tokens) {
    if (is_text(token) &&
        (field == nullptr || field->field.kind == FieldKind::kWords)) {
      const std::string_view text = token.text.of(query);
      for (const Span word : splitter.split(text)) {
        // A number is neither large nor small.
        if (std::ranges::any_of(word.of(text),
                                [](char c) { return c >= 'A' && c <= 'Z'; })) {
          ++count;
        }
      }
      words += ' ';
      words += text;
    }
    field = token.kind == Kind::kField ? &token : nullptr;
  }
  return count < kSeveral ? text::Surroundings::kMixedCase
                          : text::surroundings_of(words);
}

std::optional<QueryError> split_comparison(const std::vector<Token>& tokens,
                                           std::string_view query) {
  for (std::size_t i = 1; i < tokens.size(); ++i) {
    const Token& name = tokens[i - 1];
    const Token& sign = tokens[i];
    if (name.kind != Kind::kWord || sign.kind != Kind::kWord || name.is_value ||
        !find_field(name.text.of(query)) ||
        query.find_first_of("<>=", sign.span.begin) != sign.span.begin) {
      continue;
    }
    return QueryError{.code = "bad-operator",
                      .span = sign.span,
                      .message = "a comparison has no blanks in it",
                      .hint = "write it as date>=2023-04"};
  }
  return std::nullopt;
}

}  // namespace broadsheet::searcher::query
