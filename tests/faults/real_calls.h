// The calls of the C library that the shim stands in front of.
#pragma once

#include <dlfcn.h>
#include <sys/types.h>

namespace broadsheet::tests {

/// The C library's own function `name`.
template <typename Function>
Function real(const char* name) {
  return reinterpret_cast<Function>(::dlsym(RTLD_NEXT, name));
}

using Open = int (*)(const char*, int, ...);
using Write = ssize_t (*)(int, const void*, size_t);
using Read = ssize_t (*)(int, void*, size_t);
using Sync = int (*)(int);
using Rename = int (*)(const char*, const char*);
using OnPath = int (*)(const char*);
using Mkdir = int (*)(const char*, mode_t);
using Truncate = int (*)(int, off_t);
using Unlinkat = int (*)(int, const char*, int);

}  // namespace broadsheet::tests
