// How it is said that an index is damaged: everywhere with the same advice.
#pragma once

#include <string>

namespace broadsheet::schema {

/// Throws Error (kIndex): `path` `what`, the index is damaged, and what to do.
[[noreturn]] void throw_damaged_index(const std::string& path,
                                      const std::string& what);

}  // namespace broadsheet::schema
