// How the memory of --memory is shared out: the one place where it says who
// gets how much. What a run keeps in memory is one of these:
//
//   the program    its code, libraries, ICU's tables, the reading of files,
//                  the training of a dictionary
//   chunks         articles on their way from the reader to the threads; a
//                  large one goes alone
//   words          what each thread remembers of words and terms; it forgets
//                  them when its share is used up
//   inversion      the articles each thread turns into a run; it ends the run
//                  when its share is used up
//   runs           those that wait to be merged, and the buffers by which they
//                  are read back; also the catalog and the prints of wordings,
//                  which are never on disk: 300 bytes an article. Runs go to
//                  disk when the share is used up
//
// Nothing of it changes what is indexed. When all articles are read, words and
// inversion are given back, and merging and stories take their room. What the
// shares do not say: an article of 16 MB takes many times its size while it is
// read and analysed, whatever they are; and with a hundred million articles,
// the catalog would be more than its share.
#pragma once

#include <cstddef>

namespace broadsheet::indexer {

/// Less than this can't be kept to.
inline constexpr std::size_t kLeastMemory = std::size_t{96} << 20;

/// Bytes, if they are not threads.
struct MemoryShares {
  unsigned threads = 1;         ///< That analyse, at least one.
  unsigned waiting_chunks = 1;  ///< Between the reader and the threads.
  std::size_t chunks = 0;       ///< Chunk::bytes of all these, if several.
  std::size_t words = 0;        ///< For each thread.
  std::size_t inversion = 0;    ///< For each thread, as Inverter::memory().
  std::size_t runs = 0;
};

/// The shares of `memory` bytes, at least kLeastMemory, for `threads` or as
/// many of them as there is room for.
[[nodiscard]] MemoryShares share_out(std::size_t memory, unsigned threads);

}  // namespace broadsheet::indexer
