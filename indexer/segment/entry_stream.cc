#include "indexer/segment/entry_stream.h"

#include <algorithm>

#include "indexer/segment/glass/integers.h"

namespace broadsheet::indexer::segment {
namespace {

// The two lengths, a key and the payload's length.
constexpr std::size_t kMaxHeadBytes = 2 + 255 + glass::kMaxVarintBytes;

}  // namespace

void EntryWriter::add(std::string_view key, std::string_view payload) {
  const std::size_t shorter = std::min(key.size(), last_key_.size());
  std::size_t same = 0;
  while (same < shorter && key[same] == last_key_[same]) ++same;
  const std::string_view rest = key.substr(same);

  char* out = bytes_.room(kMaxHeadBytes + payload.size());
  *out++ = static_cast<char>(same);
  *out++ = static_cast<char>(rest.size());
  out = std::copy(rest.begin(), rest.end(), out);
  out = glass::put_varint(out, payload.size());
  out = std::copy(payload.begin(), payload.end(), out);
  bytes_.written_to(out);
  last_key_.resize(same);
  last_key_ += rest;
}

ByteBuffer EntryWriter::take() {
  last_key_.clear();
  return std::move(bytes_);
}

void EntryStream::spill(SpillFile& file) {
  if (file_ != nullptr) return;
  size_ = memory_.size();
  begin_ = file.append(memory_.view());
  file_ = &file;
  memory_ = {};
}

EntryReader::EntryReader(const EntryStream& stream, std::size_t buffer)
    : file_(stream.file_),
      next_(stream.begin_),
      left_(stream.size_),
      buffer_bytes_(buffer),
      window_(stream.memory_.view()) {}

bool EntryReader::next() {
  window_.remove_prefix(payload_.size());
  payload_ = {};
  if (window_.empty() && left_ == 0) return false;
  need(kMaxHeadBytes);
  const auto same = static_cast<unsigned char>(window_[0]);
  const auto rest = static_cast<unsigned char>(window_[1]);
  key_.resize(same);
  key_ += window_.substr(2, rest);
  const char* in = window_.data() + 2 + rest;
  const auto size = static_cast<std::size_t>(glass::take_varint(in));
  window_.remove_prefix(static_cast<std::size_t>(in - window_.data()));
  need(size);
  payload_ = window_.substr(0, size);
  return true;
}

// Sees to it that the next `bytes` of the stream, or all that are left, are in
// the window.
void EntryReader::need(std::size_t bytes) {
  if (window_.size() >= bytes || left_ == 0) return;
  const std::size_t kept = window_.size();
  const auto more = static_cast<std::size_t>(
      std::min<std::uint64_t>(left_, std::max(buffer_bytes_, bytes) - kept));
  // What is kept may lie in the buffer itself.
  ByteBuffer fresh;
  char* out = fresh.room(kept + more);
  out = std::copy(window_.begin(), window_.end(), out);
  file_->read(next_, out, more);
  fresh.written_to(out + more);
  buffer_ = std::move(fresh);
  window_ = buffer_.view();
  next_ += more;
  left_ -= more;
}

}  // namespace broadsheet::indexer::segment
