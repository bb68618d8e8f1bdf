#include "searcher/search/spelling.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <utility>

#include "corpus/base/utf8.h"
#include "corpus/schema/terms.h"
#include "corpus/text/fold.h"
#include "corpus/text/words.h"
#include "searcher/query/expansion.h"

namespace broadsheet::searcher::search {
namespace {

using query::Node;
using query::Phrase;
using query::Place;

// Shorter words are near to too many others.
constexpr std::size_t kShortest = 4;
constexpr std::size_t kLong = 8;

bool is_in_index(const Xapian::Database& database, const Place& place) {
  const auto has = [&](const std::string& term) {
    return database.term_exists(term);
  };
  return std::ranges::any_of(place.exact_terms, has) ||
         std::ranges::any_of(place.stem_terms, [&](const std::string& term) {
           return has(term) || has(schema::form_of_stem(term));
         });
}

/// The most common of the words of `field` nearest to `word`, which is folded.
std::string nearest_word(const Xapian::Database& database, schema::Field field,
                         const std::string& word) {
  if (word.size() < kShortest) return "";
  const std::string prefix = schema::exact_term(field, "");
  const std::string first = word.substr(0, code_point_at(word, 0).bytes);
  std::string nearest;
  for (const unsigned wrong : {1U, 2U}) {
    if (wrong == 2 && word.size() < kLong) break;
    Xapian::doccount most = 0;
    const auto end = database.allterms_end(prefix + first);
    for (auto term = database.allterms_begin(prefix + first); term != end;
         ++term) {
      const std::string form = (*term).substr(prefix.size());
      if (!query::within_wrong_letters(word, form, wrong)) continue;
      const Xapian::doccount articles = term.get_termfreq();
      if (articles <= most) continue;
      most = articles;
      nearest = form;
    }
    if (!nearest.empty()) break;
  }
  return nearest;
}

/// Replacements by their place in the query.
using Changes = std::map<std::size_t, std::pair<Span, std::string>>;

/// Adds what is to be changed in `phrase`; false if a word cannot be mended.
bool mend(const Xapian::Database& database, const Phrase& phrase, Span source,
          std::string_view query, Changes& changes) {
  text::WordSplitter splitter;
  const std::string_view typed = source.of(query);
  // The words of the phrase are the last ones of its source: a field's name
  // comes before them.
  std::vector<Span> words;
  for (const Span word : splitter.split(typed)) words.push_back(word);
  for (std::size_t p = 0; p < phrase.places.size(); ++p) {
    const Place& place = phrase.places[p];
    if (is_in_index(database, place)) continue;
    if (!place.pattern.empty() || words.size() < phrase.places.size()) {
      return false;
    }
    const Span word = words[words.size() - phrase.places.size() + p];
    std::string better =
        nearest_word(database, phrase.field, text::fold(word.of(typed)));
    if (better.empty()) return false;
    const Span there{source.begin + word.begin, source.begin + word.end};
    changes[there.begin] = {there, std::move(better)};
  }
  return true;
}

bool mend_all(const Xapian::Database& database, const Node& node,
              std::string_view query, Changes& changes) {
  if (std::holds_alternative<query::Not>(node.value)) return true;
  if (const auto* phrase = std::get_if<Phrase>(&node.value)) {
    return node.source.end <= query.size() &&
           mend(database, *phrase, node.source, query, changes);
  }
  bool all = true;
  const bool either = std::holds_alternative<query::Or>(node.value);
  for (const Node& child : query::children_of(node)) {
    all = mend_all(database, child, query, changes) && all;
  }
  return all || either;
}

}  // namespace

std::string respelt(const Xapian::Database& database, const Node& root,
                    std::string_view query) {
  Changes changes;
  if (!mend_all(database, root, query, changes) || changes.empty()) return "";
  std::string better;
  std::size_t at = 0;
  for (const auto& [begin, change] : changes) {
    better += query.substr(at, begin - at);
    better += change.second;
    at = change.first.end;
  }
  better += query.substr(at);
  return better;
}

}  // namespace broadsheet::searcher::search
