#include "corpus/text/stemmers.h"

#include <xapian.h>

#include <string>

namespace broadsheet::text {

bool has_stemmer(std::string_view language) {
  if (language.size() != 2) return false;
  try {
    return !Xapian::Stem(std::string(language)).is_none();
  } catch (const Xapian::InvalidArgumentError&) {
    return false;
  }
}

}  // namespace broadsheet::text
