#include "indexer/identity_table.h"

#include "corpus/base/error.h"

namespace broadsheet::indexer {
namespace {

constexpr std::size_t kFirstSlots = 512;

}  // namespace

std::uint32_t IdentityTable::find(const Hash128& identity) const {
  return slots_.empty() ? kNone : slots_[slot_of(identity)];
}

std::uint32_t IdentityTable::number(const Hash128& identity) {
  if (2 * (identities_.size() + 1) > slots_.size()) grow();
  std::uint32_t& slot = slots_[slot_of(identity)];
  if (slot != kNone) return slot;
  if (identities_.size() == kNone) {
    throw Error(ErrorKind::kInputOutput,
                "there are more articles than an index can hold");
  }
  slot = static_cast<std::uint32_t>(identities_.size());
  identities_.push_back(identity);
  return slot;
}

std::size_t IdentityTable::slot_of(const Hash128& identity) const {
  const std::size_t mask = slots_.size() - 1;
  // The hashes are evenly spread already.
  std::size_t slot = identity.low & mask;
  while (slots_[slot] != kNone && identities_[slots_[slot]] != identity) {
    slot = (slot + 1) & mask;
  }
  return slot;
}

void IdentityTable::grow() {
  slots_.assign(slots_.empty() ? kFirstSlots : 2 * slots_.size(), kNone);
  const std::size_t mask = slots_.size() - 1;
  for (std::uint32_t number = 0; number < identities_.size(); ++number) {
    std::size_t slot = identities_[number].low & mask;
    while (slots_[slot] != kNone) slot = (slot + 1) & mask;
    slots_[slot] = number;
  }
}

}  // namespace broadsheet::indexer
