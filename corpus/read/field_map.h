// Which key of a JSON object, a front matter or a table's head is which field
// of an article: the names that news exports use, and what the user maps on
// top.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace broadsheet::read {

enum class ArticleField : unsigned char {
  kId,
  kHeadline,
  kDeck,
  kBody,
  kDate,
  kUpdated,
  kAuthor,
  kSource,
  kUrl,
  kPlace,
  kSection,
  kTopics,
  kLanguage,
};

inline constexpr std::size_t kArticleFields = 13;

/// id, headline, deck, body, date, updated, author, source, url, place,
/// section, topics, lang.
[[nodiscard]] std::string_view to_string(ArticleField field);

class FieldMap {
 public:
  /// The built-in names: those that docs/article-formats.md lists.
  FieldMap();

  /// Takes `assignment`, "field=key" as --map gives it: from then on only `key`
  /// is that field. Returns what is wrong with it, or "".
  [[nodiscard]] std::string assign(std::string_view assignment);

  /// What assign() took, one a line, in order.
  [[nodiscard]] const std::string& assigned() const { return assigned_; }

  /// The field that `key` is, and its rank among the keys for that field: where
  /// an object has several, the lowest rank counts. Nothing if it is none.
  /// Capitals, blanks, '_' and '-' make no difference to the built-in names.
  [[nodiscard]] std::optional<std::pair<ArticleField, int>> find(
      std::string_view key) const;

 private:
  std::vector<std::pair<std::string, std::pair<ArticleField, int>>> keys_;
  std::string assigned_;
};

}  // namespace broadsheet::read
