// A number for each distinct string, so that a string that is met a million
// times is kept once and compared as a number.
#pragma once

#include <tsl/robin_map.h>
#include <xxhash.h>

#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>

namespace broadsheet::text {

/// Numbers distinct strings from 0, as they come. Not for two threads.
class Interner {
 public:
  /// The number of `text`, which is copied if it is new.
  std::uint32_t id(std::string_view text) {
    const auto found = ids_.find(text);
    if (found != ids_.end()) return found->second;
    const auto id = static_cast<std::uint32_t>(texts_.size());
    // The deque never moves a string, so the map may point at it.
    ids_.emplace(std::string_view(texts_.emplace_back(text)), id);
    return id;
  }

  /// The string numbered `id`, which is below size(). Valid until clear().
  [[nodiscard]] std::string_view text(std::uint32_t id) const {
    return texts_[id];
  }

  [[nodiscard]] std::size_t size() const { return texts_.size(); }

  /// Forgets all strings; numbers begin at 0 again.
  void clear() {
    ids_.clear();
    texts_.clear();
  }

 private:
  struct HashBytes {
    std::size_t operator()(std::string_view bytes) const {
      return XXH3_64bits(bytes.data(), bytes.size());
    }
  };

  tsl::robin_map<std::string_view, std::uint32_t, HashBytes> ids_;
  std::deque<std::string> texts_;  // What ids_ points at.
};

}  // namespace broadsheet::text
