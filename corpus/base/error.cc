#include "corpus/base/error.h"

#include <system_error>

namespace broadsheet {

Error system_error(const std::string& action, const std::string& path,
                   int number) {
  return {ErrorKind::kInputOutput, "cannot " + action + " " + path + ": " +
                                       std::generic_category().message(number)};
}

}  // namespace broadsheet
