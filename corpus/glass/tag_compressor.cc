#include "corpus/glass/tag_compressor.h"

#define ZLIB_CONST  // Its input is const then.
#include <libdeflate.h>
#include <zlib.h>

#include <limits>

#include "corpus/base/error.h"
#include "corpus/glass/table_root.h"

namespace broadsheet::glass {
namespace {

// As small as zlib's level 6 on these tags, in a third of the time.
constexpr int kFastLevel = 1;
constexpr int kRawDeflate = -15;  // Window bits; negative: no zlib header.
constexpr int kMemoryLevel = 9;

struct FreeLibdeflate {
  void operator()(libdeflate_compressor* compressor) const {
    libdeflate_free_compressor(compressor);
  }
  void operator()(libdeflate_decompressor* decompressor) const {
    libdeflate_free_decompressor(decompressor);
  }
};

[[noreturn]] void throw_no_memory() {
  throw Error(ErrorKind::kInputOutput, "no memory to compress articles");
}

/// zlib's compressor, which unlike libdeflate can end a stream in a chosen way.
class LongTagCompressor {
 public:
  LongTagCompressor() {
    if (deflateInit2(&stream_, kFastLevel, Z_DEFLATED, kRawDeflate,
                     kMemoryLevel, Z_DEFAULT_STRATEGY) != Z_OK) {
      throw_no_memory();
    }
  }
  ~LongTagCompressor() { deflateEnd(&stream_); }
  LongTagCompressor(const LongTagCompressor&) = delete;
  LongTagCompressor& operator=(const LongTagCompressor&) = delete;

  /// Compresses `tag` into `out`; returns the bytes taken, or 0 if there are
  /// too few.
  std::size_t compress(std::string_view tag, char* out, std::size_t size) {
    deflateReset(&stream_);
    stream_.next_in = reinterpret_cast<const Bytef*>(tag.data());
    stream_.avail_in = static_cast<uInt>(tag.size());
    stream_.next_out = reinterpret_cast<Bytef*>(out);
    stream_.avail_out = static_cast<uInt>(size);
    // The flush ends in an empty stored block; what finishes the stream is ten
    // more bits without output.
    if (deflate(&stream_, Z_SYNC_FLUSH) != Z_OK || stream_.avail_out == 0 ||
        deflate(&stream_, Z_FINISH) != Z_STREAM_END) {
      return 0;
    }
    return size - stream_.avail_out;
  }

 private:
  z_stream stream_{};
};

}  // namespace

struct TagCompressor::State {
  std::unique_ptr<libdeflate_compressor, FreeLibdeflate> fast{
      libdeflate_alloc_compressor(kFastLevel)};
  LongTagCompressor for_long_tags;
  std::string buffer;
};

TagCompressor::TagCompressor() : state_(std::make_unique<State>()) {
  if (state_->fast == nullptr) throw_no_memory();
}
TagCompressor::~TagCompressor() = default;
TagCompressor::TagCompressor(TagCompressor&&) noexcept = default;
TagCompressor& TagCompressor::operator=(TagCompressor&&) noexcept = default;

std::string_view TagCompressor::compress(std::string_view tag) {
  if (tag.size() <= kCompressMin ||
      tag.size() > std::numeric_limits<uInt>::max()) {
    return {};
  }
  // Room for one byte less than the tag: what is no smaller does not fit.
  const std::size_t room = tag.size() - 1;
  std::string& buffer = state_->buffer;
  if (buffer.size() < room) buffer.resize(room);
  const std::size_t bytes =
      tag.size() < kInflateStepBytes
          ? libdeflate_deflate_compress(state_->fast.get(), tag.data(),
                                        tag.size(), buffer.data(), room)
          : state_->for_long_tags.compress(tag, buffer.data(), room);
  return std::string_view(buffer).substr(0, bytes);
}

std::string inflate(std::string_view stream) {
  constexpr std::size_t kMostBytes = std::size_t{256} << 20;
  const std::unique_ptr<libdeflate_decompressor, FreeLibdeflate> inflater(
      libdeflate_alloc_decompressor());
  if (inflater == nullptr) throw_no_memory();
  std::string tag(4 * stream.size() + 64, '\0');
  for (;;) {
    std::size_t bytes = 0;
    const libdeflate_result result = libdeflate_deflate_decompress(
        inflater.get(), stream.data(), stream.size(), tag.data(), tag.size(),
        &bytes);
    if (result == LIBDEFLATE_SUCCESS) {
      tag.resize(bytes);
      return tag;
    }
    if (result != LIBDEFLATE_INSUFFICIENT_SPACE || tag.size() > kMostBytes) {
      throw Error(ErrorKind::kIndex, "a compressed entry is damaged");
    }
    tag.resize(4 * tag.size());
  }
}

}  // namespace broadsheet::glass
