#include "corpus/schema/slots.h"

#include <xapian.h>

namespace broadsheet::schema {
namespace {

constexpr std::size_t kIdBytes = 16;
constexpr std::size_t kContentBytes = 8;

}  // namespace

std::string published_value(std::int64_t seconds) {
  return Xapian::sortable_serialise(static_cast<double>(seconds));
}

std::string word_count_value(std::uint32_t words) {
  return Xapian::sortable_serialise(words);
}

std::string identity_value(const Identity& identity) {
  return to_bytes(identity.id) +
         to_bytes(identity.content).substr(0, kContentBytes);
}

std::optional<Identity> parse_identity(std::string_view value) {
  if (value.size() != kIdBytes + kContentBytes) return std::nullopt;
  std::string content(value.substr(kIdBytes));
  content.resize(kIdBytes, '\0');
  return Identity{hash_from_bytes(value.substr(0, kIdBytes)),
                  hash_from_bytes(content)};
}

}  // namespace broadsheet::schema
