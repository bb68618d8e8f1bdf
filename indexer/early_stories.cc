#include "indexer/early_stories.h"

#include <utility>

#include "corpus/base/error.h"
#include "corpus/schema/story_table.h"

namespace broadsheet::indexer {

void EarlyStories::start(StoryPlan plan, const Wordings& wordings) {
  plan.go_on = [this, go_on = std::move(plan.go_on)] {
    if (is_given_up_) {
      throw Error(ErrorKind::kInterrupted, "the stories are not wanted");
    }
    go_on();
  };
  found_ = std::async(
      plan.threads > 1 ? std::launch::async : std::launch::deferred,
      [plan, &wordings] {
        return schema::encode_stories(find_first_stories(plan, wordings));
      });
}

}  // namespace broadsheet::indexer
