// A checker that keeps a stack of open brackets instead of calling itself. It
// runs only on lines that simdjson refused, which tells no position.
#include "corpus/read/json_fault.h"

#include <utility>

namespace broadsheet::read {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_hex(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

class Checker {
 public:
  explicit Checker(std::string_view text) : text_(text) {}

  std::optional<JsonFault> check() {
    skip();
    if (at_ == text_.size()) fault("nothing but white space");
    while (!fault_) {
      value();
      if (fault_ || !behind_value()) break;
    }
    return fault_;
  }

 private:
  void fault(std::string what) {
    if (!fault_) fault_ = JsonFault{std::move(what), at_};
  }

  [[nodiscard]] char here() const {
    return at_ < text_.size() ? text_[at_] : '\0';
  }

  void skip() {
    while (at_ < text_.size() && (here() == ' ' || here() == '\t' ||
                                  here() == '\r' || here() == '\n')) {
      ++at_;
    }
  }

  // A value up to where the next one, or what closes it, must stand.
  void value() {
    for (;;) {
      skip();
      const char c = here();
      if (c == '{') {
        ++at_;
        skip();
        if (here() == '}') return void(++at_);
        open_ += '{';
        key();
        if (fault_) return;
        continue;
      }
      if (c == '[') {
        ++at_;
        skip();
        if (here() == ']') return void(++at_);
        open_ += '[';
        continue;
      }
      if (c == '"') return string();
      if (c == '-' || is_digit(c)) return number();
      return word();
    }
  }

  // Closes what ends here and goes to the next value; false at the end.
  bool behind_value() {
    for (;;) {
      skip();
      if (open_.empty()) {
        if (at_ < text_.size()) fault("more text behind the end of the value");
        return false;
      }
      const char close = open_.back() == '{' ? '}' : ']';
      if (here() == ',') {
        ++at_;
        skip();
        if (here() == close) {
          fault("a comma with nothing behind it");
          return false;
        }
        if (close == '}') key();
        return !fault_;
      }
      if (here() != close) {
        if (at_ == text_.size()) {
          fault(close == '}' ? "the line ends before the object's \"}\""
                             : "the line ends before the array's \"]\"");
        } else {
          fault(close == '}' ? "a comma or \"}\" is missing"
                             : "a comma or \"]\" is missing");
        }
        return false;
      }
      ++at_;
      open_.pop_back();
    }
  }

  void key() {
    if (at_ == text_.size()) return fault("the line ends within an object");
    if (here() != '"') return fault("a key must start with a quotation mark");
    string();
    skip();
    if (fault_) return;
    if (here() != ':') return fault("a colon is missing behind the key");
    ++at_;
  }

  void string() {
    const std::size_t begin = at_;
    for (++at_; at_ < text_.size(); ++at_) {
      const char c = text_[at_];
      if (c == '"') return void(++at_);
      if (static_cast<unsigned char>(c) < 0x20) {
        return fault(
            "a control character in a string; JSON writes \\t, \\n or "
            "\\u00XX");
      }
      if (c == '\\') escape();
      if (fault_) return;
    }
    at_ = begin;
    fault("a quotation mark that no other closes");
  }

  void escape() {
    ++at_;
    if (std::string_view("\"\\/bfnrt").find(here()) != std::string_view::npos &&
        at_ < text_.size()) {
      return;
    }
    if (here() != 'u') return fault("an escape that JSON does not know");
    for (std::size_t i = 1; i <= 4; ++i) {
      if (at_ + i >= text_.size() || !is_hex(text_[at_ + i])) {
        return fault("\\u without four hexadecimal digits");
      }
    }
    at_ += 4;
  }

  void digits() {
    if (!is_digit(here())) return fault("a digit is missing in a number");
    while (is_digit(here())) ++at_;
  }

  void number() {
    if (here() == '-') ++at_;
    if (text_.substr(at_).starts_with("Infinity")) {
      return fault("Infinity is no JSON number");
    }
    const bool zero = here() == '0';
    const std::size_t begin = at_;
    digits();
    if (zero && at_ > begin + 1) {
      at_ = begin;
      return fault("a number that starts with 0");
    }
    if (!fault_ && here() == '.') {
      ++at_;
      digits();
    }
    if (!fault_ && (here() == 'e' || here() == 'E')) {
      ++at_;
      if (here() == '+' || here() == '-') ++at_;
      digits();
    }
  }

  void word() {
    const std::string_view rest = text_.substr(at_);
    for (const std::string_view known : {"true", "false", "null"}) {
      if (rest.starts_with(known)) return void(at_ += known.size());
    }
    if (rest.empty()) return fault("the line ends where a value should stand");
    if (rest.starts_with("NaN") || rest.starts_with("Infinity")) {
      return fault("NaN and Infinity are no JSON numbers; write null");
    }
    if (rest.front() == '\'') {
      return fault("strings stand in double quotation marks");
    }
    fault("no JSON value");
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::string open_;  // The brackets not closed yet.
  std::optional<JsonFault> fault_;
};

// The code unit of the escape "\uXXXX" at `at`; nothing if there is none.
std::optional<unsigned> unit_at(std::string_view text, std::size_t at) {
  if (at + 6 > text.size() || text[at] != '\\' || text[at + 1] != 'u') {
    return std::nullopt;
  }
  unsigned unit = 0;
  for (std::size_t i = at + 2; i < at + 6; ++i) {
    const char c = text[i];
    if (!is_hex(c)) return std::nullopt;
    const int digit = is_digit(c) ? c - '0' : (c | 0x20) - 'a' + 10;
    unit = unit * 16 + static_cast<unsigned>(digit);
  }
  return unit;
}

}  // namespace

std::optional<JsonFault> find_json_fault(std::string_view text) {
  return Checker(text).check();
}

std::optional<std::string> with_surrogates_replaced(std::string_view text) {
  std::optional<std::string> replaced;
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {
    if (text[i] != '\\') continue;
    const std::optional<unsigned> unit = unit_at(text, i);
    if (!unit || *unit < 0xD800 || *unit > 0xDFFF) {
      ++i;  // Passes over "\\", so that its second sign opens nothing.
      continue;
    }
    const std::optional<unsigned> next = unit_at(text, i + 6);
    if (*unit < 0xDC00 && next && *next >= 0xDC00 && *next <= 0xDFFF) {
      i += 11;
      continue;
    }
    if (!replaced) replaced = std::string(text);
    replaced->replace(i, 6, "\\uFFFD");
    i += 5;
  }
  return replaced;
}

}  // namespace broadsheet::read
