#include "searcher/query/fields.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "corpus/base/nearest.h"

namespace broadsheet::searcher::query {
namespace {

using schema::Field;

constexpr std::array kNames{
    FieldName{"title", FieldKind::kWords, Field::kHeadline},
    FieldName{"headline", FieldKind::kWords, Field::kHeadline},
    FieldName{"hd", FieldKind::kWords, Field::kHeadline},
    FieldName{"author", FieldKind::kWords, Field::kAuthor},
    FieldName{"byline", FieldKind::kWords, Field::kAuthor},
    FieldName{"by", FieldKind::kWords, Field::kAuthor},
    FieldName{"source", FieldKind::kWords, Field::kSource},
    FieldName{"pub", FieldKind::kWords, Field::kSource},
    FieldName{"place", FieldKind::kWords, Field::kPlace},
    FieldName{"dateline", FieldKind::kWords, Field::kPlace},
    FieldName{"section", FieldKind::kWords, Field::kSection},
    FieldName{"subject", FieldKind::kWords, Field::kTopic},
    FieldName{"topic", FieldKind::kWords, Field::kTopic},
    FieldName{"date", FieldKind::kDate},
    FieldName{"before", FieldKind::kBefore},
    FieldName{"after", FieldKind::kAfter},
    FieldName{"lead", FieldKind::kWords, Field::kText, Region::kLead},
    FieldName{"lp", FieldKind::kWords, Field::kText, Region::kLead},
    FieldName{"hlead", FieldKind::kWords, Field::kText,
              Region::kHeadlineAndLead},
    FieldName{"body", FieldKind::kWords, Field::kText, Region::kBody},
    FieldName{"quote", FieldKind::kWords, Field::kText, Region::kQuotation},
    FieldName{"said", FieldKind::kWords, Field::kText, Region::kSpeaker},
    FieldName{"lang", FieldKind::kLanguage},
    FieldName{"wc", FieldKind::kWordCount},
    FieldName{"length", FieldKind::kWordCount},
    FieldName{"id", FieldKind::kIdentity},
    FieldName{"url", FieldKind::kUrl},
    FieldName{"path", FieldKind::kPath},
    FieldName{"dup", FieldKind::kStories},
};

// Shorter names are too near to everything.
constexpr std::size_t kShortestMistake = 4;
constexpr std::size_t kLongName = 6;

// Names of other search engines for fields we have under another name.
constexpr std::array kForeign{std::pair{"intitle", "title"},
                              std::pair{"inauthor", "author"}};

std::string lower_name(std::string_view name) {
  std::string lowered(name);
  std::ranges::transform(lowered, lowered.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return lowered;
}

}  // namespace

std::optional<FieldName> find_field(std::string_view name) {
  const std::string lowered = lower_name(name);
  const auto* const found =
      std::ranges::find(kNames, lowered, &FieldName::name);
  if (found == kNames.end()) return std::nullopt;
  return *found;
}

std::optional<FieldName> nearest_field(std::string_view name) {
  constexpr std::size_t kLongest = 16;
  if (name.size() > kLongest || find_field(name)) return std::nullopt;
  const std::string lowered = lower_name(name);
  for (const auto& [foreign, ours] : kForeign) {
    if (lowered == foreign) return find_field(ours);
  }
  std::optional<FieldName> nearest;
  std::size_t fewest = 0;
  for (const FieldName& field : kNames) {
    const std::size_t shorter = std::min(field.name.size(), lowered.size());
    if (field.name.size() < kShortestMistake || shorter < kShortestMistake) {
      continue;
    }
    const std::size_t most = shorter >= kLongName ? 2 : 1;
    const std::size_t count = edit_distance(lowered, field.name);
    if (count > most || (nearest && count >= fewest)) continue;
    nearest = field;
    fewest = count;
  }
  return nearest;
}

}  // namespace broadsheet::searcher::query
