#include "corpus/schema/story_table.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "corpus/schema/damaged_index.h"

namespace broadsheet::schema {
namespace {

constexpr std::string_view kTableMagic = "stories1";
constexpr std::size_t kNumber = 4;
constexpr std::size_t kHead = 16;  // Magic and two numbers.
constexpr std::size_t kMember = 2 * kNumber + 16;

void append_number(std::string& bytes, std::uint32_t number) {
  for (const unsigned shift : {24U, 16U, 8U, 0U}) {
    bytes += static_cast<char>(number >> shift & 0xFF);
  }
}

std::size_t size_of(std::uint64_t stories, std::uint64_t members) {
  return kHead + (stories + 1) * kNumber + members * (kMember + kNumber);
}

}  // namespace

std::string encode_stories(const std::vector<Story>& stories) {
  if (stories.empty()) return {};
  Story all;
  std::string firsts;
  for (const Story& story : stories) {
    append_number(firsts, static_cast<std::uint32_t>(all.size()));
    all.insert(all.end(), story.begin(), story.end());
  }
  append_number(firsts, static_cast<std::uint32_t>(all.size()));
  std::vector<std::uint32_t> by_place(all.size());
  std::iota(by_place.begin(), by_place.end(), 0U);
  std::ranges::sort(by_place, {}, [&](std::uint32_t number) {
    return std::pair(all[number].segment, all[number].docid);
  });

  std::string bytes(kTableMagic);
  append_number(bytes, static_cast<std::uint32_t>(stories.size()));
  append_number(bytes, static_cast<std::uint32_t>(all.size()));
  bytes += firsts;
  for (const StoryMember& member : all) {
    append_number(bytes, member.segment);
    append_number(bytes, member.docid);
    bytes += to_bytes(member.identity);
  }
  for (const std::uint32_t number : by_place) append_number(bytes, number);
  return bytes;
}

StoryTable::StoryTable(std::string bytes, std::string path)
    : path_(std::move(path)) {
  const auto owner = std::make_shared<const std::string>(std::move(bytes));
  bytes_ = *owner;
  owner_ = owner;
  read_head();
  check(first_of(0) == 0 && first_of(stories_) == members_);
  for (std::uint32_t story = 0; story < stories_; ++story) {
    check(first_of(story) < first_of(story + 1));
  }
  for (std::uint32_t i = 0; i < members_; ++i) check(by_place(i) < members_);
}

StoryTable::StoryTable(MappedFile file, std::string path)
    : path_(std::move(path)) {
  const auto owner = std::make_shared<const MappedFile>(std::move(file));
  bytes_ = owner->bytes();
  owner_ = owner;
  read_head();
}

void StoryTable::read_head() {
  check(bytes_.size() >= kHead && bytes_.starts_with(kTableMagic));
  stories_ = number_at(kTableMagic.size());
  members_ = number_at(kTableMagic.size() + kNumber);
  check(bytes_.size() == size_of(stories_, members_));
}

void StoryTable::check(bool is_sound) const {
  if (!is_sound) throw_damaged_index(path_, "is no table of stories");
}

std::optional<std::uint32_t> StoryTable::story_of(std::uint32_t segment,
                                                  std::uint32_t docid) const {
  const std::pair wanted(segment, docid);
  const auto place = [this](std::uint32_t index) {
    const StoryMember found = member(by_place(index));
    return std::pair(found.segment, found.docid);
  };
  std::uint32_t begin = 0;
  std::uint32_t end = members_;
  while (begin < end) {
    const std::uint32_t middle = begin + (end - begin) / 2;
    if (place(middle) < wanted) {
      begin = middle + 1;
    } else {
      end = middle;
    }
  }
  if (begin == members_ || place(begin) != wanted) return std::nullopt;
  const std::uint32_t number = by_place(begin);
  // The last story that begins at or before the member.
  std::uint32_t low = 0;
  std::uint32_t high = stories_;
  while (high - low > 1) {
    const std::uint32_t middle = low + (high - low) / 2;
    (first_of(middle) <= number ? low : high) = middle;
  }
  return low;
}

Story StoryTable::articles_of(std::uint32_t story) const {
  const std::uint32_t begin = first_of(story);
  const std::uint32_t end = first_of(story + 1);
  check(begin < end && end <= members_);
  Story articles;
  for (std::uint32_t i = begin; i < end; ++i) {
    articles.push_back(member(i));
  }
  return articles;
}

std::uint32_t StoryTable::number_at(std::size_t offset) const {
  std::uint32_t number = 0;
  for (std::size_t i = 0; i < kNumber; ++i) {
    number = number << 8 | static_cast<unsigned char>(bytes_[offset + i]);
  }
  return number;
}

std::uint32_t StoryTable::first_of(std::uint32_t story) const {
  return number_at(kHead + std::size_t{story} * kNumber);
}

StoryMember StoryTable::member(std::uint32_t number) const {
  check(number < members_);
  const std::size_t at =
      kHead + (std::size_t{stories_} + 1) * kNumber + number * kMember;
  return {number_at(at), number_at(at + kNumber),
          hash_from_bytes(bytes_.substr(at + 2 * kNumber, 16))};
}

std::uint32_t StoryTable::by_place(std::uint32_t index) const {
  return number_at(kHead + (std::size_t{stories_} + 1) * kNumber +
                   std::size_t{members_} * kMember + index * kNumber);
}

}  // namespace broadsheet::schema
