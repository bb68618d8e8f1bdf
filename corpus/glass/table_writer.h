// A table, written from its first entry to its last: leaves are filled one by
// one, each as full as it gets, and never touched again.
//
// An item takes at most kMaxItemBytes, so that four fit into a block: a longer
// tag is cut, and where a cut is made anyway, the first piece fills what is
// left of the block. The first leaf begins with an item without key and tag.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "corpus/glass/block_builder.h"
#include "corpus/glass/block_file.h"
#include "corpus/glass/branch_levels.h"
#include "corpus/glass/table_root.h"

namespace broadsheet::glass {

class TagCompressor;

inline constexpr std::size_t kMaxKeyBytes = 255;
inline constexpr std::size_t kMaxItemBytes =
    (kBlockBytes - kBlockHeaderBytes - 4 * kDirectoryEntryBytes) / 4;
static_assert(kMaxItemBytes == 2043);

/// How the bytes of a tag are to be read.
enum class TagForm : unsigned char {
  kPlain,
  kDeflated,  ///< A raw deflate stream; see tag_compressor.h.
};

/// Whether a tag that would fit into one item may be cut to fill a leaf: that
/// takes 4 % off a table of articles, and makes some of them two reads.
enum class Packing : unsigned char { kWhole, kFull };

/// Writes one table into a file of its own.
class TableWriter {
 public:
  /// Creates or replaces `path`. Throws Error.
  TableWriter(const std::string& path, std::uint32_t compress_min,
              Packing packing = Packing::kWhole,
              Writing writing = Writing::kAtOnce);

  /// Adds an entry. Throws Error, and the table is of no use then, if `key` is
  /// not greater than all before it (bytes compare unsigned), empty or longer
  /// than kMaxKeyBytes, or if the tag would take more than 65,534 pieces.
  void add(std::string_view key, std::string_view tag,
           TagForm form = TagForm::kPlain);

  /// The same, deflated by `compressor` if that is smaller.
  void add(std::string_view key, std::string_view tag,
           TagCompressor& compressor);

  /// Completes the file, unsynced. Nothing may be added after it. A table
  /// without entries is an empty file. Throws Error.
  [[nodiscard]] TableRoot finish();

 private:
  void add_pieces(std::string_view key, std::string_view tag, TagForm form);
  void put_piece(std::string_view key, std::uint32_t component,
                 std::string_view piece, std::uint32_t flags);
  void start_first_leaf();
  void next_leaf(std::string_view key, std::uint32_t component);
  void finish_leaf();
  void check_order(std::string_view key);
  [[nodiscard]] std::string_view last_key() const {
    return {last_key_.data(), last_key_bytes_};
  }

  std::string path_;
  Packing packing_;
  BlockFile file_;
  BranchLevels branches_;
  TableRoot root_;
  BlockBuilder leaf_;
  Separator leaf_begin_;
  // Not a string: the key changes with every entry of millions.
  std::array<char, kMaxKeyBytes> last_key_{};
  std::size_t last_key_bytes_ = 0;
};

}  // namespace broadsheet::glass
