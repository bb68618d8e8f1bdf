#include "corpus/read/converted_source.h"

#include <algorithm>
#include <cstring>

namespace broadsheet::read {

std::size_t ConvertedSource::read(char* bytes, std::size_t size) {
  while (given_ == text_.size() && !ended_) {
    text_.clear();
    given_ = 0;
    ended_ = !convert_piece(*source_, text_);
  }
  const std::size_t part = std::min(size, text_.size() - given_);
  std::memcpy(bytes, text_.data() + given_, part);
  given_ += part;
  return part;
}

}  // namespace broadsheet::read
