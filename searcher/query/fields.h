// The names that may stand before a colon: fields, their aliases, and what each
// one takes. A name that is nearly one of them is a mistake; any other is text.
#pragma once

#include <optional>
#include <string_view>

#include "corpus/schema/terms.h"
#include "searcher/query/tree.h"

namespace broadsheet::searcher::query {

/// What follows the colon of a field.
enum class FieldKind : unsigned char {
  kWords,      ///< Words, phrases or a group, searched in `words`.
  kDate,       ///< date: a date, a range or none.
  kBefore,     ///< before: a date.
  kAfter,      ///< after: a date.
  kLanguage,   ///< lang: an ISO 639-1 code.
  kWordCount,  ///< wc: a number or a range.
  kIdentity,   ///< id: an article's own id.
  kUrl,        ///< url: a part of it.
  kPath,       ///< path: a part of it.
  kStories,    ///< dup: which article of a story.
};

struct FieldName {
  std::string_view name;  ///< Lower case, as it is typed.
  FieldKind kind = FieldKind::kWords;
  schema::Field words = schema::Field::kText;  ///< For kWords.
  Region region = Region::kAnywhere;           ///< For kWords.
};

/// The field called `name`, in any case; nothing if there is none.
[[nodiscard]] std::optional<FieldName> find_field(std::string_view name);

/// The field that `name` is probably a misspelling of: one wrong, missing,
/// added or swapped letter, two in long names. Nothing if none is that near, if
/// `name` is a field, or if it is too short to tell.
[[nodiscard]] std::optional<FieldName> nearest_field(std::string_view name);

}  // namespace broadsheet::searcher::query
