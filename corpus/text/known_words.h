// The printed words a lexicon remembers, each with its forms beside it. Every
// word of every article is looked for here, and most of that time would be
// spent waiting for memory; so a word of usual length and its form are one line
// of the processor's cache, where its hash says, and that line can be asked for
// ahead. What does not fit is kept apart.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/base/prefetch.h"
#include "corpus/text/form.h"

namespace broadsheet::text {

/// Words as printed, with what each is searched by. Not for two threads.
class KnownWords {
 public:
  /// The forms of `word`, or nothing if it is not known. `hash` is
  /// hash_of(word). Valid until the next is added.
  [[nodiscard]] std::optional<std::span<const Form>> find(
      std::string_view word, std::uint64_t hash) const {
    if (rows_.empty()) return std::nullopt;
    const auto mark = static_cast<std::uint32_t>(hash >> 32);
    for (std::size_t i = hash & mask_; rows_[i].size != 0;
         i = (i + 1) & mask_) {
      const Row& row = rows_[i];
      if (row.mark == mark && row.size == word.size() && is_at(row, word)) {
        return forms_of(row);
      }
    }
    return std::nullopt;
  }

  /// Adds `word`, which is not empty and not known yet, with its forms. Both
  /// are copied.
  void add(std::string_view word, std::uint64_t hash,
           std::span<const Form> forms);

  /// Says that the word with this hash will be looked for soon.
  void prefetch(std::uint64_t hash) const {
    if (!rows_.empty()) broadsheet::prefetch(&rows_[hash & mask_]);
  }

  [[nodiscard]] std::size_t size() const { return size_; }

  /// The bytes of all words.
  [[nodiscard]] std::size_t bytes() const { return bytes_; }

  /// Bytes of memory taken.
  [[nodiscard]] std::size_t memory() const {
    return rows_.capacity() * sizeof(Row) + letters_.capacity() +
           forms_.capacity() * sizeof(Form) + apart_.capacity() * sizeof(Apart);
  }

  /// Forgets all words and frees their memory.
  void clear();

  [[nodiscard]] static std::uint64_t hash_of(std::string_view word);

 private:
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;
  static constexpr std::size_t kRowLetters = 24;

  struct alignas(64) Row {
    std::uint32_t mark = 0;       // The upper half of the hash.
    std::uint32_t size = 0;       // Bytes of the word; 0: an empty row.
    std::uint32_t apart = kNone;  // In apart_, of a word that does not fit.
    Form form;
    std::array<char, kRowLetters> letters{};
  };
  static_assert(sizeof(Row) == 64);

  /// A word that is long, or has no form or several.
  struct Apart {
    std::size_t letters = 0;  // Begin in letters_.
    std::size_t first = 0;    // In forms_.
    std::size_t count = 0;
  };

  // Whether `word`, which is as long as the row's, is the row's. A call of
  // memcmp takes longer than the few letters of a word.
  [[nodiscard]] bool is_at(const Row& row, std::string_view word) const {
    if (row.apart != kNone) return letters_of(row) == word;
    const char* a = row.letters.data();
    const char* b = word.data();
    const std::size_t size = word.size();
    if (size < 4) {
      return a[0] == b[0] && a[size / 2] == b[size / 2] &&
             a[size - 1] == b[size - 1];
    }
    if (size < 8) return alike<4>(a, b) && alike<4>(a + size - 4, b + size - 4);
    return alike<8>(a, b) && alike<8>(a + size - 8, b + size - 8) &&
           (size <= 16 || alike<8>(a + 8, b + 8));
  }
  template <std::size_t kBytes>
  [[nodiscard]] static bool alike(const char* a, const char* b) {
    return std::memcmp(a, b, kBytes) == 0;  // Of a known size: two loads.
  }
  [[nodiscard]] std::string_view letters_of(const Row& row) const {
    if (row.apart == kNone) return {row.letters.data(), row.size};
    return std::string_view(letters_).substr(apart_[row.apart].letters,
                                             row.size);
  }
  [[nodiscard]] std::span<const Form> forms_of(const Row& row) const {
    if (row.apart == kNone) return {&row.form, 1};
    const Apart& apart = apart_[row.apart];
    return std::span(forms_).subspan(apart.first, apart.count);
  }
  Row& free_row(std::uint64_t hash);
  void grow();

  std::vector<Row> rows_;  // A power of two, at most three quarters in use.
  std::size_t mask_ = 0;
  std::size_t size_ = 0;
  std::size_t bytes_ = 0;
  std::vector<Apart> apart_;
  std::vector<Form> forms_;
  std::string letters_;
};

}  // namespace broadsheet::text
