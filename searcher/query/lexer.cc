#include "searcher/query/lexer.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "corpus/base/utf8.h"
#include "searcher/query/characters.h"
#include "searcher/query/connectors.h"
#include "searcher/query/lexer_errors.h"

namespace broadsheet::searcher::query {
namespace {

using Kind = Token::Kind;

bool is_ascii_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_name(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, is_ascii_letter);
}

bool ends_run(char32_t c) {
  return is_blank(c) || opens_phrase(c) || is_open_parenthesis(c) ||
         is_close_parenthesis(c) || c == U'|';
}

std::string in_capitals(std::string_view word) {
  std::string capitals(word.substr(0, 8));
  std::ranges::transform(capitals, capitals.begin(), [](char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  });
  return capitals;
}

class Lexer {
 public:
  Lexer(std::string_view query, bool lexis) : query_(query), lexis_(lexis) {}

  std::variant<LexedQuery, QueryError> run() {
    while (!error_ && skip_blanks()) read_token();
    if (error_) return *std::move(error_);
    add({.kind = Kind::kEnd, .span = {query_.size(), query_.size()}});
    return std::move(lexed_);
  }

 private:
  bool skip_blanks();
  void read_token();
  void read_phrase(std::size_t begin, bool word_forms);
  void read_minus();
  void read_run();
  bool read_operator(std::string_view run, Span span);
  bool read_function(std::string_view run, Span span);
  bool read_comparison(std::string_view run, Span span);
  bool read_field(std::string_view run, Span span);
  void note_or_refuse_name(std::string_view run, Span span);

  [[nodiscard]] char32_t peek(std::size_t at) const {
    return at < query_.size() ? code_point_at(query_, at).value : U' ';
  }
  [[nodiscard]] std::string_view text(Span span) const {
    return span.of(query_);
  }
  [[nodiscard]] Kind last_kind() const {
    return lexed_.tokens.empty() ? Kind::kEnd : lexed_.tokens.back().kind;
  }
  [[nodiscard]] bool is_value() const {
    return last_kind() == Kind::kField && !blank_;
  }

  /// Whether there is more than blanks from `at` on.
  [[nodiscard]] bool something_follows(std::size_t at) const {
    return find_character(query_, at, [](char32_t c) {
             return !is_blank(c) && !is_close_parenthesis(c);
           }) < query_.size();
  }

  void add(Token token) {
    token.after_blank = blank_;
    token.is_value = is_value();
    at_ = token.span.end;
    blank_ = false;
    lexed_.tokens.push_back(std::move(token));
  }
  void note(std::string line) { lexed_.notes.push_back(std::move(line)); }
  void fail(QueryError error) {
    if (!error_) error_ = std::move(error);
  }

  std::string_view query_;
  bool lexis_;
  std::size_t at_ = 0;
  bool blank_ = true;  ///< The start, or a blank, is just before at_.
  LexedQuery lexed_;
  std::optional<QueryError> error_;
};

bool Lexer::skip_blanks() {
  const std::size_t begin = at_;
  at_ = find_character(query_, at_, [](char32_t c) { return !is_blank(c); });
  blank_ |= at_ > begin;
  return at_ < query_.size();
}

void Lexer::read_token() {
  const CodePoint point = code_point_at(query_, at_);
  const Span one{at_, at_ + point.bytes};
  if (is_open_parenthesis(point.value)) {
    add({.kind = Kind::kOpen, .span = one});
  } else if (is_close_parenthesis(point.value)) {
    add({.kind = Kind::kClose, .span = one});
  } else if (opens_phrase(point.value)) {
    read_phrase(at_, false);
  } else if (point.value == U'~' && opens_phrase(peek(at_ + 1))) {
    read_phrase(at_, true);
  } else if (point.value == U'|') {
    const std::size_t bars = peek(at_ + 1) == U'|' ? 2 : 1;
    add({.kind = Kind::kOr, .span = {at_, at_ + bars}});
  } else if (point.value == U'-' &&
             (blank_ || last_kind() == Kind::kOpen ||
              last_kind() == Kind::kMinus || last_kind() == Kind::kField)) {
    read_minus();
  } else {
    read_run();
  }
}

void Lexer::read_phrase(std::size_t begin, bool word_forms) {
  const std::size_t mark = begin + (word_forms ? 1 : 0);
  const CodePoint opening = code_point_at(query_, mark);
  const std::size_t first = mark + opening.bytes;
  for (std::size_t i = first; i < query_.size();) {
    const CodePoint point = code_point_at(query_, i);
    if (closes_phrase(opening.value, point.value)) {
      const Kind before = last_kind();
      if (!blank_ && (before == Kind::kWord || before == Kind::kPhrase)) {
        note("a quotation mark right behind a word begins a phrase: " +
             std::string(text({begin, i + point.bytes})));
      }
      add({.kind = Kind::kPhrase,
           .span = {begin, i + point.bytes},
           .text = {first, i},
           .word_forms = word_forms});
      return;
    }
    i += point.bytes;
  }
  fail(unclosed_quote({begin, first}, text({begin, mark}),
                      text({first, query_.size()})));
}

void Lexer::read_minus() {
  if (last_kind() == Kind::kField && !blank_) {
    fail(excluded_value(text(lexed_.tokens.back().span), {at_, at_ + 1}));
    return;
  }
  // Dashes of any length that stand alone are punctuation, not an exclusion.
  std::size_t end = at_;
  while (peek(end) == U'-') ++end;
  if (is_blank(peek(end))) {
    add({.kind = Kind::kWord, .span = {at_, end}, .text = {at_, end}});
  } else {
    add({.kind = Kind::kMinus, .span = {at_, at_ + 1}});
  }
}

void Lexer::read_run() {
  const Span span{at_, find_character(query_, at_ + 1, ends_run)};
  const std::string_view run = text(span);
  const bool value = is_value();
  if (!value && (read_operator(run, span) || read_comparison(run, span))) {
    return;
  }
  if (value && read_function(run, span)) return;
  if (read_field(run, span)) return;
  if (!value) note_or_refuse_name(run, span);
  if (!error_) add({.kind = Kind::kWord, .span = span, .text = span});
}

bool Lexer::read_operator(std::string_view run, Span span) {
  const bool group_follows = is_open_parenthesis(peek(span.end));
  Token token{.span = span, .text = span};
  const auto is_operator = [&](std::string_view name) {
    return run == name || (lexis_ && in_capitals(run) == name);
  };
  const std::optional<Function> function = find_function(run);
  if (is_operator("AND") || run == "&" || run == "&&") {
    token.kind = Kind::kAnd;
  } else if (is_operator("OR")) {
    token.kind = Kind::kOr;
  } else if (is_operator("NOT")) {
    token.kind = Kind::kNot;
  } else if (read_connector(run)) {
    token.kind = Kind::kConnector;
  } else if (function &&
             (group_follows || (function->kind == Function::Kind::kAtLeast &&
                                something_follows(span.end)))) {
    token.kind = Kind::kFunction;
    token.function = *function;
  } else if (group_follows && find_field(run)) {
    // The form of LexisNexis: title(oil OR gas).
    token.kind = Kind::kField;
    token.field = *find_field(run);
  } else {
    return false;
  }
  add(token);
  return true;
}

/// A function behind the colon of a field: title:caps(oil).
bool Lexer::read_function(std::string_view run, Span span) {
  const std::optional<Function> function = find_function(run);
  if (!function || !is_open_parenthesis(peek(span.end))) return false;
  add({.kind = Kind::kFunction,
       .span = span,
       .text = span,
       .function = *function});
  return true;
}

bool Lexer::read_comparison(std::string_view run, Span span) {
  const std::size_t sign = run.find_first_of("<>=");
  if (sign == std::string_view::npos || sign == 0) return false;
  const std::optional<FieldName> field = find_field(run.substr(0, sign));
  if (!field) return false;
  std::size_t value = sign + 1;
  if (run[sign] != '=' && run.substr(value).starts_with('=')) ++value;
  add({.kind = Kind::kCompare,
       .span = span,
       .text = {span.begin + value, span.end},
       .comparison = std::string(run.substr(sign, value - sign)),
       .field = *field});
  return true;
}

bool Lexer::read_field(std::string_view run, Span span) {
  const std::size_t colon = run.find(':');
  if (colon == std::string_view::npos) return false;
  const std::optional<FieldName> field = find_field(run.substr(0, colon));
  if (!field) return false;
  const Span name{span.begin, span.begin + colon};
  const Span whole{span.begin, name.end + 1};
  if (is_value()) {
    fail(run_in_field(run, span));
    return true;
  }
  if (whole.end == query_.size()) {
    fail(field_without_value(text(name), whole));
    return true;
  }
  if (is_blank(peek(whole.end))) {
    const std::string named(text(name));
    note('"' + named + ":\" before a blank is read as the word \"" + named +
         "\"; a field has no blank behind its colon");
    return false;
  }
  add({.kind = Kind::kField, .span = whole, .text = name, .field = *field});
  return true;
}

void Lexer::note_or_refuse_name(std::string_view run, Span span) {
  const std::size_t colon = run.find(':');
  if (colon == std::string_view::npos || colon == 0) return;
  // A colon that ends a word is punctuation, as in "Tokyo: quake".
  if (colon + 1 == run.size() && is_blank(peek(span.end))) return;
  const std::string name(run.substr(0, colon));
  if (!is_name(name)) {
    if (colon + 1 < run.size()) {
      note('"' + std::string(run) + "\" is read as text, not as a field");
    }
    return;
  }
  const std::optional<FieldName> nearest = nearest_field(name);
  if (!nearest) {
    note("there is no field \"" + name + "\": read as text");
    return;
  }
  fail(unknown_field(name, run.substr(colon + 1), nearest->name,
                     {span.begin, span.begin + colon + 1}));
}

}  // namespace

std::variant<LexedQuery, QueryError> lex(std::string_view query, bool lexis) {
  return Lexer(query, lexis).run();
}

}  // namespace broadsheet::searcher::query
