// Asks for memory before it is needed. In a function of its own, as GCC takes
// one that does nothing but __builtin_prefetch for one without effect, and
// leaves out the calls of it.
#pragma once

namespace broadsheet {

/// Says that what lies at `address` will be needed soon: its line of the cache.
/// A hint; the address need not be valid.
[[gnu::always_inline]] inline void prefetch(const void* address) {
  __builtin_prefetch(address);
  asm volatile("");  // An effect, as the compiler sees it.
}

}  // namespace broadsheet
