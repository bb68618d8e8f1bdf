// A text seen as the numbers, words and signs that dates are made of.
#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string_view>

namespace broadsheet::article {

/// A number as written.
struct Number {
  int value = 0;
  std::size_t digits = 0;
};

/// What is left to read of a date. Copy it to be able to go back.
class DateCursor {
 public:
  /// `text` must outlive the cursor.
  explicit DateCursor(std::string_view text) : rest_(text) {}

  [[nodiscard]] bool at_end() const { return rest_.empty(); }
  [[nodiscard]] std::string_view rest() const { return rest_; }

  /// Whether a digit comes next.
  [[nodiscard]] bool at_digit() const {
    return !rest_.empty() && is_digit(rest_.front());
  }

  /// Passes over `sign` if it comes next; whether it did.
  bool take(std::string_view sign) {
    if (!rest_.starts_with(sign)) return false;
    rest_.remove_prefix(sign.size());
    return true;
  }

  /// Passes over blanks and commas; whether there were any.
  bool skip() {
    const std::size_t end =
        std::min(rest_.find_first_not_of(" \t\r\n,"), rest_.size());
    rest_.remove_prefix(end);
    return end > 0;
  }

  /// Takes a number; nothing if no digit comes next. Of more than nine digits
  /// only their count is told.
  std::optional<Number> number() {
    Number number;
    while (number.digits < rest_.size() && is_digit(rest_[number.digits])) {
      if (number.digits < 9) {
        number.value = number.value * 10 + (rest_[number.digits] - '0');
      }
      ++number.digits;
    }
    if (number.digits == 0) return std::nullopt;
    rest_.remove_prefix(number.digits);
    return number;
  }

  /// Takes the letters that come next, perhaps none. All that is not ASCII is a
  /// letter.
  std::string_view word() {
    std::size_t end = 0;
    while (end < rest_.size() && is_letter(rest_[end])) ++end;
    const std::string_view word = rest_.substr(0, end);
    rest_.remove_prefix(end);
    return word;
  }

 private:
  static bool is_digit(char c) { return c >= '0' && c <= '9'; }

  static bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           static_cast<unsigned char>(c) >= 0x80;
  }

  std::string_view rest_;
};

}  // namespace broadsheet::article
