// Standard output and standard error, written whole and checked: a full disk is
// an error, a reader that has gone away is not.
#pragma once

#include <string>
#include <string_view>

namespace broadsheet::searcher {

/// Standard output, written in large pieces.
class Output {
 public:
  /// Throws Error (kInputOutput) if the system refuses, but for a closed pipe:
  /// what follows that is quietly dropped.
  void write(std::string_view text);

  /// Writes what is left, with the same errors. Without it that is lost.
  void flush();

  /// Nobody reads any more: there is no need to go on.
  [[nodiscard]] bool is_closed() const { return closed_; }

 private:
  std::string waiting_;
  bool closed_ = false;
};

/// Writes to standard error; there is nowhere to complain if that fails.
void write_message(std::string_view text);

}  // namespace broadsheet::searcher
