// What tests of segments put in and get out: an article as each writer takes
// it, and the bytes of the tables that came of it.
#pragma once

#include <xapian.h>

#include <string>
#include <vector>

#include "corpus/schema/article_terms.h"
#include "corpus/schema/manifest.h"
#include "corpus/schema/term_table.h"
#include "indexer/segment/inverter.h"

namespace broadsheet::indexer::segment {

/// Adds `article` to `inverter`, whose terms are `terms`.
void invert(const schema::AnalyzedArticle& article, schema::TermTable& terms,
            Inverter& inverter);

/// `article` as Xapian's API wants it.
[[nodiscard]] Xapian::Document document(const schema::AnalyzedArticle& article);

/// The tables of the segment at `path`, as one text; not its version file,
/// which must be there and holds a random number.
[[nodiscard]] std::string tables(const std::string& path);

/// Checks that `files` are those of the segment at `path`, each once, with
/// their sizes and hashes.
void check_files(const std::string& path,
                 const std::vector<schema::SegmentFile>& files);

}  // namespace broadsheet::indexer::segment
