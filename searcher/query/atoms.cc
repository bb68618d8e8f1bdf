#include "searcher/query/atoms.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "searcher/query/budget.h"
#include "searcher/query/dates.h"

namespace broadsheet::searcher::query {
namespace {

using Kind = Token::Kind;
using Read = std::variant<Node, QueryError>;

std::string quoted(std::string_view text) {
  return '"' + std::string(text) + '"';
}

/// Whether `word` ends as word~, word~1 or word~2 do.
bool allows_wrong_letters(std::string_view word) {
  if (word.ends_with("~1") || word.ends_with("~2")) word.remove_suffix(1);
  return word.size() > 1 && word.ends_with('~');
}

/// What `word` means in the whole language, where this version can only refuse
/// it: wildcards, !, ~.
std::optional<QueryError> later_syntax(const Token& token,
                                       std::string_view word) {
  const std::string quote_it = "to search the text, quote it: " + quoted(word);
  if (word.size() > 1 && word.starts_with('!')) {
    return QueryError{.code = "bad-operator",
                      .span = token.span,
                      .message = "! excludes nothing",
                      .hint = "write -" + std::string(word.substr(1)) +
                              " or NOT " + std::string(word.substr(1))};
  }
  if (word.ends_with('!')) {
    return unsupported("! for any ending of a word", token.span, quote_it);
  }
  if (word.find('*') != std::string_view::npos) {
    return unsupported("* within a word", token.span, quote_it);
  }
  if (word.find('?') != std::string_view::npos) {
    return unsupported("? for one letter of a word", token.span, quote_it);
  }
  if (allows_wrong_letters(word)) {
    return unsupported("~ for wrong letters in a word", token.span, quote_it);
  }
  return std::nullopt;
}

DateRelation relation_of(FieldKind kind) {
  if (kind == FieldKind::kBefore) return DateRelation::kBefore;
  if (kind == FieldKind::kAfter) return DateRelation::kAfter;
  return DateRelation::kWithin;
}

DateRelation relation_of(std::string_view comparison) {
  if (comparison == "<") return DateRelation::kBefore;
  if (comparison == "<=") return DateRelation::kUntil;
  if (comparison == ">=") return DateRelation::kFrom;
  return DateRelation::kAfter;
}

Read date_node(std::variant<DateFilter, Undated, QueryError> dates,
               std::string text, Span source) {
  if (auto* error = std::get_if<QueryError>(&dates)) return std::move(*error);
  if (std::holds_alternative<Undated>(dates)) return Node{Undated{}, source};
  auto& filter = std::get<DateFilter>(dates);
  filter.text = std::move(text);
  return Node{std::move(filter), source};
}

void add_once(std::vector<std::string>& list, const std::string& item) {
  if (std::ranges::find(list, item) == list.end()) list.push_back(item);
}

}  // namespace

QueryError unsupported(std::string_view what, Span span, std::string hint) {
  return {.code = "unsupported",
          .span = span,
          .message = std::string(what) + " is not supported by this version",
          .hint = std::move(hint)};
}

QueryError bad_distance(std::string_view word, Span span) {
  return {.code = "bad-distance",
          .span = span,
          .message = std::string(word) +
                     " needs a number from 1 to 255, s or p behind its slash",
          .hint = "to search the text, quote it: " + quoted(word)};
}

AtomReader::AtomReader(std::string_view query, const ParseOptions& options,
                       text::Surroundings surroundings)
    : query_(query),
      options_(options),
      surroundings_(surroundings),
      leaves_(options.languages) {}

Read AtomReader::read(const Token& token, const Token* field) {
  if (field != nullptr && field->field.kind != FieldKind::kWords) {
    return read_date(token, *field);
  }
  const std::string_view text = token.text.of(query_);
  if (token.kind == Kind::kWord) {
    if (text == "*") {
      if (field == nullptr) return Node{Everything{}, token.span};
      return unsupported("* in a field", token.span,
                         "* alone finds every article");
    }
    if (auto error = later_syntax(token, text)) return *std::move(error);
  }
  return read_words(token, field);
}

Read AtomReader::read_words(const Token& token, const Token* field) {
  const std::string_view text = token.text.of(query_);
  const bool is_bare = token.kind == Kind::kWord;
  Phrase phrase{
      .field = field == nullptr ? schema::Field::kText : field->field.words,
      .text = std::string(text),
      .is_bare = is_bare,
      .word_forms = is_bare || token.word_forms,
      .places = {}};
  Leaf leaf =
      leaves_.read(text, phrase.field, phrase.word_forms, surroundings_);
  if (leaf.places.empty()) {
    return QueryError{.code = is_bare ? "empty-field" : "empty-phrase",
                      .span = token.span,
                      .message = "there is no word in " +
                                 (is_bare ? quoted(text) : "this phrase"),
                      .hint = ""};
  }
  terms_ += leaf.places.size();
  if (terms_ > kMaxQueryTerms) {
    return QueryError{.code = "too-many-terms",
                      .span = token.span,
                      .message = "a query has at most " +
                                 std::to_string(kMaxQueryTerms) + " words",
                      .hint = "search for a part of it"};
  }
  if (is_bare && leaf.has_odd_joint) {
    add_once(notes_, quoted(text) + " is read as a phrase of " +
                         std::to_string(leaf.places.size()) + " words");
  } else {
    for (const std::string& character : leaf.ignored) {
      // Within quotation marks, people expect punctuation to be ignored; what
      // means something outside of them is worth a word.
      if (is_bare || character == "*") add_once(ignored_, character);
    }
  }
  if (leaf.has_two_readings) {
    add_once(notes_, quoted(text) +
                         " among capitals is read both as the acronym and as "
                         "the word");
  }
  phrase.places = std::move(leaf.places);
  return Node{std::move(phrase), token.span};
}

Read AtomReader::read_date(const Token& token, const Token& field) {
  std::string text(field.text.of(query_));
  text += ':';
  text += token.kind == Kind::kPhrase ? quoted(token.text.of(query_))
                                      : std::string(token.text.of(query_));
  return date_node(read_dates(query_, token.text, relation_of(field.field.kind),
                              options_.now),
                   std::move(text), token.span);
}

Read AtomReader::read_comparison(const Token& token) {
  const std::string name(token.field.name);
  const std::string value(token.text.of(query_));
  if (token.field.kind == FieldKind::kUnsupported) {
    return unsupported(name, token.span, "");
  }
  if (token.field.kind != FieldKind::kDate || token.comparison == "=") {
    return QueryError{
        .code = "bad-operator",
        .span = token.span,
        .message = token.comparison == "="
                       ? "a field takes a colon, not an equals sign"
                       : "only date takes " + token.comparison,
        .hint = "write " + name + ':' + (value.empty() ? "…" : value)};
  }
  return date_node(read_dates(query_, token.text, relation_of(token.comparison),
                              options_.now),
                   std::string(token.span.of(query_)), token.span);
}

std::vector<std::string> AtomReader::notes() const {
  std::vector<std::string> notes = notes_;
  if (ignored_.empty()) return notes;
  std::string line = "ignored:";
  for (const std::string& character : ignored_) line += ' ' + character;
  notes.push_back(std::move(line));
  return notes;
}

}  // namespace broadsheet::searcher::query
