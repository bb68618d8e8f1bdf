#include "searcher/search/posting_lists.h"

#include <algorithm>

#include "corpus/base/file.h"
#include "corpus/glass/version_file.h"

namespace broadsheet::searcher::search {

void PostingList::throw_damaged() {
  throw Xapian::DatabaseCorruptError("a posting list is not as it should be");
}

std::size_t PostingLists::parts() const {
  return std::max<std::size_t>(tables().size(), 1);
}

Xapian::docid PostingLists::last_docid(std::size_t part) const {
  return tables().empty() ? database_.get_lastdocid()
                          : tables()[part].last_docid;
}

PostingList PostingLists::list(std::size_t part,
                               const std::string& term) const {
  if (tables().empty()) return {database_.postlist_begin(term), false};
  const Table& table = tables()[part];
  return PostingList(glass::PostingCursor::of_term(
      table.file.bytes(), table.root, table.last_docid, term));
}

PostingList PostingLists::lengths(std::size_t part) const {
  if (tables().empty()) return {database_.postlist_begin(""), true};
  const Table& table = tables()[part];
  return PostingList(glass::PostingCursor::of_lengths(
      table.file.bytes(), table.root, table.last_docid));
}

std::optional<PostingLists::Table> PostingLists::open(
    const std::string& directory) {
  const auto version =
      glass::decode_version_file(read_file(directory + "/iamglass"));
  if (!version || !version->is_own() ||
      version->statistics.last_docid == glass::PostingCursor::kEnd) {
    return std::nullopt;
  }
  return Table{MappedFile(directory + "/postlist.glass"), version->postlist,
               version->statistics.last_docid};
}

const std::vector<PostingLists::Table>& PostingLists::tables() const {
  if (tables_) return *tables_;
  tables_.emplace();
  for (const std::string& directory : directories_) {
    std::optional<Table> table = open(directory);
    if (!table) {
      tables_->clear();
      break;
    }
    tables_->push_back(std::move(*table));
  }
  return *tables_;
}

}  // namespace broadsheet::searcher::search
