// A page or a feed says the same thing in several places, some better than
// others: of all the values offered for a field the best-placed one counts.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/read/article_parts.h"
#include "corpus/read/field_map.h"

namespace broadsheet::read {

class FieldOffers {
 public:
  /// Offers `value` for `field`, found at `where` ("meta og:title"). The lowest
  /// `rank` counts; of equal ones the first, or for authors and topics all.
  /// White space in the value becomes single blanks; a blank value is none.
  void offer(ArticleField field, int rank, std::string_view value,
             std::string_view where);

  /// The value of `field` so far; "" if there is none.
  [[nodiscard]] const std::string& value(ArticleField field) const;

  /// Fills the fields of `parts`, its headline too, and says there where each
  /// came from. A date that can't be read gives way to the next best, and if
  /// none can, to a warning.
  void fill(ArticleParts& parts) const;

 private:
  struct Offer {
    int rank = 0;
    std::vector<std::string> values;
    std::string where;
  };

  [[nodiscard]] const Offer* best(ArticleField field) const;
  [[nodiscard]] std::optional<article::Date> date(ArticleField field,
                                                  ArticleParts& parts) const;

  // For each field, in the order of their ranks.
  std::array<std::vector<Offer>, kArticleFields> offers_;
};

/// `text` in one line: runs of white space as single blanks, none at its ends.
[[nodiscard]] std::string one_line(std::string_view text);

}  // namespace broadsheet::read
