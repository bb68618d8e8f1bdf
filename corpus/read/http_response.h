// The answer of a web server, as web archives keep it: its head and its body as
// they came over the wire.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace broadsheet::read {

/// Header lines "Name: value" of HTTP, WARC and mail; names without regard to
/// capitals, a line that begins with a blank continues the one before.
class HeaderLines {
 public:
  HeaderLines() = default;
  /// Reads `text`, the lines up to a blank one.
  explicit HeaderLines(std::string_view text);

  /// The first value of `name`, or "".
  [[nodiscard]] std::string_view value(std::string_view name) const;

  [[nodiscard]] bool empty() const { return lines_.empty(); }

 private:
  std::vector<std::pair<std::string, std::string>> lines_;
};

/// Where the header lines of `text` end, and where what follows the blank line
/// behind them begins. Without a blank line, all of it is header.
struct HeaderEnd {
  std::size_t lines = 0;
  std::size_t body = 0;
};
[[nodiscard]] HeaderEnd header_end(std::string_view text);

/// The parameter `name` in a value such as "text/html; charset=utf-8"; "" if it
/// is not there.
[[nodiscard]] std::string header_parameter(std::string_view value,
                                           std::string_view name);

struct HttpPage {
  std::string bytes;    ///< The page, decompressed and in one piece.
  std::string charset;  ///< That the server declared, or "".
};

/// The HTML page in `response`, a whole HTTP response, of which at most `limit`
/// bytes are taken; an empty text if it is another kind of thing (a picture, a
/// redirection); or why it can't be read.
[[nodiscard]] std::variant<HttpPage, std::string> html_of_response(
    std::string_view response, std::size_t limit);

}  // namespace broadsheet::read
