#include "searcher/search/open_database.h"

#include <cerrno>
#include <cstring>

namespace broadsheet::searcher::search {

Xapian::Database open_database(const schema::Published& published) {
  Xapian::Database database;
  for (const schema::Segment& segment : published.manifest.segments) {
    database.add_database(Xapian::Database(
        published.directory + "/" + segment.name, Xapian::DB_BACKEND_GLASS));
  }
  return database;
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
