// Words that open sentences. After "U.S." or "Inc." a full stop may or may not
// end the sentence, and a capital may be that of a name ("U.S. Senate") or of a
// new sentence ("He moved to the U.S. The rest stayed"). These words are
// capitals of the second kind: in running prose they are lower case unless a
// sentence begins with them.
#pragma once

#include <tsl/robin_set.h>

#include <string_view>

namespace broadsheet::text {

/// The opening words of one language.
class OpeningWords {
 public:
  /// `language` is an ISO 639-1 code; of others no word is known.
  explicit OpeningWords(std::string_view language);

  /// Whether `word`, as printed and without what follows an apostrophe, opens
  /// sentences. Only the title-case form does: capitals throughout say nothing.
  [[nodiscard]] bool contains(std::string_view word) const {
    return words_.contains(word);
  }

 private:
  tsl::robin_set<std::string_view> words_;
};

}  // namespace broadsheet::text
