// Claims about the names within an index directory.
#include "corpus/schema/index_names.h"

#include <doctest/doctest.h>

namespace broadsheet::schema {
namespace {

TEST_CASE("generations and segments have numbers in their names") {
  CHECK(generation_name(7) == "generation-000007");
  CHECK(segment_name(12) == "segment-000012");
  CHECK(is_generation_name(generation_name(1234567890)));
  CHECK(is_segment_name(segment_name(0)));
  CHECK_FALSE(is_segment_name("segment-12x"));
  CHECK_FALSE(is_segment_name("generation-000001"));
}

}  // namespace
}  // namespace broadsheet::schema
