// Connectors as professionals type them: w/5, pre/3, w/s, NEAR and their many
// aliases, each read into one form.
#pragma once

#include <optional>
#include <string_view>

namespace broadsheet::searcher::query {

struct Connector {
  enum class Reach : unsigned char {
    kWords,        ///< At most `distance` apart.
    kSentence,     ///< In one sentence.
    kParagraph,    ///< In one paragraph.
    kBadDistance,  ///< What follows the slash is none of these.
  };
  Reach reach = Reach::kWords;
  unsigned distance = 0;  ///< 1 to 255, for kWords; adjacent words are 1 apart.
  bool ordered = false;   ///< pre/n: the left side comes first.

  friend bool operator==(const Connector&, const Connector&) = default;
};

/// The connector that `word`, which stands between blanks, is; nothing if it is
/// a word like any other. w/ pre/ near/ onear/ with something else behind the
/// slash is a connector of kBadDistance; n/a and p/e are words.
[[nodiscard]] std::optional<Connector> read_connector(std::string_view word);

}  // namespace broadsheet::searcher::query
