#include "searcher/query/reading.h"

#include <algorithm>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "corpus/base/utf8.h"
#include "searcher/query/characters.h"
#include "searcher/query/lexer.h"
#include "searcher/query/proximity.h"

namespace broadsheet::searcher::query {
namespace {

std::string_view field_name(const Phrase& phrase) {
  switch (phrase.region) {
    case Region::kLead:
      return "lead:";
    case Region::kHeadlineAndLead:
      return "hlead:";
    case Region::kBody:
      return "body:";
    case Region::kQuotation:
      return "quote:";
    case Region::kSpeaker:
      return "said:";
    case Region::kAnywhere:
      break;
  }
  switch (phrase.field) {
    case schema::Field::kText:
      return "";
    case schema::Field::kHeadline:
      return "title:";
    case schema::Field::kAuthor:
      return "author:";
    case schema::Field::kPlace:
      return "place:";
    case schema::Field::kSource:
      return "source:";
    case schema::Field::kSection:
      return "section:";
    case schema::Field::kTopic:
      return "subject:";
  }
  return "";
}

/// `text` between quotation marks that it does not hold itself.
std::string in_marks(std::string_view text) {
  static constexpr std::pair<std::string_view, std::string_view> kMarks[] = {
      {"\"", "\""}, {"«", "»"}, {"「", "」"}};
  const auto* const marks = std::ranges::find_if(kMarks, [&](const auto& pair) {
    const char32_t opening = code_point_at(pair.first, 0).value;
    for (std::size_t i = 0; i < text.size();) {
      const CodePoint point = code_point_at(text, i);
      if (closes_phrase(opening, point.value)) return false;
      i += point.bytes;
    }
    return true;
  });
  const auto& [open, close] = marks == std::end(kMarks) ? kMarks[0] : *marks;
  return std::string(open) + std::string(text) + std::string(close);
}

/// What finds within quotation marks what the bare `word` finds: there ! is no
/// wildcard, and a last ? none either.
std::string as_in_marks(std::string word) {
  if (word.ends_with('!')) word.back() = '*';
  if (word.ends_with('?')) word += '-';
  return word;
}

/// Whether `text` is a word where it does not stand behind a field's colon, as
/// AND and w/5 do not.
bool is_word_anywhere(const std::string& text) {
  const auto lexed = lex(text);
  const auto* read = std::get_if<LexedQuery>(&lexed);
  return read != nullptr && read->tokens.size() == 2 &&
         read->tokens.front().kind == Token::Kind::kWord;
}

/// The functions around a phrase, each with its parenthesis open.
std::vector<std::string_view> functions_around(const Phrase& phrase) {
  std::vector<std::string_view> names;
  if (phrase.capitals == Capitals::kSome) names.emplace_back("caps(");
  if (phrase.capitals == Capitals::kAllOfThem) names.emplace_back("allcaps(");
  if (phrase.capitals == Capitals::kNone) names.emplace_back("nocaps(");
  if (phrase.number == Number::kSingular) names.emplace_back("singular(");
  if (phrase.number == Number::kPlural) names.emplace_back("plural(");
  if (phrase.is_bare && !phrase.word_forms) names.emplace_back("exact(");
  return names;
}

std::string written(const Phrase& phrase) {
  const std::vector<std::string_view> functions = functions_around(phrase);
  std::string before(field_name(phrase));
  std::string after;
  for (const std::string_view function : functions) {
    before += function;
    after += ')';
  }
  if (phrase.slop) after.insert(0, '~' + std::to_string(*phrase.slop));
  // In another place, the -x of "oil"-x would be an exclusion, and the word
  // "title:" before a blank a field.
  const bool misread = phrase.text.starts_with('-') ||
                       phrase.text.ends_with(':') ||
                       (!functions.empty() && !is_word_anywhere(phrase.text));
  if (phrase.is_bare && !misread) return before + phrase.text + after;
  // Only outside of quotation marks can a word be misspelt; its dash is none of
  // its letters.
  if (phrase.is_bare && phrase.places.front().wrong_letters > 0) {
    return before + phrase.text.substr(phrase.text.find_first_not_of('-')) +
           after;
  }
  return before + (phrase.word_forms ? "~" : "") +
         in_marks(phrase.is_bare ? as_in_marks(phrase.text) : phrase.text) +
         after;
}

std::string written(const StoryFilter& filter) {
  switch (filter.which) {
    case StoryFilter::Which::kLater:
      return "dup:later";
    case StoryFilter::Which::kAll:
      return "dup:all";
    case StoryFilter::Which::kFirst:
      break;
  }
  return "dup:first";
}

std::string written(const OriginFilter& filter) {
  return (filter.of == OriginFilter::Of::kUrl ? "url:" : "path:") +
         in_marks(filter.text);
}

/// `node` as an operand: groups in parentheses.
std::string operand(const Node& node) {
  const bool group = std::holds_alternative<And>(node.value) ||
                     std::holds_alternative<Or>(node.value) ||
                     std::holds_alternative<Near>(node.value) ||
                     std::holds_alternative<Together>(node.value);
  return group ? '(' + written_out(node) + ')' : written_out(node);
}

std::string joined(const std::vector<Node>& children, std::string_view word) {
  std::string text;
  for (const Node& child : children) {
    if (!text.empty()) text += word;
    text += operand(child);
  }
  return text;
}

}  // namespace

std::string written_out(const Node& root) {
  return std::visit(
      [](const auto& node) -> std::string {
        using Kind = std::decay_t<decltype(node)>;
        if constexpr (std::is_same_v<Kind, Everything>) {
          return "*";
        } else if constexpr (std::is_same_v<Kind, Phrase>) {
          return written(node);
        } else if constexpr (std::is_same_v<Kind, DateFilter>) {
          return node.text;
        } else if constexpr (std::is_same_v<Kind, Undated>) {
          return "date:none";
        } else if constexpr (std::is_same_v<Kind, LanguageFilter>) {
          return "lang:" + node.language;
        } else if constexpr (std::is_same_v<Kind, WordCountFilter>) {
          return node.text;
        } else if constexpr (std::is_same_v<Kind, IdentityFilter>) {
          return "id:" + in_marks(node.id);
        } else if constexpr (std::is_same_v<Kind, StoryFilter>) {
          return written(node);
        } else if constexpr (std::is_same_v<Kind, OriginFilter>) {
          return written(node);
        } else if constexpr (std::is_same_v<Kind, AtLeast>) {
          return "atleast" + std::to_string(node.count) + '(' +
                 written_out(node.child.front()) + ')';
        } else if constexpr (std::is_same_v<Kind, And>) {
          return joined(node.children, " AND ");
        } else if constexpr (std::is_same_v<Kind, Or>) {
          return joined(node.children, " OR ");
        } else if constexpr (std::is_same_v<Kind, Near>) {
          return joined(node.sides, ' ' + spelling(node) + ' ');
        } else if constexpr (std::is_same_v<Kind, Together>) {
          if (node.children.size() == 1) {
            return unit_letter(node.unit) + '(' +
                   written_out(node.children.front()) + ')';
          }
          return joined(node.children, ' ' + spelling(node) + ' ');
        } else {
          return "NOT " + operand(node.child.front());
        }
      },
      root.value);
}

}  // namespace broadsheet::searcher::query
