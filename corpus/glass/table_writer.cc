#include "corpus/glass/table_writer.h"

#include <algorithm>

#include "corpus/base/error.h"
#include "corpus/glass/integers.h"
#include "corpus/glass/item.h"
#include "corpus/glass/tag_compressor.h"

namespace broadsheet::glass {
namespace {

constexpr std::uint32_t kMaxPieces = 65534;

// A piece that leaves its key alone in the rest of a block is worth the key's
// repetition only if it is itself of some size.
constexpr std::size_t kLeastFirstPiece = 34;

}  // namespace

TableWriter::TableWriter(const std::string& path, std::uint32_t compress_min,
                         Packing packing, Writing writing)
    : path_(path),
      packing_(packing),
      file_(path, writing),
      branches_(file_),
      leaf_(0) {
  root_.compress_min = compress_min;
}

void TableWriter::add(std::string_view key, std::string_view tag,
                      TagForm form) {
  check_order(key);
  if (root_.entries == 0) start_first_leaf();
  const std::size_t bytes =
      kSizeBytes + kKeyLengthBytes + key.size() + tag.size();
  if (bytes > kMaxItemBytes ||
      (packing_ == Packing::kFull && leaf_.room() < bytes)) {
    add_pieces(key, tag, form);
  } else {
    if (leaf_.room() < bytes) next_leaf(key, 1);
    put_piece(key, 1, tag,
              kFirstFlag | kLastFlag |
                  (form == TagForm::kDeflated ? kDeflatedFlag : 0));
  }
  std::ranges::copy(key, last_key_.begin());
  last_key_bytes_ = key.size();
  ++root_.entries;
}

void TableWriter::add(std::string_view key, std::string_view tag,
                      TagCompressor& compressor) {
  const std::string_view deflated = compressor.compress(tag);
  if (deflated.empty()) {
    add(key, tag);
  } else {
    add(key, deflated, TagForm::kDeflated);
  }
}

void TableWriter::add_pieces(std::string_view key, std::string_view tag,
                             TagForm form) {
  const std::uint32_t form_flag =
      form == TagForm::kDeflated ? kDeflatedFlag : 0;
  std::uint32_t component = 1;
  do {
    const bool first = component == 1;
    const std::size_t around = kSizeBytes + kKeyLengthBytes + key.size() +
                               (first ? 0 : kComponentBytes);
    const std::size_t most = kMaxItemBytes - around;
    const std::size_t room = leaf_.room();
    std::size_t piece = std::min(tag.size(), most);
    if (room < around + piece) {
      // The key of a first piece is repeated in a branch if it begins a leaf,
      // that of a later one in any case.
      if (room >= around + key.size() + kLeastFirstPiece) {
        piece = room - around;
      } else {
        next_leaf(key, component);
      }
    }
    if (component > kMaxPieces) {
      throw Error(ErrorKind::kInputOutput,
                  "cannot write " + path_ + ": an entry is too large");
    }
    put_piece(key, component, tag.substr(0, piece),
              form_flag | (first ? kFirstFlag : 0) |
                  (piece == tag.size() ? kLastFlag : 0));
    tag.remove_prefix(piece);
    // From here on the pieces' own key is the last one.
    if (first) {
      std::ranges::copy(key, last_key_.begin());
      last_key_bytes_ = key.size();
    }
    ++component;
  } while (!tag.empty());
}

void TableWriter::put_piece(std::string_view key, std::uint32_t component,
                            std::string_view piece, std::uint32_t flags) {
  const std::size_t bytes = kSizeBytes + kKeyLengthBytes + key.size() +
                            (component == 1 ? 0 : kComponentBytes) +
                            piece.size();
  char* out = leaf_.add(bytes);
  put_big_endian16(out, flags | static_cast<std::uint32_t>(bytes - kNotInSize));
  out += kSizeBytes;
  *out++ = static_cast<char>(key.size());
  // Not memcpy: the key of the table's own facts is empty.
  out = std::ranges::copy(key, out).out;
  if (component > 1) {
    put_big_endian16(out, component);
    out += kComponentBytes;
  }
  std::ranges::copy(piece, out);
}

void TableWriter::start_first_leaf() {
  put_piece({}, 1, {}, kFirstFlag | kLastFlag);
}

// Finishes the leaf; the next one begins with piece `component` of `key`.
void TableWriter::next_leaf(std::string_view key, std::uint32_t component) {
  finish_leaf();
  const std::string_view last = last_key();
  const std::size_t shorter = std::min(last.size(), key.size());
  const auto same = static_cast<std::size_t>(
      std::mismatch(key.begin(), key.begin() + shorter, last.begin()).first -
      key.begin());
  leaf_begin_.key = key.substr(0, same + 1);
  leaf_begin_.component = component;
}

void TableWriter::finish_leaf() {
  branches_.add_leaf(leaf_begin_, file_.append(leaf_.finished()));
  leaf_.clear();
}

void TableWriter::check_order(std::string_view key) {
  if (key.empty() || key.size() > kMaxKeyBytes) {
    throw Error(ErrorKind::kInputOutput,
                "cannot write " + path_ + ": a key of " +
                    std::to_string(key.size()) + " bytes");
  }
  // string_view compares bytes as unsigned, as the table does.
  if (last_key() < key) return;
  throw Error(ErrorKind::kInputOutput,
              "cannot write " + path_ + ": keys come out of order");
}

TableRoot TableWriter::finish() {
  if (root_.entries > 0) {
    finish_leaf();
    const BranchLevels::Root top = branches_.finish();
    root_.block = top.block;
    root_.level = top.level;
  }
  file_.finish();
  root_.blocks = file_.blocks();
  root_.hash = file_.hash();
  return root_;
}

}  // namespace broadsheet::glass
