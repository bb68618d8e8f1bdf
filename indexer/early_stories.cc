#include "indexer/early_stories.h"

#include "corpus/base/error.h"
#include "corpus/schema/story_table.h"
#include "indexer/interruption.h"
#include "indexer/stories.h"

namespace broadsheet::indexer {

void EarlyStories::start(unsigned threads, const Wordings& wordings) {
  const auto go_on = [this] {
    if (is_given_up_) {
      throw Error(ErrorKind::kInterrupted, "the stories are not wanted");
    }
    stop_if_interrupted();
  };
  found_ = std::async(threads > 1 ? std::launch::async : std::launch::deferred,
                      [threads, go_on, &wordings] {
                        return schema::encode_stories(
                            find_first_stories({threads, go_on}, wordings));
                      });
}

}  // namespace broadsheet::indexer
