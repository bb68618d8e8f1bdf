#include "indexer/early_stories.h"

#include <unistd.h>

#include "corpus/base/error.h"
#include "corpus/schema/story_table.h"
#include "indexer/interruption.h"
#include "indexer/stories.h"

namespace broadsheet::indexer {
namespace {

// This thread and those that it will start get what the writing of positions
// leaves of the processor, as that takes longest: it is one thread's work, and
// the stories are that of several. A hint.
void let_others_go_first() {
  constexpr int kNicer = 10;
  // On Linux, of the thread alone.
  static_cast<void>(::nice(kNicer));
}

}  // namespace

void EarlyStories::start(unsigned threads, const Wordings& wordings) {
  const auto go_on = [this] {
    if (is_given_up_) {
      throw Error(ErrorKind::kInterrupted, "the stories are not wanted");
    }
    stop_if_interrupted();
  };
  const bool at_once = threads > 1;
  found_ = std::async(at_once ? std::launch::async : std::launch::deferred,
                      [at_once, threads, go_on, &wordings] {
                        if (at_once) let_others_go_first();
                        return schema::encode_stories(
                            find_first_stories({threads, go_on}, wordings));
                      });
}

}  // namespace broadsheet::indexer
