// Packed records come back whole, with a dictionary and without.
#include "corpus/schema/record_codec.h"

#include <doctest/doctest.h>

#include <random>

#include "corpus/base/error.h"
#include "tests/support/effort.h"

namespace broadsheet::schema {
namespace {

std::vector<std::string> records(std::size_t count) {
  const std::vector<std::string> words{
      "harbour ", "minister ", "said ", "on ",  "Monday ", "the ",   "prices ",
      "of ",      "grain ",    "rose ", "per ", "cent ",   "after ", "talks "};
  std::mt19937 random(7);
  std::vector<std::string> made;
  for (std::size_t i = 0; i < count; ++i) {
    std::string record;
    for (int w = 0; w < 150; ++w) record += words[random() % words.size()];
    made.push_back(record + std::to_string(random()));
  }
  return made;
}

TEST_CASE("what is packed is unpacked, whatever the dictionary") {
  const std::vector<std::string> samples = records(1500);
  const std::string trained = train_dictionary(samples);
  REQUIRE_FALSE(trained.empty());
  for (const std::string& dictionary : {std::string(), trained}) {
    RecordPacker packer(dictionary);
    RecordUnpacker unpacker(dictionary);
    CHECK(unpacker.unpack(packer.pack("")).empty());
    for (const std::string& record : records(50)) {
      const std::string packed = packer.pack(record);
      CHECK(packed.size() < record.size());
      CHECK(unpacker.unpack(packed) == record);
    }
  }
}

TEST_CASE("a dictionary saves room") {
  const std::string trained = train_dictionary(records(1500));
  const std::string record = records(1).front();
  CHECK(RecordPacker(trained).pack(record).size() <
        RecordPacker("").pack(record).size());
}

TEST_CASE("too little to learn from gives no dictionary") {
  CHECK(train_dictionary({}).empty());
  CHECK(train_dictionary(records(5)).empty());
  CHECK(train_dictionary(std::vector<std::string>(900000, "")).empty());
}

TEST_CASE("damage is an Error or other text, never a crash") {
  const std::string dictionary = train_dictionary(records(1500));
  const std::string packed = RecordPacker(dictionary).pack(records(1).front());
  RecordUnpacker unpacker(dictionary);
  for (std::size_t size = 0; size < packed.size(); ++size) {
    CHECK_THROWS_AS((void)unpacker.unpack(packed.substr(0, size)), Error);
  }
  const auto seed = std::random_device{}();
  CAPTURE(seed);
  std::mt19937 random(seed);
  for (int round = 0; round < tests::effort(5000); ++round) {
    std::string damaged = packed;
    damaged[random() % damaged.size()] ^= static_cast<char>(1U << random() % 8);
    try {
      (void)unpacker.unpack(damaged);
    } catch (const Error& error) {
      REQUIRE(error.kind() == ErrorKind::kIndex);
    }
  }
}

}  // namespace
}  // namespace broadsheet::schema
