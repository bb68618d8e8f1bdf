#include "searcher/query/atoms.h"

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <optional>
#include <utility>

#include "searcher/query/budget.h"
#include "searcher/query/dates.h"
#include "searcher/query/filters.h"
#include "searcher/query/noun_number.h"
#include "searcher/query/patterns.h"

namespace broadsheet::searcher::query {
namespace {

using Kind = Token::Kind;
using Read = std::variant<Node, QueryError>;

std::string in_quotes(std::string_view text) {
  return '"' + std::string(text) + '"';
}

/// The number behind the ~ of a phrase.
std::optional<unsigned> read_slop(std::string_view text) {
  constexpr unsigned kMost = 255;
  unsigned slop = 0;
  const char* const end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data() + 1, end, slop);
  if (error != std::errc() || stop != end || slop > kMost) return std::nullopt;
  return slop;
}

/// Singular or plural of each place, with its possessive.
void keep_number(Phrase& phrase) {
  const std::string prefix = schema::exact_term(phrase.field, "");
  for (Place& place : phrase.places) {
    std::vector<std::string> kept;
    for (const std::string& term : place.exact_terms) {
      const std::string word = term.substr(prefix.size());
      const std::string form = phrase.number == Number::kSingular
                                   ? singular_of(word)
                                   : plural_of(word);
      kept.push_back(prefix + form);
      kept.push_back(prefix + form + "'s");
    }
    place.exact_terms = std::move(kept);
  }
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

QueryError too_wide(Span span, std::string hint) {
  return {.code = "wildcard-too-wide",
          .span = span,
          .message = "a word with wildcards needs two letters",
          .hint = std::move(hint)};
}

/// That there is no word in `text`; what stands alone as a wildcard is all
/// words.
QueryError no_word(const std::string& text, bool is_bare, Span span) {
  if (has_wildcards(text)) return too_wide(span, "");
  return {.code = is_bare ? "empty-field" : "empty-phrase",
          .span = span,
          .message = "there is no word in " +
                     (is_bare ? in_quotes(text) : "this phrase"),
          .hint = ""};
}

void add_once(std::vector<std::string>& list, const std::string& item) {
  if (std::ranges::find(list, item) == list.end()) list.push_back(item);
}

}  // namespace

AtomReader::AtomReader(std::string_view query, const ParseOptions& options,
                       text::Surroundings surroundings)
    : query_(query),
      options_(options),
      surroundings_(surroundings),
      leaves_(options.languages) {}

Read AtomReader::read(const Token& token, const Context& context,
                      const Token* slop) {
  const Token* field = context.field;
  if (field != nullptr && field->field.kind != FieldKind::kWords) {
    if (auto error = count_terms(1, token.span)) return *std::move(error);
    switch (field->field.kind) {
      case FieldKind::kDate:
      case FieldKind::kBefore:
      case FieldKind::kAfter:
        return read_date(token, *field);
      default:
        return read_filter(query_, token, *field);
    }
  }
  const std::string_view text = token.text.of(query_);
  if (token.kind == Kind::kWord) {
    if (text == "*" && field == nullptr) return Node{Everything{}, token.span};
    if (text.size() > 1 && text.starts_with('!')) {
      return QueryError{.code = "bad-operator",
                        .span = token.span,
                        .message = "! excludes nothing",
                        .hint = "write -" + std::string(text.substr(1)) +
                                " or NOT " + std::string(text.substr(1))};
    }
  }
  return read_words(token, context, slop);
}

Read AtomReader::read_words(const Token& token, const Context& context,
                            const Token* slop) {
  Phrase phrase = phrase_of(token, context);
  if (slop != nullptr) {
    phrase.slop = read_slop(slop->text.of(query_));
    if (!phrase.slop) {
      return bad_slop(slop->span,
                      "~ behind a phrase needs a number from 0 to 255",
                      "write how many other words may stand in between: "
                      "\"oil price\"~3");
    }
  }
  Misspelt typed{phrase.text};
  if (phrase.is_bare) {
    auto misspelt = read_misspelt(phrase.text, token.span);
    if (auto* error = std::get_if<QueryError>(&misspelt)) return *error;
    typed = std::get<Misspelt>(std::move(misspelt));
  }
  const bool is_misspelt = typed.wrong_letters > 0;
  const std::string text = with_our_wildcards(typed.word, phrase.is_bare);
  if (is_misspelt && has_wildcards(text)) {
    return bad_slop(token.span, "a word has wildcards or wrong letters",
                    "leave the ~ away");
  }
  const bool is_exact = context.exact || phrase.number != Number::kEither;
  Leaf leaf = leaves_.read(text, phrase.field,
                           phrase.word_forms && !is_exact && !is_misspelt,
                           surroundings_);
  if (leaf.places.empty()) return no_word(text, phrase.is_bare, token.span);
  if (is_misspelt) {
    if (leaf.places.size() > 1) {
      return bad_slop(token.span,
                      in_quotes(text) + " is several words: ~ is for one",
                      "write ~ behind one of them");
    }
    leaf.places.front() =
        misspelt_place(leaf.places.front(), phrase.field, typed.wrong_letters);
  }
  if (auto error = count_terms(leaf.places.size(), token.span)) {
    return *std::move(error);
  }
  note_reading(leaf, text, phrase.is_bare);
  phrase.places = std::move(leaf.places);
  if (phrase.slop && phrase.places.size() > kMostSlopWords) {
    return bad_slop(token.span,
                    "a phrase with ~ has at most " +
                        std::to_string(kMostSlopWords) + " words",
                    "join parts of it with AND");
  }
  if (phrase.places.size() == 1) phrase.slop.reset();
  const auto is_wide = [](const Place& place) {
    return !place.pattern.empty() && is_too_wide(place.pattern);
  };
  if (std::ranges::any_of(phrase.places, is_wide)) {
    return too_wide(token.span, "* alone finds every article");
  }
  if (phrase.number != Number::kEither) keep_number(phrase);
  const std::size_t end = slop != nullptr ? slop->span.end : token.span.end;
  return Node{std::move(phrase), {token.span.begin, end}};
}

Phrase AtomReader::phrase_of(const Token& token, const Context& context) const {
  Phrase phrase;
  if (context.field != nullptr) {
    phrase.field = context.field->field.words;
    phrase.region = context.field->field.region;
  }
  phrase.capitals = context.capitals;
  phrase.number = context.number;
  phrase.text = token.text.of(query_);
  phrase.is_bare = token.kind == Kind::kWord;
  phrase.word_forms = (phrase.is_bare || token.word_forms) && !context.exact;
  return phrase;
}

std::string AtomReader::with_our_wildcards(std::string text, bool is_bare) {
  if (options_.lexis) {
    text = from_lexis(std::move(text));
  } else if (is_bare && text.size() > 1 && text.ends_with('!')) {
    text.back() = '*';
  }
  // "Who is next?" is a question more often than a word and one more letter.
  if (!is_bare && text.size() > 1 && text.ends_with('?')) {
    text.pop_back();
    add_once(ignored_, "?");
  }
  return text;
}

void AtomReader::note_reading(const Leaf& leaf, const std::string& text,
                              bool is_bare) {
  if (is_bare && leaf.has_odd_joint) {
    add_once(notes_, in_quotes(text) + " is read as a phrase of " +
                         std::to_string(leaf.places.size()) + " words");
  } else if (is_bare) {
    // Within quotation marks, people expect punctuation to be ignored; what
    // means something outside of them is worth a word.
    for (const std::string& character : leaf.ignored) {
      add_once(ignored_, character);
    }
  }
  if (leaf.has_two_readings) {
    add_once(notes_, in_quotes(text) +
                         " among capitals is read both as the acronym and as "
                         "the word");
  }
  if (is_bare && text.ends_with('?')) {
    add_once(notes_, in_quotes(text) + " finds " +
                         in_quotes(text.substr(0, text.size() - 1)) +
                         " with one letter more; to search the word, leave the "
                         "question mark away");
  }
}

std::optional<QueryError> AtomReader::count_terms(std::size_t terms,
                                                  Span span) {
  terms_ += terms;
  if (terms_ <= kMaxQueryTerms) return std::nullopt;
  return QueryError{.code = "too-many-terms",
                    .span = span,
                    .message = "a query has at most " +
                               std::to_string(kMaxQueryTerms) + " words",
                    .hint = "search for a part of it"};
}

Read AtomReader::read_date(const Token& token, const Token& field) {
  std::string text(field.text.of(query_));
  text += ':';
  text += token.kind == Kind::kPhrase ? in_quotes(token.text.of(query_))
                                      : std::string(token.text.of(query_));
  return date_node(read_dates(query_, token.text, relation_of(field.field.kind),
                              options_.now),
                   std::move(text), token.span);
}

Read AtomReader::read_comparison(const Token& token) {
  if (auto error = count_terms(1, token.span)) return *std::move(error);
  const std::string name(token.field.name);
  const std::string value(token.text.of(query_));
  if (token.field.kind == FieldKind::kWordCount && token.comparison != "=") {
    return read_word_count(query_, token);
  }
  if (token.field.kind != FieldKind::kDate || token.comparison == "=") {
    return QueryError{
        .code = "bad-operator",
        .span = token.span,
        .message = token.comparison == "="
                       ? "a field takes a colon, not an equals sign"
                       : "only date and wc take " + token.comparison,
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
