// The program's streams: results on standard output, notes on standard error.
// Used by main alone; the library of the indexer prints nothing itself.
#pragma once

#include <cstdio>
#include <string>

namespace broadsheet::indexer {

/// Whether `stream` is a terminal that understands control sequences.
[[nodiscard]] bool is_terminal(std::FILE* stream);

/// Writes `lines` to standard output. Returns false if nobody reads it any
/// more; throws Error for any other failure.
bool print_result(const std::string& lines);

/// Writes `lines`, escaped already, to standard error.
void print_note(const std::string& lines);

/// Tells why the run failed, on standard error and escaped, and returns the
/// exit code of ErrorKind::kInputOutput; for "" does nothing and returns 0.
int report_failure(const std::string& why);

}  // namespace broadsheet::indexer
