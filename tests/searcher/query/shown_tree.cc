#include "tests/searcher/query/shown_tree.h"

#include <type_traits>
#include <variant>
#include <vector>

#include "searcher/query/proximity.h"

namespace broadsheet::searcher::query {
namespace {

std::string joined(const std::vector<std::string>& parts,
                   const std::string& between) {
  std::string text;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) text += between;
    text += parts[i];
  }
  return text;
}

std::string shown_place(const Place& place) {
  if (!place.pattern.empty()) {
    return place.pattern + (place.wrong_letters > 0
                                ? '~' + std::to_string(place.wrong_letters)
                                : "");
  }
  std::vector<std::string> terms = place.exact_terms;
  terms.insert(terms.end(), place.stem_terms.begin(), place.stem_terms.end());
  return terms.size() == 1 ? terms.front() : '(' + joined(terms, "|") + ')';
}

std::string shown_phrase(const Phrase& phrase) {
  std::vector<std::string> places;
  for (const Place& place : phrase.places) places.push_back(shown_place(place));
  static constexpr const char* kRegions[] = {
      "", "lead:", "hlead:", "body:", "quote:", "said:"};
  static constexpr const char* kCapitals[] = {"",
                                              "caps:", "allcaps:", "nocaps:"};
  return std::string(kRegions[static_cast<int>(phrase.region)]) +
         kCapitals[static_cast<int>(phrase.capitals)] +
         (places.size() == 1 ? places.front()
                             : '[' + joined(places, " ") + ']') +
         (phrase.slop ? '~' + std::to_string(*phrase.slop) : "");
}

std::string shown_moment(std::int64_t seconds) {
  if (seconds == article::kAllTime.begin) return "";
  if (seconds == article::kAllTime.end) return "";
  const std::string iso =
      article::to_iso({seconds, article::Date::Precision::kSecond});
  const std::string midnight = "T00:00:00Z";
  return iso.ends_with(midnight) ? iso.substr(0, iso.size() - midnight.size())
                                 : iso;
}

std::string shown_group(const std::vector<Node>& children,
                        const std::string& between) {
  std::vector<std::string> parts;
  for (const Node& child : children) parts.push_back(shown(child));
  return '(' + joined(parts, between) + ')';
}

std::string shown_error(const QueryError& error) {
  return error.code + " @" + std::to_string(error.span.begin) + '-' +
         std::to_string(error.span.end);
}

}  // namespace

std::string shown(const Node& node) {
  return std::visit(
      [](const auto& value) -> std::string {
        using Kind = std::decay_t<decltype(value)>;
        if constexpr (std::is_same_v<Kind, Everything>) {
          return "*";
        } else if constexpr (std::is_same_v<Kind, Phrase>) {
          return shown_phrase(value);
        } else if constexpr (std::is_same_v<Kind, DateFilter>) {
          return "date[" + shown_moment(value.range.begin) + ".." +
                 shown_moment(value.range.end) + ')';
        } else if constexpr (std::is_same_v<Kind, Undated>) {
          return "undated";
        } else if constexpr (std::is_same_v<Kind, LanguageFilter>) {
          return "lang[" + value.language + ']';
        } else if constexpr (std::is_same_v<Kind, WordCountFilter>) {
          return "wc[" + std::to_string(value.least) + ".." +
                 (value.most == 0xFFFFFFFF ? "" : std::to_string(value.most)) +
                 ']';
        } else if constexpr (std::is_same_v<Kind, IdentityFilter>) {
          return "id[" + value.id + ']';
        } else if constexpr (std::is_same_v<Kind, StoryFilter>) {
          return "story[" + std::to_string(static_cast<int>(value.which)) + ']';
        } else if constexpr (std::is_same_v<Kind, OriginFilter>) {
          return (value.of == OriginFilter::Of::kUrl ? "url[" : "path[") +
                 value.text + ']';
        } else if constexpr (std::is_same_v<Kind, AtLeast>) {
          return "atleast" + std::to_string(value.count) +
                 shown_group(value.child, "");
        } else if constexpr (std::is_same_v<Kind, And>) {
          return shown_group(value.children, " AND ");
        } else if constexpr (std::is_same_v<Kind, Or>) {
          return shown_group(value.children, " OR ");
        } else if constexpr (std::is_same_v<Kind, Near>) {
          return shown_group(value.sides, ' ' + spelling(value) + ' ');
        } else if constexpr (std::is_same_v<Kind, Together>) {
          return (value.children.size() == 1 ? unit_letter(value.unit) : "") +
                 shown_group(value.children, ' ' + spelling(value) + ' ');
        } else {
          return "NOT " + shown(value.child.front());
        }
      },
      node.value);
}

std::string shown(const std::string& query, const ParseOptions& options) {
  const auto parsed = parse_query(query, options);
  if (const auto* error = std::get_if<QueryError>(&parsed)) {
    return shown_error(*error);
  }
  return shown(std::get<ParsedQuery>(parsed).root);
}

std::string notes_of(const std::string& query, const ParseOptions& options) {
  const auto parsed = parse_query(query, options);
  if (const auto* error = std::get_if<QueryError>(&parsed)) {
    return shown_error(*error);
  }
  return joined(std::get<ParsedQuery>(parsed).notes, "\n");
}

std::string reading_of(const std::string& query, const ParseOptions& options) {
  const auto parsed = parse_query(query, options);
  if (const auto* error = std::get_if<QueryError>(&parsed)) {
    return shown_error(*error);
  }
  return std::get<ParsedQuery>(parsed).reading;
}

}  // namespace broadsheet::searcher::query
