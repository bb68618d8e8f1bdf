// Memory that was freed, and what the allocator does with it.
#pragma once

namespace broadsheet::indexer {

/// Has large blocks given back to the system when they are freed, from now on,
/// instead of kept for the next. For the program's beginning.
void keep_no_freed_blocks();

/// Gives what was freed back to the system: for the end of a phase of a run,
/// the next of which needs other things.
void give_back_freed_memory();

}  // namespace broadsheet::indexer
