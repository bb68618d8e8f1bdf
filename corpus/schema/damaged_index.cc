#include "corpus/schema/damaged_index.h"

#include "corpus/base/error.h"

namespace broadsheet::schema {

void throw_damaged_index(const std::string& path, const std::string& what) {
  throw Error(ErrorKind::kIndex,
              path + " " + what +
                  ": the index is damaged; remove its directory and index the "
                  "articles again");
}

}  // namespace broadsheet::schema
