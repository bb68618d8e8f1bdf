// Stored articles are small and alike, so that each alone compresses badly:
// zstd with a dictionary trained on the index's own articles takes a quarter
// less room than deflate without one, and less time. The dictionary is a file
// of the index, the same for all its segments.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/base/mapped_file.h"

namespace broadsheet::schema {

/// A dictionary for records like `records` (encode_stored), at most 256 KiB;
/// empty if they are too few or too short to train on.
[[nodiscard]] std::string train_dictionary(
    const std::vector<std::string>& records);

/// Compresses records. Not for two threads.
class RecordPacker {
 public:
  /// `dictionary` is train_dictionary's, or empty; it is copied. Throws Error.
  explicit RecordPacker(std::string_view dictionary);
  ~RecordPacker();
  RecordPacker(RecordPacker&&) noexcept;
  RecordPacker& operator=(RecordPacker&&) noexcept;

  /// `record` as one zstd frame that names its size but no dictionary.
  [[nodiscard]] std::string pack(std::string_view record);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// The inverse. Not for two threads.
class RecordUnpacker {
 public:
  /// `dictionary` is that of the packer. Throws Error (kIndex) if it is no
  /// dictionary.
  explicit RecordUnpacker(std::string dictionary);
  explicit RecordUnpacker(MappedFile dictionary);
  ~RecordUnpacker();
  RecordUnpacker(RecordUnpacker&&) noexcept;
  RecordUnpacker& operator=(RecordUnpacker&&) noexcept;

  /// The record that was packed. Throws Error (kIndex) if `packed` is damaged,
  /// or claims to hold more than 256 MiB.
  [[nodiscard]] std::string unpack(std::string_view packed);

 private:
  struct State;

  void refer_to(std::string_view dictionary);

  std::unique_ptr<State> state_;
};

}  // namespace broadsheet::schema
