#include "indexer/interruption.h"

#include <atomic>
#include <csignal>

#include "corpus/base/error.h"

namespace broadsheet::indexer {
namespace {

std::atomic<bool> signal_came{false};
static_assert(std::atomic<bool>::is_always_lock_free,
              "a signal handler may touch nothing else");

void note_signal(int /*number*/) { signal_came.store(true); }

}  // namespace

void catch_interruptions() {
  struct sigaction action {};
  action.sa_handler = note_signal;
  action.sa_flags = SA_RESTART | static_cast<int>(SA_RESETHAND);
  for (const int number : {SIGINT, SIGTERM, SIGHUP}) {
    struct sigaction before {};
    ::sigaction(number, nullptr, &before);
    // nohup and background jobs of a shell have some ignored: so they stay.
    if (before.sa_handler == SIG_IGN) continue;
    ::sigaction(number, &action, nullptr);
  }
  std::signal(SIGXFSZ, SIG_IGN);
  std::signal(SIGPIPE, SIG_IGN);
}

bool interrupted() { return signal_came.load(); }

void stop_if_interrupted() {
  if (!interrupted()) return;
  throw Error(ErrorKind::kInterrupted,
              "interrupted; the index stays as it was");
}

}  // namespace broadsheet::indexer
