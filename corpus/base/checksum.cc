#include "corpus/base/checksum.h"

#include <fmt/format.h>
#include <xxhash.h>

#include <vector>

#include "corpus/base/file.h"

namespace broadsheet {
namespace {

constexpr std::size_t kPiece = std::size_t{1} << 20;

Hash128 from_xxh(XXH128_hash_t hash) { return {hash.high64, hash.low64}; }

}  // namespace

Hash128 hash128(std::string_view bytes) {
  return from_xxh(XXH3_128bits(bytes.data(), bytes.size()));
}

struct RunningHash::State {
  XXH3_state_t xxh;
};

RunningHash::RunningHash() : state_(std::make_unique<State>()) {
  XXH3_128bits_reset(&state_->xxh);
}
RunningHash::~RunningHash() = default;
RunningHash::RunningHash(RunningHash&&) noexcept = default;
RunningHash& RunningHash::operator=(RunningHash&&) noexcept = default;

void RunningHash::add(std::string_view bytes) {
  XXH3_128bits_update(&state_->xxh, bytes.data(), bytes.size());
}

Hash128 RunningHash::value() const {
  return from_xxh(XXH3_128bits_digest(&state_->xxh));
}

Hash128 hash128_of_file(const std::string& path) {
  const FileDescriptor file = open_for_reading(path);
  RunningHash hash;
  std::vector<char> piece(kPiece);
  while (const std::size_t got = read_some(file, piece.data(), kPiece, path)) {
    hash.add({piece.data(), got});
  }
  return hash.value();
}

std::string to_hex(Hash128 hash) {
  return fmt::format("{:016x}{:016x}", hash.high, hash.low);
}

std::optional<Hash128> hash_from_hex(std::string_view hex) {
  if (hex.size() != 32) return std::nullopt;
  Hash128 hash;
  for (std::size_t i = 0; i < 32; ++i) {
    const char c = hex[i];
    std::uint64_t digit = 0;
    if (c >= '0' && c <= '9') {
      digit = static_cast<std::uint64_t>(c - '0');
    } else if (c >= 'a' && c <= 'f') {
      digit = static_cast<std::uint64_t>(c - 'a') + 10;
    } else {
      return std::nullopt;
    }
    std::uint64_t& half = i < 16 ? hash.high : hash.low;
    half = half << 4 | digit;
  }
  return hash;
}

std::string to_bytes(Hash128 hash) {
  std::string bytes;
  for (const std::uint64_t word : {hash.high, hash.low}) {
    for (int shift = 56; shift >= 0; shift -= 8) {
      bytes += static_cast<char>((word >> shift) & 0xFF);
    }
  }
  return bytes;
}

Hash128 hash_from_bytes(std::string_view bytes) {
  if (bytes.size() < 16) return {};
  Hash128 hash;
  for (std::size_t i = 0; i < 8; ++i) {
    hash.high = hash.high << 8 | static_cast<unsigned char>(bytes[i]);
    hash.low = hash.low << 8 | static_cast<unsigned char>(bytes[i + 8]);
  }
  return hash;
}

}  // namespace broadsheet
