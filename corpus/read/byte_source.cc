// The sources there are today: an open file, bytes in memory, and bytes put
// back in front of another source.
#include "corpus/read/byte_source.h"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

namespace broadsheet::read {
namespace {

class FileSource final : public ByteSource {
 public:
  FileSource(FileDescriptor file, std::string path)
      : file_(std::move(file)), path_(std::move(path)) {}

  std::size_t read(char* bytes, std::size_t size) override {
    if (ended_) return 0;  // Most files are small, and asked for once more.
    try {
      const std::size_t got = read_some(file_, bytes, size, path_);
      ended_ = got == 0;
      return got;
    } catch (const Error& error) {
      throw ReadError(error.what());
    }
  }
  bool seek(std::uint64_t offset) override {
    if (::lseek(file_.number(), static_cast<off_t>(offset), SEEK_SET) < 0) {
      return false;
    }
    ended_ = false;
    return true;
  }
  [[nodiscard]] std::optional<std::uint64_t> size() const override {
    struct stat status {};
    if (::fstat(file_.number(), &status) != 0) return std::nullopt;
    return static_cast<std::uint64_t>(status.st_size);
  }
  [[nodiscard]] const std::string& name() const override { return path_; }

 private:
  FileDescriptor file_;
  std::string path_;
  bool ended_ = false;
};

class MemorySource final : public ByteSource {
 public:
  MemorySource(std::string bytes, std::string name)
      : bytes_(std::move(bytes)), name_(std::move(name)) {}

  std::size_t read(char* bytes, std::size_t size) override {
    const std::size_t part = std::min(size, bytes_.size() - given_);
    std::memcpy(bytes, bytes_.data() + given_, part);
    given_ += part;
    return part;
  }
  bool seek(std::uint64_t offset) override {
    given_ = std::min(static_cast<std::size_t>(offset), bytes_.size());
    return true;
  }
  [[nodiscard]] std::optional<std::uint64_t> size() const override {
    return bytes_.size();
  }
  [[nodiscard]] const std::string& name() const override { return name_; }

 private:
  std::string bytes_;
  std::string name_;
  std::size_t given_ = 0;
};

class SourceAfter final : public ByteSource {
 public:
  SourceAfter(std::string head, std::unique_ptr<ByteSource> rest)
      : head_(std::move(head)), rest_(std::move(rest)) {}

  std::size_t read(char* bytes, std::size_t size) override {
    if (given_ == head_.size()) return rest_->read(bytes, size);
    const std::size_t part = std::min(size, head_.size() - given_);
    std::memcpy(bytes, head_.data() + given_, part);
    given_ += part;
    return part;
  }
  bool seek(std::uint64_t offset) override {
    if (!rest_->seek(offset)) return false;
    given_ = head_.size();
    return true;
  }
  [[nodiscard]] std::optional<std::uint64_t> size() const override {
    return rest_->size();
  }
  [[nodiscard]] const std::string& name() const override {
    return rest_->name();
  }

 private:
  std::string head_;
  std::unique_ptr<ByteSource> rest_;
  std::size_t given_ = 0;
};

}  // namespace

bool ByteSource::seek(std::uint64_t /*offset*/) { return false; }

std::optional<std::uint64_t> ByteSource::size() const { return std::nullopt; }

std::unique_ptr<ByteSource> file_source(FileDescriptor file, std::string path) {
  return std::make_unique<FileSource>(std::move(file), std::move(path));
}

std::unique_ptr<ByteSource> memory_source(std::string bytes, std::string name) {
  return std::make_unique<MemorySource>(std::move(bytes), std::move(name));
}

std::unique_ptr<ByteSource> source_after(std::string head,
                                         std::unique_ptr<ByteSource> rest) {
  return std::make_unique<SourceAfter>(std::move(head), std::move(rest));
}

std::string read_up_to(ByteSource& source, std::size_t size) {
  // Not a string that grows first: it would be zeroed, 64 KB for a file of one.
  std::array<char, std::size_t{1} << 16> piece;
  std::string bytes;
  while (bytes.size() < size) {
    const std::size_t got =
        source.read(piece.data(), std::min(piece.size(), size - bytes.size()));
    if (got == 0) break;
    bytes.append(piece.data(), got);
  }
  return bytes;
}

}  // namespace broadsheet::read
