// --show: what the indexer makes of a file, without an index. The same readers
// and the same analysis as for indexing, printed.
#pragma once

#include <functional>
#include <string>

#include "corpus/article/article.h"
#include "corpus/schema/article_terms.h"
#include "indexer/options.h"
#include "indexer/report.h"
#include "indexer/tally.h"

namespace broadsheet::indexer {

/// `article` for people: fields, paragraphs, numbered sentences with their
/// zones, terms with positions. Several lines, escaped for a terminal.
[[nodiscard]] std::string show_text(const article::Article& article,
                                    const schema::AnalyzedArticle& analyzed);

/// The same as one line of JSON: an object with the fields, `text`,
/// `paragraphs` and `sentences` (bytes are half-open ranges of `text`), and
/// `terms`.
[[nodiscard]] std::string show_json(const article::Article& article,
                                    const schema::AnalyzedArticle& analyzed);

/// Reads what `options` name and gives each article's output to `print`, which
/// returns whether to go on. Problems go to `report`. Returns the accounts: an
/// article shown counts as indexed. Throws Error.
Tally show_articles(const Options& options, Report& report,
                    const std::function<bool(const std::string&)>& print);

}  // namespace broadsheet::indexer
