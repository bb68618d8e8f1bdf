// Claims about numbers of identities, and the pages of what stands at them.
#include "indexer/identity_table.h"

#include <doctest/doctest.h>

#include <cstdint>

#include "indexer/paged_list.h"

namespace broadsheet::indexer {
namespace {

/// Identities that differ in either half, many of which begin in one slot.
Hash128 identity(std::uint64_t i) { return {i % 3, (i / 3) << 8}; }

TEST_CASE("identities are numbered as they come and found again") {
  IdentityTable table;
  CHECK(table.find(identity(0)) == IdentityTable::kNone);
  for (std::uint32_t i = 0; i < 3000; ++i) {
    CHECK(table.find(identity(i)) == IdentityTable::kNone);
    CHECK(table.number(identity(i)) == i);
    CHECK(table.number(identity(i / 2)) == i / 2);
  }
  for (std::uint32_t i = 0; i < 3000; ++i) CHECK(table.find(identity(i)) == i);
  CHECK(table.find(identity(3000)) == IdentityTable::kNone);
  CHECK(table.size() == 3000);
  CHECK(table.memory() >= 3000 * sizeof(Hash128));
}

TEST_CASE("a paged list keeps what stands in it where it is") {
  PagedList<std::uint32_t> list;
  list.push_back(7);
  const std::uint32_t* first = &list[0];
  for (std::uint32_t i = 1; i < 10000; ++i) list.push_back(i);
  CHECK(list.size() == 10000);
  CHECK(&list[0] == first);
  CHECK(list[0] == 7);
  list[5000] = 1;
  CHECK(list[4999] == 4999);
  CHECK(list[5000] == 1);
  CHECK(list[9999] == 9999);
}

}  // namespace
}  // namespace broadsheet::indexer
