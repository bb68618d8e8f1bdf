#include "indexer/segment/entry_stream.h"

#include <algorithm>
#include <utility>

#include "corpus/glass/integers.h"

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
  ByteBuffer taken = bytes_.exact_copy();
  bytes_.clear();
  return taken;
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
      buffer_bytes_(std::max(buffer, kMaxHeadBytes)),
      window_(stream.memory_.view()) {}

bool EntryReader::next() {
  const std::size_t passed = std::min(payload_left_, window_.size());
  window_.remove_prefix(passed);
  next_ += payload_left_ - passed;
  left_ -= payload_left_ - passed;
  payload_left_ = 0;
  if (window_.empty() && left_ == 0) return false;
  need(kMaxHeadBytes);
  const auto same = static_cast<unsigned char>(window_[0]);
  const auto rest = static_cast<unsigned char>(window_[1]);
  key_.resize(same);
  key_ += window_.substr(2, rest);
  const char* in = window_.data() + 2 + rest;
  payload_left_ = static_cast<std::size_t>(glass::take_varint(in));
  window_.remove_prefix(static_cast<std::size_t>(in - window_.data()));
  return true;
}

std::string_view EntryReader::payload_head() {
  const std::size_t size = std::min(payload_left_, kPayloadHeadBytes);
  need(size);
  return window_.substr(0, size);
}

std::string_view EntryReader::take_payload(ByteBuffer& scratch) {
  const std::size_t size = std::exchange(payload_left_, 0);
  if (size <= buffer_bytes_) need(size);
  if (size <= window_.size()) {
    const std::string_view payload = window_.substr(0, size);
    window_.remove_prefix(size);
    return payload;
  }
  scratch.clear();
  char* out = scratch.room(size);
  out = std::copy(window_.begin(), window_.end(), out);
  const std::size_t rest = size - window_.size();
  file_->read(next_, out, rest);
  scratch.written_to(out + rest);
  window_ = {};
  next_ += rest;
  left_ -= rest;
  return scratch.view();
}

// Sees to it that the next `bytes` of the stream, at most buffer_bytes_, or all
// that are left, are in the window.
void EntryReader::need(std::size_t bytes) {
  if (window_.size() >= bytes || left_ == 0) return;
  if (!buffer_) {
    buffer_ = std::make_unique_for_overwrite<char[]>(buffer_bytes_);
  }
  // The window lies in the buffer itself: only streams in files have more.
  const std::size_t kept = window_.size();
  char* out = std::copy(window_.begin(), window_.end(), buffer_.get());
  const auto more = static_cast<std::size_t>(
      std::min<std::uint64_t>(left_, buffer_bytes_ - kept));
  file_->read(next_, out, more);
  window_ = {buffer_.get(), kept + more};
  next_ += more;
  left_ -= more;
}

}  // namespace broadsheet::indexer::segment
