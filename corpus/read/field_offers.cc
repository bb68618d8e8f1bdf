#include "corpus/read/field_offers.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "corpus/base/utf8.h"
#include "corpus/read/byline.h"
#include "corpus/read/lines.h"
#include "corpus/read/record_reader.h"

namespace broadsheet::read {
namespace {

constexpr std::size_t kShownValue = 40;
constexpr std::size_t kMostValues = 100;     // Of authors or topics.
constexpr std::size_t kLongestAuthor = 200;  // In bytes; prose is no name.

bool is_list(ArticleField field) {
  return field == ArticleField::kAuthor || field == ArticleField::kTopics;
}

bool is_address(std::string_view value) {
  return value.starts_with("http://") || value.starts_with("https://");
}

void add_unless_there(std::vector<std::string>& list, std::string value) {
  if (value.empty()) return;
  if (std::find(list.begin(), list.end(), value) == list.end()) {
    list.push_back(std::move(value));
  }
}

}  // namespace

std::string one_line(std::string_view text) {
  std::string line;
  bool blank = false;
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint point = code_point_at(text, i);
    if (is_white_space(point.value) || point.value == 0) {
      blank = !line.empty();
    } else {
      if (blank) line += ' ';
      blank = false;
      line += text.substr(i, point.bytes);
    }
    i += point.bytes;
  }
  return line;
}

void FieldOffers::offer(ArticleField field, int rank, std::string_view value,
                        std::string_view where) {
  std::string line = one_line(value);
  if (line.empty()) return;
  std::vector<Offer>& offers = offers_[static_cast<std::size_t>(field)];
  const auto at = std::find_if(offers.begin(), offers.end(),
                               [&](const Offer& o) { return o.rank >= rank; });
  if (at == offers.end() || at->rank > rank) {
    offers.insert(at, Offer{rank, {std::move(line)}, std::string(where)});
  } else if (is_list(field) && at->values.size() < kMostValues) {
    add_unless_there(at->values, std::move(line));
  }
}

const FieldOffers::Offer* FieldOffers::best(ArticleField field) const {
  const std::vector<Offer>& offers = offers_[static_cast<std::size_t>(field)];
  return offers.empty() ? nullptr : &offers.front();
}

const std::string& FieldOffers::value(ArticleField field) const {
  static const std::string kNone;
  const Offer* offer = best(field);
  return offer == nullptr ? kNone : offer->values.front();
}

std::optional<article::Date> FieldOffers::date(ArticleField field,
                                               ArticleParts& parts) const {
  const std::vector<Offer>& offers = offers_[static_cast<std::size_t>(field)];
  for (const Offer& offer : offers) {
    const std::string& written = offer.values.front();
    const std::optional<article::Date> date = article::parse_date(written);
    if (!date) continue;
    parts.article.sources.push_back({to_string(field), offer.where, written});
    return date;
  }
  if (!offers.empty()) {
    const std::string& written = offers.front().values.front();
    parts.warnings.push_back(
        fmt::format("its date is not understood and left unknown: \"{}\"",
                    written.substr(0, utf8_floor(written, kShownValue))));
  }
  return std::nullopt;
}

void FieldOffers::fill(ArticleParts& parts) const {
  article::Article& article = parts.article;
  const auto take = [&](ArticleField field, std::string& value) {
    const Offer* offer = best(field);
    if (offer == nullptr) return;
    value = offer->values.front();
    article.sources.push_back({to_string(field), offer->where, {}});
  };
  take(ArticleField::kId, article.id);
  take(ArticleField::kHeadline, parts.headline);
  take(ArticleField::kDeck, article.deck);
  take(ArticleField::kSource, article.source);
  take(ArticleField::kUrl, article.url);
  take(ArticleField::kPlace, article.place);
  take(ArticleField::kSection, article.section);
  article.published = date(ArticleField::kDate, parts);
  article.updated = date(ArticleField::kUpdated, parts);
  if (const Offer* offer = best(ArticleField::kAuthor)) {
    for (const std::string& value : offer->values) {
      if (is_address(value) || value.size() > kLongestAuthor) continue;
      std::vector<std::string> names = byline_authors(value);
      if (names.empty()) names.push_back(value);
      for (std::string& name : names) {
        add_unless_there(article.authors, std::move(name));
      }
    }
    if (!article.authors.empty()) {
      article.sources.push_back(
          {to_string(ArticleField::kAuthor), offer->where, {}});
    }
  }
  if (const Offer* offer = best(ArticleField::kTopics)) {
    article.topics = offer->values;
    article.sources.push_back(
        {to_string(ArticleField::kTopics), offer->where, {}});
  }
  for (const Offer& offer :
       offers_[static_cast<std::size_t>(ArticleField::kLanguage)]) {
    article.language = language_code(offer.values.front());
    if (article.language.empty()) continue;
    article.sources.push_back({to_string(ArticleField::kLanguage), offer.where,
                               offer.values.front()});
    break;
  }
}

}  // namespace broadsheet::read
