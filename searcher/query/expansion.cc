#include "searcher/query/expansion.h"

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

#include "corpus/base/utf8.h"
#include "searcher/query/budget.h"

namespace broadsheet::searcher::query {
namespace {

std::u32string code_points(std::string_view text) {
  std::u32string points;
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint point = code_point_at(text, i);
    points += point.value;
    i += point.bytes;
  }
  return points;
}

/// What every form that `place` stands for begins with.
std::string fixed_start(const Place& place) {
  if (place.wrong_letters > 0) return "";
  return place.pattern.substr(0, place.pattern.find_first_of("*?"));
}

bool matches(const Place& place, std::string_view form) {
  const auto is_it = [&](std::string_view one) {
    return place.wrong_letters > 0
               ? within_wrong_letters(place.pattern, one, place.wrong_letters)
               : matches_pattern(place.pattern, one);
  };
  constexpr std::string_view kPossessive = "'s";
  if (is_it(form)) return true;
  return place.with_possessives && form.ends_with(kPossessive) &&
         is_it(form.substr(0, form.size() - kPossessive.size()));
}

/// Whether `term` is a term of `field`, with its `prefix`: those of the text
/// have none, and begin with no capital.
bool is_of_field(std::string_view term, std::size_t prefix) {
  if (term.size() <= prefix) return false;
  const char first = term[prefix];
  return first < 'A' || first > 'Z';
}

class Expander {
 public:
  explicit Expander(const TermWalk& walk) : walk_(walk) {}

  std::optional<QueryError> expand(Node& node) {
    if (auto* phrase = std::get_if<Phrase>(&node.value)) {
      return expand(*phrase, node.source);
    }
    for (Node& child : children_of(node)) {
      if (auto error = expand(child)) return error;
    }
    return std::nullopt;
  }

 private:
  std::optional<QueryError> expand(Phrase& phrase, Span source) {
    const std::string prefix = schema::exact_term(phrase.field, "");
    for (Place& place : phrase.places) {
      if (place.pattern.empty()) continue;
      walk_(prefix + fixed_start(place), [&](const std::string& term) {
        if (!is_of_field(term, prefix.size()) ||
            !matches(place, std::string_view(term).substr(prefix.size()))) {
          return true;
        }
        place.exact_terms.push_back(term);
        return ++expansions_ <= kMaxExpansions;
      });
      if (expansions_ > kMaxExpansions) {
        return QueryError{
            .code = "wildcard-too-wide",
            .span = source,
            .message = '"' + place.pattern + "\" stands for more than " +
                       std::to_string(kMaxExpansions) + " words of the index",
            .hint = "write more letters"};
      }
    }
    return std::nullopt;
  }

  const TermWalk& walk_;
  std::size_t expansions_ = 0;
};

}  // namespace

std::optional<QueryError> expand(Node& root, const TermWalk& walk) {
  return Expander(walk).expand(root);
}

bool matches_pattern(std::string_view pattern, std::string_view form) {
  // Where the last * was, and how far what follows it had got: a * before it
  // need not be tried again.
  std::size_t p = 0;
  std::size_t f = 0;
  std::size_t star = std::string_view::npos;
  std::size_t star_form = 0;
  while (f < form.size()) {
    const std::size_t letter = code_point_at(form, f).bytes;
    if (p < pattern.size() && pattern[p] == '*') {
      star = p++;
      star_form = f;
    } else if (p < pattern.size() && pattern[p] == '?') {
      ++p;
      f += letter;
    } else if (p < pattern.size() && pattern[p] == form[f]) {
      ++p;
      ++f;
    } else if (star != std::string_view::npos) {
      p = star + 1;
      star_form += code_point_at(form, star_form).bytes;
      f = star_form;
    } else {
      return false;
    }
  }
  while (p < pattern.size() && pattern[p] == '*') ++p;
  return p == pattern.size();
}

bool within_wrong_letters(std::string_view a, std::string_view b,
                          unsigned most) {
  // A letter has at most four bytes.
  if (a.size() > b.size() + 4 * most || b.size() > a.size() + 4 * most) {
    return false;
  }
  const std::u32string from = code_points(a);
  const std::u32string to = code_points(b);
  if (from.size() > to.size() + most || to.size() > from.size() + most) {
    return false;
  }
  std::vector<std::size_t> before_last;
  std::vector<std::size_t> last(to.size() + 1);
  std::vector<std::size_t> row(to.size() + 1);
  for (std::size_t j = 0; j <= to.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= from.size(); ++i) {
    row[0] = i;
    std::size_t least = row[0];
    for (std::size_t j = 1; j <= to.size(); ++j) {
      const std::size_t wrong = from[i - 1] == to[j - 1] ? 0 : 1;
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + wrong});
      if (i > 1 && j > 1 && from[i - 1] == to[j - 2] &&
          from[i - 2] == to[j - 1]) {
        row[j] = std::min(row[j], before_last[j - 2] + 1);
      }
      least = std::min(least, row[j]);
    }
    if (least > most) return false;
    before_last = last;
    last = row;
  }
  return last[to.size()] <= most;
}

}  // namespace broadsheet::searcher::query
