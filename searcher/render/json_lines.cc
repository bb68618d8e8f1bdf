// Results for programs: JSON Lines, one record for the answer as a whole and
// one for each hit. docs/output-format.md is the specification; a change that
// could break a reader raises kJsonFormat.
#include <algorithm>
#include <string_view>

#include "corpus/article/date.h"
#include "corpus/base/utf8.h"
#include "searcher/render/json_text.h"
#include "searcher/render/renderer.h"

namespace broadsheet::searcher::render {
namespace {

using Json = nlohmann::ordered_json;

/// Code point offsets into a text, asked for in ascending order.
class CodePointCounter {
 public:
  /// `text` must outlive the counter.
  explicit CodePointCounter(std::string_view text) : text_(text) {}

  /// How many code points begin before byte `offset`; an offset before the last
  /// one asked for starts again from 0.
  std::size_t before(std::size_t offset) {
    if (offset < bytes_) bytes_ = points_ = 0;
    const std::size_t end = std::min(offset, text_.size());
    for (; bytes_ < end; ++bytes_) {
      points_ += (static_cast<unsigned char>(text_[bytes_]) & 0xC0U) != 0x80;
    }
    return points_;
  }

 private:
  std::string_view text_;
  std::size_t bytes_ = 0;
  std::size_t points_ = 0;
};

Json marks_json(std::string_view text, const std::vector<Span>& marks,
                std::size_t origin, CodePointCounter& counter) {
  Json list = Json::array();
  for (const Span mark : marks) {
    const std::size_t begin = counter.before(mark.begin);
    const std::size_t end = counter.before(mark.end);
    list.push_back({{"text", mark.of(text)},
                    {"begin", mark.begin},
                    {"end", mark.end},
                    {"code_points", {begin, end}},
                    {"in_text", {begin - origin, end - origin}}});
  }
  return list;
}

Json sentence_json(const search::Hit& hit, const search::ShownSentence& shown,
                   CodePointCounter& counter) {
  const std::string_view text = hit.stored.article.text;
  const schema::Sentence& sentence = hit.stored.outline.sentences[shown.index];
  const std::size_t begin = counter.before(sentence.bytes.begin);
  Json marks = marks_json(text, shown.marks, begin, counter);
  return {{"index", shown.index},
          {"zone", article::to_string(sentence.zone)},
          {"paragraph", sentence.paragraph},
          {"context", shown.is_context},
          {"text", sentence.bytes.of(text)},
          {"begin", sentence.bytes.begin},
          {"end", sentence.bytes.end},
          {"code_points", {begin, counter.before(sentence.bytes.end)}},
          {"marks", std::move(marks)}};
}

Json headline_json(const search::Hit& hit, CodePointCounter& counter) {
  const article::Article& article = hit.stored.article;
  for (const article::Paragraph& paragraph : article.paragraphs) {
    if (paragraph.zone != article::Zone::kHeadline) continue;
    const Span bytes = paragraph.bytes;
    const std::size_t begin = counter.before(bytes.begin);
    Json marks = marks_json(article.text, hit.headline_marks, begin, counter);
    return {{"text", bytes.of(article.text)},
            {"begin", bytes.begin},
            {"end", bytes.end},
            {"code_points", {begin, counter.before(bytes.end)}},
            {"marks", std::move(marks)}};
  }
  return nullptr;
}

// An article that tells the story of a hit as well.
Json retelling_json(const article::Article& article) {
  return {{"id", article.id},
          {"headline", article::headline(article)},
          {"date", article.published ? Json(to_iso(*article.published))
                                     : Json(nullptr)},
          {"source", article.source},
          {"url", article.url},
          {"path", article.origin.path},
          {"record_number", article.origin.record},
          {"record_offset", article.origin.offset}};
}

Json hit_json(const search::Hit& hit) {
  const article::Article& article = hit.stored.article;
  CodePointCounter counter(article.text);
  Json headline = headline_json(hit, counter);
  Json sentences = Json::array();
  for (const search::ShownSentence& shown : hit.sentences) {
    sentences.push_back(sentence_json(hit, shown, counter));
  }
  Json retellings = Json::array();
  for (const article::Article& retelling : hit.retellings) {
    retellings.push_back(retelling_json(retelling));
  }
  return {{"record", "hit"},
          {"rank", hit.rank},
          {"score", hit.score},
          {"id", article.id},
          {"headline", std::move(headline)},
          {"date", article.published ? Json(to_iso(*article.published))
                                     : Json(nullptr)},
          {"place", article.place},
          {"source", article.source},
          {"section", article.section},
          {"authors", article.authors},
          {"topics", article.topics},
          {"url", article.url},
          {"language", article.language},
          {"path", article.origin.path},
          {"record_number", article.origin.record},
          {"record_offset", article.origin.offset},
          {"words", hit.stored.outline.words},
          {"matching_sentences", hit.matching_sentences},
          {"sentences", std::move(sentences)},
          {"retelling_count", hit.retelling_count},
          {"retellings", std::move(retellings)}};
}

Json index_json(const std::string& id, std::uint64_t generation,
                std::uint64_t articles) {
  return {{"id", id}, {"generation", generation}, {"articles", articles}};
}

std::string_view sort_name(search::Sort sort) {
  switch (sort) {
    case search::Sort::kNewest:
      return "newest";
    case search::Sort::kOldest:
      return "oldest";
    case search::Sort::kRelevance:
      break;
  }
  return "relevance";
}

Json page_json(const search::Page& page) {
  Json parts = Json::array();
  for (const search::PartCount& part : page.parts) {
    parts.push_back({{"text", part.text}, {"articles", part.articles}});
  }
  return {{"record", "answer"},
          {"format", kJsonFormat},
          {"program", "broadsheet " BROADSHEET_VERSION},
          {"query", page.request.query},
          {"any", page.request.any},
          {"reading", page.reading},
          {"notes", page.notes},
          {"index", index_json(page.index_id, page.generation, page.articles)},
          {"explanation", page.explanation},
          {"suggestion", page.suggestion},
          {"complete", page.is_complete},
          {"total", page.total},
          {"total_is_exact", page.total_is_exact},
          {"sort", sort_name(page.request.sort)},
          {"offset", page.request.offset},
          {"by_story", page.request.by_story},
          {"hits", page.hits},
          {"retellings", page.retellings},
          {"has_more", page.has_more},
          {"parts", std::move(parts)}};
}

class JsonLines final : public Renderer {
 public:
  // Notes and parts are in the first record.
  [[nodiscard]] std::string messages(
      const search::Page& /*page*/) const override {
    return "";
  }

  [[nodiscard]] std::string begin(const search::Page& page) override {
    return json_line(page_json(page)) + "\n";
  }

  [[nodiscard]] std::string hit(const search::Hit& hit) override {
    return json_line(hit_json(hit)) + "\n";
  }

  [[nodiscard]] std::string info(const search::IndexInfo& info,
                                 const std::string& reason) const override {
    const auto date = [](const std::optional<std::int64_t>& seconds) -> Json {
      if (!seconds) return nullptr;
      return article::to_iso({*seconds, article::Date::Precision::kSecond});
    };
    return json_line({{"record", "index"},
                      {"format", kJsonFormat},
                      {"directory", info.directory},
                      {"chosen_by", reason},
                      {"id", info.index_id},
                      {"generation", info.generation},
                      {"index_format", info.format},
                      {"analysis", info.analysis},
                      {"program", info.program},
                      {"created", date(info.created)},
                      {"articles", info.articles},
                      {"languages", info.languages},
                      {"dated", info.dated},
                      {"first_date", date(info.first)},
                      {"last_date", date(info.last)},
                      {"segments", info.segments},
                      {"bytes", info.bytes}}) +
           "\n";
  }

  [[nodiscard]] std::string query_error(const query::QueryError& error,
                                        const std::string& query,
                                        std::size_t) const override {
    return json_line({{"record", "error"},
                      {"format", kJsonFormat},
                      {"exit", 2},
                      {"code", error.code},
                      {"query", query},
                      {"offset", error.span.begin},
                      {"length", error.span.size()},
                      {"message", error.message},
                      {"hint", error.hint}}) +
           "\n";
  }

  [[nodiscard]] std::string failure(const Error& error) const override {
    std::string_view code = "input-output";
    if (error.kind() == ErrorKind::kIndex) code = "index";
    if (error.kind() == ErrorKind::kUsage) code = "usage";
    return json_line({{"record", "error"},
                      {"format", kJsonFormat},
                      {"exit", error.exit_code()},
                      {"code", code},
                      {"message", error.what()}}) +
           "\n";
  }
};

}  // namespace

std::unique_ptr<Renderer> make_json_lines() {
  return std::make_unique<JsonLines>();
}

}  // namespace broadsheet::searcher::render
