// Claims about CURRENT: one form of it is read, and no other.
#include "corpus/schema/current.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "corpus/base/error.h"

namespace broadsheet::schema {
namespace {

TEST_CASE("CURRENT is read back as it was written, and nothing else is") {
  const Current current{"generation-000007", {1, 0xABCDEF}};
  const std::string text = to_text(current);
  CHECK(text == "generation-000007 00000000000000010000000000abcdef\n");
  CHECK(parse_current(text, "CURRENT") == current);
  for (const std::string_view other :
       {"", "\n", "MANIFEST-000005\n", "generation-000007\n",
        "generation-000007 00000000000000010000000000abcdef",
        "generation-000007 0000000000000001000000000abcdef\n",
        "generation-000007 00000000000000010000000000ABCDEF\n",
        "generation-/../../x 00000000000000010000000000abcdef\n",
        "generation-000007  0000000000000001000000000abcdef\n"}) {
    CAPTURE(other);
    CHECK_THROWS_AS(static_cast<void>(parse_current(other, "CURRENT")), Error);
  }
}

}  // namespace
}  // namespace broadsheet::schema
