#include "corpus/article/origin.h"

#include <fmt/format.h>

namespace broadsheet::article {

std::string to_string(const Origin& origin) {
  if (origin.record == 0) return origin.path;
  return fmt::format("{}, record {} (byte {})", origin.path, origin.record,
                     origin.offset);
}

}  // namespace broadsheet::article
