// Deflated tags as stock Xapian inflates them: piece by piece, in steps.
#include "corpus/glass/tag_compressor.h"

#include <doctest/doctest.h>
#define ZLIB_CONST
#include <zlib.h>

#include <algorithm>
#include <array>
#include <random>
#include <string>
#include <string_view>

namespace broadsheet::glass {
namespace {

/// Inflates `stream`, cut into pieces of `first` bytes and then of `each`, the
/// way stock Xapian 1.4 does; "" and what went wrong if it would give up.
std::string inflated(std::string_view stream, std::size_t first,
                     std::size_t each) {
  z_stream inflater{};
  if (inflateInit2(&inflater, -15) != Z_OK) return "no memory";
  std::string text;
  std::string wrong;
  for (std::size_t size = first; wrong.empty(); size = each) {
    const std::string_view piece = stream.substr(0, size);
    stream.remove_prefix(piece.size());
    inflater.next_in = reinterpret_cast<const Bytef*>(piece.data());
    inflater.avail_in = static_cast<uInt>(piece.size());
    bool done = false;
    do {
      std::array<unsigned char, kInflateStepBytes> step;
      inflater.next_out = step.data();
      inflater.avail_out = static_cast<uInt>(step.size());
      const int code = inflate(&inflater, Z_SYNC_FLUSH);
      done = code == Z_STREAM_END;
      if (code != Z_OK && !done) wrong = "inflate failed";
      text.append(reinterpret_cast<const char*>(step.data()),
                  step.size() - inflater.avail_out);
    } while (wrong.empty() && !done && inflater.avail_in > 0);
    if (done != stream.empty()) wrong = done ? "too many" : "too few";
    if (stream.empty()) break;
  }
  inflateEnd(&inflater);
  return wrong.empty() ? text : "wrong: " + wrong;
}

std::string random_text(std::size_t size, unsigned letters, unsigned seed) {
  std::mt19937 random(seed);
  std::string text(size, '\0');
  for (char& c : text) {
    c = static_cast<char>(
        'a' + std::uniform_int_distribution<unsigned>(0, letters - 1)(random));
  }
  return text;
}

TEST_CASE("what is short or gets no smaller is left as it is") {
  TagCompressor compressor;
  CHECK(compressor.compress("").empty());
  CHECK(compressor.compress(std::string(18, 'a')).empty());
  CHECK_FALSE(compressor.compress(std::string(100, 'a')).empty());
  std::mt19937 random(7);
  for (const std::size_t size : {100U, 8191U, 8192U, 50000U}) {
    std::string noise(size, '\0');
    for (char& c : noise) c = static_cast<char>(random());
    CHECK(compressor.compress(noise).empty());
  }
}

TEST_CASE("a tag is inflated in steps, into however many pieces it is cut") {
  TagCompressor compressor;
  const auto readable_when_cut = [&](const std::string& tag) {
    const std::string stream(compressor.compress(tag));
    if (stream.empty()) return false;
    for (std::size_t first = 1;
         first <= std::min<std::size_t>(stream.size(), 40); ++first) {
      if (inflated(stream, first, 2037) != tag) return false;
      if (inflated(stream, stream.size() - first + 1, 2037) != tag) {
        return false;
      }
    }
    return inflated(stream, stream.size(), 1) == tag &&
           inflated(stream, 1, 1) == tag;
  };
  for (const std::size_t size : {100U, 1000U, 8191U, 8192U, 8193U, 8450U,
                                 16383U, 16384U, 16385U, 24576U, 40000U}) {
    CAPTURE(size);
    CHECK(readable_when_cut(std::string(size, 'e')));
    for (const unsigned letters : {2U, 5U, 26U}) {
      CHECK(readable_when_cut(random_text(size, letters, letters)));
    }
  }
}

TEST_CASE("every length around a step can be inflated") {
  TagCompressor compressor;
  for (std::size_t size = 8180; size < 8720; ++size) {
    CAPTURE(size);
    const std::string tag(size, 'e');
    const std::string stream(compressor.compress(tag));
    REQUIRE(inflated(stream, stream.size(), 1) == tag);
  }
}

}  // namespace
}  // namespace broadsheet::glass
