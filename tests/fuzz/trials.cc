#include "tests/fuzz/trials.h"

#include <algorithm>
#include <cstdlib>
#include <string>
#include <variant>
#include <vector>

#include "corpus/base/utf8.h"
#include "searcher/query/compile.h"
#include "searcher/query/parser.h"
#include "searcher/query/reading.h"
#include "tests/searcher/match/small_index.h"
#include "tests/searcher/query/shown_tree.h"

namespace broadsheet::fuzz {
namespace {

using namespace searcher;

// doctest's checks would not stop a fuzzer.
void require(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

void try_query(std::string_view bytes) {
  const query::ParseOptions options{.now = 1711886400};
  const std::string text(bytes);
  const auto parsed = query::parse_query(text, options);
  if (const auto* error = std::get_if<query::QueryError>(&parsed)) {
    require(error->span.begin <= error->span.end);
    require(error->span.end <= text.size());
    require(!query::render(*error, text, 80).empty());
    return;
  }
  const query::Node& root = std::get<query::ParsedQuery>(parsed).root;
  const std::string written = query::written_out(root);
  // Written out, it may be longer than a query may be.
  const auto again = query::parse_query(written, options);
  if (const auto* error = std::get_if<query::QueryError>(&again)) {
    require(error->code == "too-long" || error->code == "too-deep");
    return;
  }
  require(query::shown(std::get<query::ParsedQuery>(again).root) ==
          query::shown(root));
}

void try_article(std::string_view bytes) {
  const std::size_t end = std::min(bytes.find('\n'), bytes.size());
  const std::string text(bytes.substr(0, end));
  const std::string lines(bytes.substr(std::min(end + 1, bytes.size())));
  // The readers give valid UTF-8 without NUL.
  if (!is_valid_utf8(lines) || lines.find('\0') != std::string::npos) return;
  auto parsed = query::parse_query(text, {});
  auto* read = std::get_if<query::ParsedQuery>(&parsed);
  if (read == nullptr) return;
  match::SmallIndex index;
  index.add(match::article_of(lines));
  if (query::expand(read->root, index.terms())) return;
  match::Evaluator evaluator(read->root);
  const match::Match match = evaluator.evaluate(index.articles().front());
  const std::vector<std::string> languages{"en"};
  const query::CompiledQuery compiled =
      query::compile(read->root, index.variants(), languages);
  const bool may_be_true = !index.found_by(compiled.query).empty();
  const bool is_surely_true = !index.found_by(compiled.certain).empty();
  require(!match.is_true || may_be_true);
  require(match.is_true || !is_surely_true);
  require(!compiled.exact || match.is_true == may_be_true);
  const auto& sentences = index.articles().front().outline.sentences;
  for (const match::Occurrence& occurrence : match.occurrences) {
    require(occurrence.sentence < sentences.size());
    require(sentences[occurrence.sentence].bytes.contains(occurrence.bytes));
  }
}

}  // namespace broadsheet::fuzz
