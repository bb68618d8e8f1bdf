#include "corpus/schema/index_names.h"

#include <fmt/format.h>

#include <algorithm>

namespace broadsheet::schema {
namespace {

constexpr std::string_view kGenerationPrefix = "generation-";
constexpr std::string_view kSegmentPrefix = "segment-";
constexpr std::string_view kDictionaryPrefix = "dictionary-";
constexpr std::string_view kStoriesPrefix = "stories-";
constexpr std::string_view kStampsPrefix = "stamps-";

bool is_digits(std::string_view text) {
  return !text.empty() && text.size() <= 18 &&
         std::all_of(text.begin(), text.end(),
                     [](char c) { return c >= '0' && c <= '9'; });
}

bool is_numbered(std::string_view name, std::string_view before) {
  return name.starts_with(before) && is_digits(name.substr(before.size()));
}

}  // namespace

std::string generation_name(std::uint64_t number) {
  return fmt::format("{}{:06}", kGenerationPrefix, number);
}

std::string segment_name(std::uint64_t number) {
  return fmt::format("{}{:06}", kSegmentPrefix, number);
}

std::string dictionary_name(std::uint64_t generation) {
  return fmt::format("{}{:06}", kDictionaryPrefix, generation);
}

std::string stories_name(std::uint64_t generation) {
  return fmt::format("{}{:06}", kStoriesPrefix, generation);
}

std::string stamps_name(std::uint64_t generation) {
  return fmt::format("{}{:06}", kStampsPrefix, generation);
}

bool is_generation_name(std::string_view name) {
  return is_numbered(name, kGenerationPrefix);
}

bool is_segment_name(std::string_view name) {
  return is_numbered(name, kSegmentPrefix);
}

bool is_dictionary_name(std::string_view name) {
  return is_numbered(name, kDictionaryPrefix);
}

bool is_stories_name(std::string_view name) {
  return is_numbered(name, kStoriesPrefix);
}

bool is_stamps_name(std::string_view name) {
  return is_numbered(name, kStampsPrefix);
}

bool is_beside_segments(std::string_view name) {
  return is_dictionary_name(name) || is_stories_name(name) ||
         is_stamps_name(name);
}

}  // namespace broadsheet::schema
