// What the files of an index are called, but for those within a segment.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace broadsheet::schema {

/// "generation-000007", "segment-000012", and "dictionary-000001",
/// "stories-000007" and "stamps-000007" (the number of the generation that made
/// it): at least six digits, so that they sort; and whether `name` is one.
[[nodiscard]] std::string generation_name(std::uint64_t number);
[[nodiscard]] std::string segment_name(std::uint64_t number);
[[nodiscard]] std::string dictionary_name(std::uint64_t generation);
[[nodiscard]] std::string stories_name(std::uint64_t generation);
[[nodiscard]] std::string stamps_name(std::uint64_t generation);
[[nodiscard]] bool is_generation_name(std::string_view name);
[[nodiscard]] bool is_segment_name(std::string_view name);
[[nodiscard]] bool is_dictionary_name(std::string_view name);
[[nodiscard]] bool is_stories_name(std::string_view name);
[[nodiscard]] bool is_stamps_name(std::string_view name);

/// Whether a file of this name lies beside the segments, as part of a
/// generation, and not in one.
[[nodiscard]] bool is_beside_segments(std::string_view name);

}  // namespace broadsheet::schema
