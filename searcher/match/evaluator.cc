#include "searcher/match/evaluator.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <variant>

#include "corpus/schema/field_values.h"
#include "corpus/text/analyzer.h"
#include "searcher/match/phrase_finder.h"
#include "searcher/match/sieve.h"

namespace broadsheet::searcher::match {
namespace {

using query::Node;
using query::Phrase;
using schema::Field;

/// A lexicon remembers the words of this many before it starts anew: some ten
/// megabytes, and more than a page of results holds.
constexpr std::size_t kMostRememberedWords = 50'000;

/// What one language takes.
struct LanguageTools {
  LanguageTools(const std::string& language,
                std::span<const Phrase* const> phrases)
      : analyzer(language), sieve(phrases, language) {
    for (const Field field : schema::kAllFields) {
      finders.emplace_back(phrases, field, analyzer.lexicon());
    }
  }

  PhraseFinder& finder(Field field) {
    return finders[static_cast<std::size_t>(field)];
  }

  text::Analyzer analyzer;
  Sieve sieve;
  std::vector<PhraseFinder> finders;  ///< By Field.
};

/// Whether a query is true of an article, given where its phrases occur.
class Truth {
 public:
  Truth(const article::Article& article, const std::vector<bool>& occurs)
      : article_(article), occurs_(occurs), takes_part_(occurs.size()) {}

  /// Walks `node` and returns whether it is true. Every node has to be walked,
  /// as phrases are numbered by the walk.
  bool walk(const Node& node) {
    return std::visit([this](const auto& value) { return walk(value); },
                      node.value);
  }

  /// Whether phrase `number` takes part in making the walked node true.
  [[nodiscard]] bool takes_part(std::size_t number) const {
    return takes_part_[number];
  }

 private:
  bool walk(const query::Everything& /*everything*/) { return true; }
  bool walk(const query::Undated& /*undated*/) { return !article_.published; }
  bool walk(const query::DateFilter& filter) {
    return article_.published &&
           filter.range.begin <= article_.published->seconds &&
           article_.published->seconds < filter.range.end;
  }
  bool walk(const Phrase& /*phrase*/) {
    const std::size_t number = next_++;
    takes_part_[number] = occurs_[number];
    return occurs_[number];
  }
  bool walk(const query::And& all) {
    const std::size_t first = next_;
    bool is_true = true;
    for (const Node& child : all.children) is_true = walk(child) && is_true;
    if (!is_true) leave_out_from(first);
    return is_true;
  }
  bool walk(const query::Or& either) {
    bool is_true = false;
    for (const Node& child : either.children) is_true = walk(child) || is_true;
    return is_true;
  }
  bool walk(const query::Not& excluded) {
    const std::size_t first = next_;
    const bool is_true = !walk(excluded.child.front());
    leave_out_from(first);
    return is_true;
  }

  void leave_out_from(std::size_t first) {
    std::fill(takes_part_.begin() + static_cast<std::ptrdiff_t>(first),
              takes_part_.begin() + static_cast<std::ptrdiff_t>(next_), false);
  }

  const article::Article& article_;
  const std::vector<bool>& occurs_;
  std::vector<bool> takes_part_;
  std::size_t next_ = 0;
};

}  // namespace

struct Evaluator::State {
  explicit State(const Node& node)
      : root(node), phrases(query::all_phrases(node)) {}

  LanguageTools& tools_for(const std::string& language) {
    const auto found = tools.find(language);
    if (found == tools.end()) {
      return tools
          .emplace(std::piecewise_construct, std::forward_as_tuple(language),
                   std::forward_as_tuple(language, phrases))
          .first->second;
    }
    LanguageTools& known = found->second;
    if (known.analyzer.lexicon().trim(kMostRememberedWords)) {
      for (PhraseFinder& finder : known.finders) finder.forget_forms();
    }
    return known;
  }

  void find(const schema::StoredArticle& stored);
  void find_in_text(const schema::StoredArticle& stored,
                    LanguageTools& language);
  void find_in_fields(const article::Article& article, LanguageTools& language);

  const Node& root;
  std::vector<const Phrase*> phrases;
  std::map<std::string, LanguageTools> tools;  ///< By language.

  // Of the article that is being evaluated.
  std::vector<bool> occurs;  ///< By phrase, in metadata too.
  std::vector<Occurrence> occurrences;
};

void Evaluator::State::find(const schema::StoredArticle& stored) {
  occurs.assign(phrases.size(), false);
  occurrences.clear();
  if (phrases.empty()) return;
  LanguageTools& language = tools_for(stored.article.language);
  find_in_text(stored, language);
  find_in_fields(stored.article, language);
}

void Evaluator::State::find_in_text(const schema::StoredArticle& stored,
                                    LanguageTools& language) {
  PhraseFinder& everywhere = language.finder(Field::kText);
  PhraseFinder& in_headline = language.finder(Field::kHeadline);
  const auto matters = [&](std::string_view word) {
    return language.sieve.may_be_any(word);
  };
  const std::vector<schema::Sentence>& sentences = stored.outline.sentences;
  for (std::size_t s = 0; s < sentences.size(); ++s) {
    const bool headline = sentences[s].zone == article::Zone::kHeadline &&
                          in_headline.has_phrases();
    if (!headline && !everywhere.has_phrases()) continue;
    const Span bytes = sentences[s].bytes;
    if (!language.sieve.may_hold_any(bytes.of(stored.article.text))) continue;
    const auto tokens =
        language.analyzer.tokens(stored.article.text, bytes, matters);
    const std::size_t before = occurrences.size();
    const auto add = [&](const Found& found) {
      occurs[found.phrase] = true;
      occurrences.push_back({s, found.bytes, found.phrase});
    };
    std::ranges::for_each(everywhere.find(tokens), add);
    if (headline) std::ranges::for_each(in_headline.find(tokens), add);
    std::sort(occurrences.begin() + static_cast<std::ptrdiff_t>(before),
              occurrences.end(), [](const Occurrence& a, const Occurrence& b) {
                return std::tie(a.bytes.begin, a.phrase) <
                       std::tie(b.bytes.begin, b.phrase);
              });
  }
}

void Evaluator::State::find_in_fields(const article::Article& article,
                                      LanguageTools& language) {
  for (const Field field : schema::kAllFields) {
    PhraseFinder& finder = language.finder(field);
    if (!finder.has_phrases()) continue;
    for (const std::string_view value : schema::field_values(article, field)) {
      const auto tokens = language.analyzer.tokens(value, {0, value.size()});
      for (const Found& found : finder.find(tokens)) {
        occurs[found.phrase] = true;
      }
    }
  }
}

Evaluator::Evaluator(const Node& root)
    : state_(std::make_unique<State>(root)) {}
Evaluator::~Evaluator() = default;
Evaluator::Evaluator(Evaluator&&) noexcept = default;
Evaluator& Evaluator::operator=(Evaluator&&) noexcept = default;

Match Evaluator::evaluate(const schema::StoredArticle& stored) {
  state_->find(stored);
  Truth truth(stored.article, state_->occurs);
  Match match{.is_true = truth.walk(state_->root)};
  if (!match.is_true) return match;
  match.occurrences = std::move(state_->occurrences);
  std::erase_if(match.occurrences, [&](const Occurrence& occurrence) {
    return !truth.takes_part(occurrence.phrase);
  });
  return match;
}

}  // namespace broadsheet::searcher::match
