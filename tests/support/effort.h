// How much of a random test is done: all of it by default, less where every
// step takes ten times as long (sanitizers), more for a long search for faults.
#pragma once

#include <algorithm>
#include <cstdlib>
#include <string>

namespace broadsheet::tests {

/// Percent of the usual rounds: BROADSHEET_TEST_EFFORT, else 100.
inline long effort_percent() {
  const char* given = std::getenv("BROADSHEET_TEST_EFFORT");
  return given == nullptr ? 100 : std::max(1L, std::atol(given));
}

/// How many rounds to do where `rounds` are usual; at least one.
inline int effort(int rounds) {
  return static_cast<int>(
      std::max(1L, static_cast<long>(rounds) * effort_percent() / 100));
}

}  // namespace broadsheet::tests
