// Words as numbers: exact forms, stems, terms. What is known of a word stands
// at its number in another list.
//
// A hash map keeps its words spread over all its memory. Here the hash leads to
// eight bytes, a part of the hash and a number, and words stand in the order in
// which they were met: the few thousand that make up nearly all prose are side
// by side, and stay in the processor's cache.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace broadsheet::text {

/// Numbers distinct words from 0. Not for two threads.
class WordTable {
 public:
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;

  /// The place of `word`, or kNone.
  [[nodiscard]] std::uint32_t find(std::string_view word) const {
    return find(word, hash_of(word));
  }

  /// The place of `word`, which is copied and added if it is not there.
  std::uint32_t place(std::string_view word) {
    const std::uint64_t hash = hash_of(word);
    const std::uint32_t found = find(word, hash);
    return found != kNone ? found : add(word, hash);
  }

  /// The word at a place. Valid until the next is added.
  [[nodiscard]] std::string_view at(std::uint32_t place) const {
    const Word word = words_[place];
    return std::string_view(letters_).substr(word.begin, word.size);
  }

  [[nodiscard]] std::size_t size() const { return words_.size(); }

  /// The bytes of all words.
  [[nodiscard]] std::size_t bytes() const { return letters_.size(); }

  /// Bytes of memory taken.
  [[nodiscard]] std::size_t memory() const {
    return slots_.capacity() * sizeof(Slot) + words_.capacity() * sizeof(Word) +
           letters_.capacity();
  }

  /// Forgets all words and frees their memory.
  void clear();

 private:
  struct Slot {
    std::uint32_t mark = 0;
    std::uint32_t place = kNone;
  };
  struct Word {
    std::size_t begin = 0;  // In letters_.
    std::size_t size = 0;
  };

  [[nodiscard]] static std::uint64_t hash_of(std::string_view word);
  [[nodiscard]] std::uint32_t find(std::string_view word,
                                   std::uint64_t hash) const {
    if (slots_.empty()) return kNone;
    const auto mark = static_cast<std::uint32_t>(hash >> 32);
    for (std::size_t i = hash & mask_;; i = (i + 1) & mask_) {
      const Slot slot = slots_[i];
      if (slot.place == kNone) return kNone;
      if (slot.mark == mark && at(slot.place) == word) return slot.place;
    }
  }
  std::uint32_t add(std::string_view word, std::uint64_t hash);
  void put(std::uint64_t hash, std::uint32_t place);
  void grow();

  std::vector<Slot> slots_;  // A power of two of them, at most half in use.
  std::size_t mask_ = 0;
  std::vector<Word> words_;
  std::string letters_;
};

}  // namespace broadsheet::text
