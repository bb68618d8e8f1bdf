// The broken world: disk, index, library data. Thrown where it is found, caught
// once in `main`, which turns its kind into the exit code. A bad article is a
// `Problem` and a bad query a `QueryError`; neither is thrown.
#pragma once

#include <stdexcept>
#include <string>

namespace broadsheet {

/// Each kind is one exit code of the programs (docs: man pages, EXIT STATUS).
enum class ErrorKind {
  kUsage = 2,         ///< The command line asks for what cannot be done.
  kIndex = 3,         ///< The index is missing, damaged or of another version.
  kInputOutput = 4,   ///< Reading or writing failed.
  kLocked = 5,        ///< Another writer holds the index.
  kInterrupted = 130  ///< SIGINT or SIGTERM.
};

/// An error with a message for people: what failed, where, and what to do.
/// The message may quote names from outside; whoever prints it escapes it.
class Error : public std::runtime_error {
 public:
  Error(ErrorKind kind, const std::string& message)
      : std::runtime_error(message), kind_(kind) {}

  [[nodiscard]] ErrorKind kind() const { return kind_; }
  [[nodiscard]] int exit_code() const { return static_cast<int>(kind_); }

 private:
  ErrorKind kind_;
};

/// An Error of kind kInputOutput that says what was done to which file and
/// why the system refused: "cannot open FILE: No such file or directory".
/// `number` is an errno value.
[[nodiscard]] Error system_error(const std::string& action,
                                 const std::string& path, int number);

}  // namespace broadsheet
