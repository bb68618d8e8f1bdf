#include "corpus/base/mapped_file.h"

#include <sys/mman.h>
#include <sys/stat.h>

#include <cerrno>

#include "corpus/base/error.h"
#include "corpus/base/file.h"

namespace broadsheet {

MappedFile::MappedFile(const std::string& path) {
  const FileDescriptor file = open_for_reading(path);
  struct stat status {};
  if (::fstat(file.number(), &status) != 0) {
    throw system_error("read", path, errno);
  }
  size_ = static_cast<std::size_t>(status.st_size);
  if (size_ == 0) return;  // Of nothing, no system makes a map.
  void* const begin =
      ::mmap(nullptr, size_, PROT_READ, MAP_PRIVATE, file.number(), 0);
  if (begin == MAP_FAILED) throw system_error("read", path, errno);
  begin_ = begin;
}

MappedFile& MappedFile::operator=(MappedFile&& other) noexcept {
  std::swap(begin_, other.begin_);
  std::swap(size_, other.size_);
  return *this;
}

MappedFile::~MappedFile() {
  if (begin_ != nullptr) ::munmap(begin_, size_);
}

std::string_view MappedFile::bytes() const {
  return {static_cast<const char*>(begin_), size_};
}

}  // namespace broadsheet
