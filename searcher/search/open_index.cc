#include "searcher/search/open_index.h"

#include <cerrno>
#include <cstring>
#include <utility>

#include "searcher/search/not_an_index.h"

namespace broadsheet::searcher::search {

OpenIndex open_index(const std::string& directory) {
  if (!schema::is_index(directory)) throw not_an_index(directory);
  OpenIndex index{schema::open_published(directory), {}, {}, {}, {}, {}, {}};
  const schema::Manifest& manifest = index.published.manifest;
  reading(directory, [&] {
    for (const schema::Segment& segment : manifest.segments) {
      index.database.add_database(
          Xapian::Database(index.published.directory + "/" + segment.name,
                           Xapian::DB_BACKEND_GLASS));
    }
    index.removed = RemovedArticles(index.published);
  });
  for (const auto& [language, articles] : manifest.languages) {
    index.languages.push_back(language);
  }
  // An empty index holds no language, but a query is still read in one.
  if (index.languages.empty()) index.languages = {"en"};
  return index;
}

const PostingLists& lists_of(const OpenIndex& index) {
  if (!index.lists) {
    std::vector<std::string> directories;
    for (const schema::Segment& segment : index.published.manifest.segments) {
      directories.push_back(index.published.directory + "/" + segment.name);
    }
    index.lists.emplace(index.database, std::move(directories));
  }
  return *index.lists;
}

const Stories& stories_of(const OpenIndex& index) {
  if (!index.stories) index.stories.emplace(index.published, index.database);
  return *index.stories;
}

schema::StoredArticle stored_article(OpenIndex& index, Xapian::docid document) {
  // The docid comes from a match, so nobody need look whether it exists.
  const std::string packed =
      index.database.get_document(document, Xapian::DOC_ASSUME_VALID)
          .get_data();
  if (!index.unpacker) {
    index.unpacker = schema::record_unpacker(index.published);
  }
  return schema::decode_stored(index.unpacker->unpack(packed));
}

Error translated(const Xapian::Error& error, const std::string& directory) {
  const char* reason = error.get_error_string();
  std::string message = error.get_msg();
  if (reason != nullptr) message += std::string(": ") + reason;
  // What the machine lacks is no fault of the index: building it again would
  // not help.
  for (const int number : {EMFILE, ENFILE, ENOMEM, EIO, EACCES, EPERM}) {
    if (reason != nullptr && std::strcmp(reason, std::strerror(number)) == 0) {
      return {ErrorKind::kInputOutput,
              "cannot read the index " + directory + ": " + message};
    }
  }
  return {ErrorKind::kIndex, "the index " + directory +
                                 " is damaged: " + message +
                                 "; rebuild it with broadsheet-index"};
}

}  // namespace broadsheet::searcher::search
