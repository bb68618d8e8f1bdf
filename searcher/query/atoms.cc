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

namespace broadsheet::searcher::query {
namespace {

using Kind = Token::Kind;
using Read = std::variant<Node, QueryError>;

std::string in_quotes(std::string_view text) {
  return '"' + std::string(text) + '"';
}

/// How many wrong letters word~ and word~2 allow; 0 for other words. What is
/// behind the ~ and no number is told as an error.
struct WrongLetters {
  unsigned count = 0;
  std::size_t sign = std::string_view::npos;  ///< Where the ~ is.
  bool is_bad = false;
};
WrongLetters wrong_letters(std::string_view word) {
  const std::size_t sign = word.rfind('~');
  if (sign == std::string_view::npos || sign == 0) return {};
  const std::string_view count = word.substr(sign + 1);
  if (count.empty() || count == "1") return {1, sign};
  if (count == "2") return {2, sign};
  // What comes behind is no number: the ~ is punctuation.
  const bool is_number =
      std::ranges::all_of(count, [](char c) { return c >= '0' && c <= '9'; });
  return is_number ? WrongLetters{0, sign, true} : WrongLetters{};
}

QueryError bad_slop(Span span, std::string message, std::string hint) {
  return {.code = "bad-slop",
          .span = span,
          .message = std::move(message),
          .hint = std::move(hint)};
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

bool is_wildcard(char c) { return c == '*' || c == '?'; }

/// `text` with the wildcards of LexisNexis as ours: there ! is any run of
/// letters and * is one.
std::string from_lexis(std::string text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '*') {
      text[i] = '?';
    } else if (text[i] == '!' && i > 0 && text[i - 1] != ' ' &&
               (i + 1 == text.size() || text[i + 1] == ' ')) {
      text[i] = '*';
    }
  }
  return text;
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
  std::string text(token.text.of(query_));
  const bool is_bare = token.kind == Kind::kWord;
  Phrase phrase;
  if (context.field != nullptr) {
    phrase.field = context.field->field.words;
    phrase.region = context.field->field.region;
  }
  phrase.capitals = context.capitals;
  phrase.number = context.number;
  phrase.text = text;
  phrase.is_bare = is_bare;
  const bool is_exact = context.exact || context.number != Number::kEither;
  phrase.word_forms = (is_bare || token.word_forms) && !context.exact;
  if (slop != nullptr) {
    phrase.slop = read_slop(slop->text.of(query_));
    if (!phrase.slop) {
      return bad_slop(slop->span,
                      "~ behind a phrase needs a number from 0 to 255",
                      "write how many other words may stand in between: "
                      "\"oil price\"~3");
    }
  }
  WrongLetters wrong;
  if (is_bare) {
    wrong = wrong_letters(text);
    if (wrong.is_bad) {
      return bad_slop(token.span, "a word has one or two wrong letters",
                      "write " + text.substr(0, wrong.sign) + "~ or " +
                          text.substr(0, wrong.sign) + "~2");
    }
    if (wrong.count > 0) text.resize(wrong.sign);
  }
  if (options_.lexis) {
    text = from_lexis(std::move(text));
  } else if (is_bare && text.size() > 1 && text.ends_with('!')) {
    text.back() = '*';
  }
  // "Who is next?" is a question more often than a word and one more letter.
  const bool is_question = !is_bare && text.size() > 1 && text.ends_with('?');
  if (is_question) {
    text.pop_back();
    add_once(ignored_, "?");
  }
  if (wrong.count > 0 && std::ranges::any_of(text, is_wildcard)) {
    return bad_slop(token.span, "a word has wildcards or wrong letters",
                    "leave the ~ away");
  }
  Leaf leaf = leaves_.read(text, phrase.field,
                           phrase.word_forms && !is_exact && wrong.count == 0,
                           surroundings_);
  if (leaf.places.empty()) {
    // What stands alone as a wildcard is all words.
    const bool wild = std::ranges::any_of(text, is_wildcard);
    return QueryError{
        .code = wild      ? "wildcard-too-wide"
                : is_bare ? "empty-field"
                          : "empty-phrase",
        .span = token.span,
        .message = wild ? "a word with wildcards needs two letters"
                        : "there is no word in " +
                              (is_bare ? in_quotes(text) : "this phrase"),
        .hint = ""};
  }
  if (wrong.count > 0) {
    if (leaf.places.size() > 1) {
      return bad_slop(token.span,
                      in_quotes(text) + " is several words: ~ is for one",
                      "write ~ behind one of them");
    }
    Place& place = leaf.places.front();
    place.pattern = place.exact_terms.front().substr(
        schema::exact_term(phrase.field, "").size());
    place.exact_terms.clear();
    place.wrong_letters = wrong.count;
    place.with_possessives = true;
  }
  if (auto error = count_terms(leaf.places.size(), token.span)) {
    return *std::move(error);
  }
  if (is_bare && leaf.has_odd_joint) {
    add_once(notes_, in_quotes(text) + " is read as a phrase of " +
                         std::to_string(leaf.places.size()) + " words");
  } else {
    for (const std::string& character : leaf.ignored) {
      // Within quotation marks, people expect punctuation to be ignored; what
      // means something outside of them is worth a word.
      if (is_bare) add_once(ignored_, character);
    }
  }
  if (leaf.has_two_readings) {
    add_once(notes_, in_quotes(text) +
                         " among capitals is read both as the acronym and as "
                         "the word");
  }
  phrase.places = std::move(leaf.places);
  if (phrase.slop && phrase.places.size() > kMostSlopWords) {
    return bad_slop(token.span,
                    "a phrase with ~ has at most " +
                        std::to_string(kMostSlopWords) + " words",
                    "join parts of it with AND");
  }
  if (phrase.places.size() == 1) phrase.slop.reset();
  if (auto error = check_patterns(phrase, token.span)) {
    return *std::move(error);
  }
  if (phrase.number != Number::kEither) keep_number(phrase);
  if (is_bare && text.ends_with('?')) {
    add_once(notes_, in_quotes(text) + " finds " +
                         in_quotes(text.substr(0, text.size() - 1)) +
                         " with one letter more; to search the word, leave the "
                         "question mark away");
  }
  const std::size_t end = slop != nullptr ? slop->span.end : token.span.end;
  return Node{std::move(phrase), {token.span.begin, end}};
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

/// An error if a pattern could be nearly any word.
std::optional<QueryError> AtomReader::check_patterns(const Phrase& phrase,
                                                     Span span) {
  constexpr std::ptrdiff_t kFewestLetters = 2;
  for (const Place& place : phrase.places) {
    if (place.pattern.empty()) continue;
    const auto letters = std::ranges::count_if(place.pattern, [](char c) {
      return !is_wildcard(c) && (static_cast<unsigned char>(c) & 0xC0U) != 0x80;
    });
    if (letters < kFewestLetters) {
      return QueryError{.code = "wildcard-too-wide",
                        .span = span,
                        .message = "a word with wildcards needs two letters",
                        .hint = "* alone finds every article"};
    }
  }
  return std::nullopt;
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
