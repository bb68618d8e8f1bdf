#include "indexer/freed_memory.h"

#include <malloc.h>

namespace broadsheet::indexer {
namespace {

// Blocks of at least these bytes come from the system one by one. Without a
// fixed bound glibc raises it to the size of what is freed, up to 32 MB, and
// runs would leave holes in the heap.
constexpr int kLargeBlock = 512 << 10;

// What may be free at a heap's end before it is given back.
constexpr int kFreeEnd = 4 << 20;

}  // namespace

void keep_no_freed_blocks() {
  // Both can only fail for numbers that mallopt does not know.
  static_cast<void>(::mallopt(M_MMAP_THRESHOLD, kLargeBlock));
  static_cast<void>(::mallopt(M_TRIM_THRESHOLD, kFreeEnd));
}

void give_back_freed_memory() { static_cast<void>(::malloc_trim(0)); }

}  // namespace broadsheet::indexer
