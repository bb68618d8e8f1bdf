// Content identity: 128-bit XXH3 hashes (https://xxhash.com, the algorithm the
// manifest names). They find accidents, not forgeries.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace broadsheet {

struct Hash128 {
  std::uint64_t high = 0;
  std::uint64_t low = 0;

  friend constexpr bool operator==(Hash128, Hash128) = default;
  friend constexpr auto operator<=>(Hash128, Hash128) = default;
};

[[nodiscard]] Hash128 hash128(std::string_view bytes);

/// The hash of bytes that come one after the other.
class RunningHash {
 public:
  RunningHash();
  ~RunningHash();
  RunningHash(RunningHash&&) noexcept;
  RunningHash& operator=(RunningHash&&) noexcept;

  void add(std::string_view bytes);

  /// Of all that was added so far: as hash128() of it.
  [[nodiscard]] Hash128 value() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// The hash of a whole file, read in pieces. Throws Error if it can't be read.
[[nodiscard]] Hash128 hash128_of_file(const std::string& path);

/// 32 lower-case hexadecimal digits, most significant first.
[[nodiscard]] std::string to_hex(Hash128 hash);

/// The inverse; nothing if `hex` is anything else.
[[nodiscard]] std::optional<Hash128> hash_from_hex(std::string_view hex);

/// 16 bytes, most significant first; `from_bytes` of fewer gives zero.
[[nodiscard]] std::string to_bytes(Hash128 hash);
[[nodiscard]] Hash128 hash_from_bytes(std::string_view bytes);

}  // namespace broadsheet
