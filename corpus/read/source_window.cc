#include "corpus/read/source_window.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace broadsheet::read {
namespace {

constexpr std::size_t kPiece = std::size_t{1} << 18;
constexpr std::size_t kMuch = 16 * kPiece;

}  // namespace

SourceWindow::SourceWindow(std::unique_ptr<ByteSource> source, std::size_t most)
    : source_(std::move(source)), most_(most), buffer_(kPiece + kPadding) {}

bool SourceWindow::fill() {
  if (ended_) return false;
  make_room();
  const std::size_t got = source_->read(buffer_.data() + end_, room());
  end_ += got;
  ended_ = got == 0;
  return !ended_;
}

void SourceWindow::make_room() {
  if (room() >= kPiece / 2) return;
  const std::size_t held = end_ - begin_;
  if (held < kPiece / 2 && buffer_.size() > kMuch) {
    // What a long record took is given back behind it.
    std::vector<char> smaller(kPiece + kPadding);
    std::memcpy(smaller.data(), buffer_.data() + begin_, held);
    buffer_ = std::move(smaller);
  } else {
    std::memmove(buffer_.data(), buffer_.data() + begin_, held);
  }
  base_ += std::exchange(begin_, 0);
  end_ = held;
  if (room() >= kPiece / 2) return;
  const std::size_t most = std::max(most_, held) + kPiece;
  buffer_.resize(std::min(2 * (buffer_.size() - kPadding), most) + kPadding);
}

}  // namespace broadsheet::read
