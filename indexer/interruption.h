// Signals that ask a run to end: it stops between two articles, publishes
// nothing and clears up behind itself.
#pragma once

namespace broadsheet::indexer {

/// From now on SIGINT, SIGTERM and SIGHUP set `interrupted`, each once: a
/// second one of the same kind ends the program at once. SIGXFSZ and SIGPIPE
/// are ignored, so that the write that caused them fails with an errno.
void catch_interruptions();

/// Whether such a signal came.
[[nodiscard]] bool interrupted();

/// Throws Error (kInterrupted) if one came.
void stop_if_interrupted();

}  // namespace broadsheet::indexer
