// A half-open range of bytes: the one way this project says "this part of that
// text".
#pragma once

#include <cstddef>
#include <string_view>

namespace broadsheet {

/// The bytes [begin, end) of some text.
struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;

  [[nodiscard]] constexpr std::size_t size() const { return end - begin; }
  [[nodiscard]] constexpr bool empty() const { return begin == end; }
  [[nodiscard]] constexpr bool contains(Span other) const {
    return begin <= other.begin && other.end <= end;
  }
  /// The part of `text` that the span names; it must lie within `text`.
  [[nodiscard]] constexpr std::string_view of(std::string_view text) const {
    return text.substr(begin, size());
  }

  friend constexpr bool operator==(Span, Span) = default;
};

}  // namespace broadsheet
