#include "corpus/schema/stored_article.h"

#include "corpus/base/error.h"
#include "corpus/schema/varint.h"

// The record, in order (strings are a varint length and their bytes):
//
//   version byte 1
//   id, place, source, section, url, language, encoding, path   strings
//   record, offset                                              varints
//   published   byte 0, or byte 1 + precision and a zigzag varint of seconds
//   authors, topics          each a varint count and that many strings
//   words                    varint
//   sentences                varint count, then for each
//     varint bytes between the previous sentence's end and this one's begin
//     varint bytes of the sentence
//     byte: zone in bits 0-2, bit 3 starts a new paragraph, bit 4 several slots
//     varint slots, if bit 4 is set
//   text                     string

namespace broadsheet::schema {
namespace {

constexpr std::uint8_t kVersion = 1;
constexpr std::uint8_t kZoneBits = 0x07;
constexpr std::uint8_t kNewParagraph = 0x08;
constexpr std::uint8_t kSeveralSlots = 0x10;

[[noreturn]] void throw_damaged_article() {
  throw Error(ErrorKind::kIndex,
              "a stored article is damaged; rebuild the index");
}

std::uint64_t zigzag(std::int64_t value) {
  return (static_cast<std::uint64_t>(value) << 1) ^
         static_cast<std::uint64_t>(value >> 63);
}

std::int64_t from_zigzag(std::uint64_t value) {
  return static_cast<std::int64_t>((value >> 1) ^ (~(value & 1) + 1));
}

void append_strings(std::string& record,
                    const std::vector<std::string>& values) {
  append_varint(record, values.size());
  for (const std::string& value : values) append_string(record, value);
}

std::vector<std::string> read_strings(RecordReader& reader) {
  std::vector<std::string> values;
  for (std::uint64_t count = reader.varint(); count > 0; --count) {
    values.emplace_back(reader.string());
  }
  return values;
}

void append_date(std::string& record,
                 const std::optional<article::Date>& date) {
  if (!date) {
    record += '\0';
    return;
  }
  record += static_cast<char>(1 + static_cast<int>(date->precision));
  append_varint(record, zigzag(date->seconds));
}

std::optional<article::Date> read_date(RecordReader& reader) {
  using Precision = article::Date::Precision;
  const std::uint8_t mark = reader.byte();
  if (mark == 0) return std::nullopt;
  if (mark > 1 + static_cast<int>(Precision::kSecond)) throw_damaged_article();
  return article::Date{from_zigzag(reader.varint()),
                       static_cast<Precision>(mark - 1)};
}

void append_outline(std::string& record, const Outline& outline) {
  append_varint(record, outline.words);
  append_varint(record, outline.sentences.size());
  std::size_t end = 0;
  std::uint32_t paragraph = 0;
  bool first = true;
  for (const Sentence& sentence : outline.sentences) {
    append_varint(record, sentence.bytes.begin - end);
    append_varint(record, sentence.bytes.size());
    end = sentence.bytes.end;
    auto flags = static_cast<std::uint8_t>(sentence.zone);
    if (first || sentence.paragraph != paragraph) flags |= kNewParagraph;
    if (sentence.slots != 1) flags |= kSeveralSlots;
    record += static_cast<char>(flags);
    if (sentence.slots != 1) append_varint(record, sentence.slots);
    paragraph = sentence.paragraph;
    first = false;
  }
}

Outline read_outline(RecordReader& reader) {
  Outline outline;
  outline.words = static_cast<std::uint32_t>(reader.varint());
  std::size_t end = 0;
  std::uint32_t paragraphs = 0;
  std::uint32_t slot = 1;
  for (std::uint64_t count = reader.varint(); count > 0; --count) {
    Sentence sentence;
    const std::uint64_t gap = reader.varint();
    const std::uint64_t size = reader.varint();
    sentence.bytes.begin = end + gap;
    sentence.bytes.end = sentence.bytes.begin + size;
    if (sentence.bytes.begin < end || sentence.bytes.end < end)
      throw_damaged_article();
    end = sentence.bytes.end;
    const std::uint8_t flags = reader.byte();
    const std::uint8_t zone = flags & kZoneBits;
    if (zone > static_cast<std::uint8_t>(article::Zone::kTrailer)) {
      throw_damaged_article();
    }
    sentence.zone = static_cast<article::Zone>(zone);
    if ((flags & kNewParagraph) != 0) ++paragraphs;
    if (paragraphs == 0) throw_damaged_article();
    sentence.paragraph = paragraphs - 1;
    if ((flags & kSeveralSlots) != 0) {
      sentence.slots = static_cast<std::uint32_t>(reader.varint());
    }
    sentence.first_slot = slot;
    slot += sentence.slots;
    outline.sentences.push_back(sentence);
  }
  return outline;
}

std::vector<article::Paragraph> paragraphs_of(const Outline& outline) {
  std::vector<article::Paragraph> paragraphs;
  for (const Sentence& sentence : outline.sentences) {
    if (sentence.paragraph == paragraphs.size()) {
      paragraphs.push_back({sentence.bytes, sentence.zone});
    } else {
      paragraphs.back().bytes.end = sentence.bytes.end;
    }
  }
  return paragraphs;
}

}  // namespace

std::string encode_stored(const article::Article& article,
                          const Outline& outline) {
  std::string record;
  record.reserve(article.text.size() + outline.sentences.size() * 4 + 256);
  record += static_cast<char>(kVersion);
  for (const std::string* value :
       {&article.id, &article.place, &article.source, &article.section,
        &article.url, &article.language, &article.encoding,
        &article.origin.path}) {
    append_string(record, *value);
  }
  append_varint(record, article.origin.record);
  append_varint(record, article.origin.offset);
  append_date(record, article.published);
  append_strings(record, article.authors);
  append_strings(record, article.topics);
  append_outline(record, outline);
  append_string(record, article.text);
  return record;
}

StoredArticle decode_stored(std::string_view record) {
  RecordReader reader(record);
  if (reader.byte() != kVersion) throw_damaged_article();
  StoredArticle stored;
  article::Article& article = stored.article;
  for (std::string* value : {&article.id, &article.place, &article.source,
                             &article.section, &article.url, &article.language,
                             &article.encoding, &article.origin.path}) {
    *value = reader.string();
  }
  article.origin.record = reader.varint();
  article.origin.offset = reader.varint();
  article.published = read_date(reader);
  article.authors = read_strings(reader);
  article.topics = read_strings(reader);
  stored.outline = read_outline(reader);
  article.text = reader.string();
  if (!reader.at_end()) throw_damaged_article();
  if (!stored.outline.sentences.empty() &&
      stored.outline.sentences.back().bytes.end > article.text.size()) {
    throw_damaged_article();
  }
  article.paragraphs = paragraphs_of(stored.outline);
  return stored;
}

}  // namespace broadsheet::schema
