// One news article, as it was read: its text, where the parts of the text lie,
// and what is known about it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/article/date.h"
#include "corpus/article/origin.h"
#include "corpus/base/span.h"

namespace broadsheet::article {

/// What part of the article a paragraph is. The lead is found by length once
/// words are known (schema::Outline), so readers give body for it.
enum class Zone : unsigned char {
  kHeadline = 0,
  kLead = 1,
  kBody = 2,
  kCaption = 3,  ///< A picture's caption and credit.
  kTrailer = 4,  ///< "Related coverage", agency signatures, notices.
};

/// The zone's name in output: headline, lead, body, caption or trailer.
[[nodiscard]] std::string_view to_string(Zone zone);

/// A paragraph: a range of Article::text that is read as one.
struct Paragraph {
  Span bytes;
  Zone zone = Zone::kBody;

  friend bool operator==(const Paragraph&, const Paragraph&) = default;
};

/// Where the value of a field was found: nothing about an article is a guess
/// that can't be looked up.
struct FieldSource {
  std::string_view field;  ///< "date"; a literal.
  std::string where;       ///< "JSON-LD datePublished", "key pubDate".
  std::string written;     ///< The value there, if the field shows another.

  friend bool operator==(const FieldSource&, const FieldSource&) = default;
};

struct Article {
  /// The article's own id (NEWID, DOCNO, a JSON field); empty if it has none:
  /// the origin then identifies it.
  std::string id;

  /// The whole text, valid UTF-8 without NUL, otherwise as it came: headline
  /// included where there is one. All offsets refer to it.
  std::string text;

  /// The searchable parts of `text`, disjoint and in reading order, without
  /// outer white space. What none covers (a "date" line, blank space) is stored
  /// but not searched as text. At most one headline, the first if there is one.
  std::vector<Paragraph> paragraphs;

  std::optional<Date> published;
  std::optional<Date> updated;
  std::string deck;    ///< The line below the headline; also in `text`.
  std::string place;   ///< Dateline: "KARUIZAWA, Japan".
  std::string source;  ///< Publisher or agency: "Kyodo".
  std::string section;
  std::string url;
  std::string language;  ///< ISO 639-1 code the article declares; may be empty.
  std::vector<std::string> authors;
  std::vector<std::string> topics;

  /// For each field that is there, where it came from, in no order.
  std::vector<FieldSource> sources;

  std::string encoding;  ///< What `text` was converted from: "UTF-8", ….
  Origin origin;
};

/// The headline, or an empty view; it lives as long as `article.text`.
[[nodiscard]] std::string_view headline(const Article& article);

}  // namespace broadsheet::article
