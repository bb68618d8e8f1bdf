#include "indexer/show.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "corpus/article/date.h"
#include "corpus/base/visible.h"
#include "indexer/article_stream.h"
#include "indexer/input.h"

namespace broadsheet::indexer {
namespace {

// ordered_json keeps the fields in the order of reading.
using Json = nlohmann::ordered_json;

std::vector<const schema::Posting*> sorted_postings(
    const schema::AnalyzedArticle& analyzed) {
  std::vector<const schema::Posting*> postings;
  for (const schema::Posting& posting : analyzed.postings) {
    postings.push_back(&posting);
  }
  std::sort(postings.begin(), postings.end(),
            [](const auto* a, const auto* b) { return a->term < b->term; });
  return postings;
}

std::string joined(const std::vector<std::string>& values) {
  std::string line;
  for (const std::string& value : values) {
    if (!line.empty()) line += "; ";
    line += value;
  }
  return line;
}

void add_field(std::string& lines, std::string_view name,
               const std::string& value) {
  if (value.empty()) return;
  lines += fmt::format("  {:<10} {}\n", name, visible(value));
}

std::string written(const std::optional<article::Date>& date) {
  return date ? article::to_iso(*date) : "";
}

// Where a value was found, and as what where that differs: "JSON-LD
// datePublished: 2023-04-17T09:30+09:00".
std::string found_at(const article::FieldSource& source) {
  return source.written.empty() ? source.where
                                : source.where + ": " + source.written;
}

}  // namespace

std::string show_text(const article::Article& article,
                      const schema::AnalyzedArticle& analyzed) {
  std::string lines = visible(article::to_string(article.origin)) + "\n";
  add_field(lines, "id", article.id);
  add_field(lines, "headline", std::string(article::headline(article)));
  add_field(lines, "deck", article.deck);
  add_field(lines, "date", written(article.published));
  add_field(lines, "updated", written(article.updated));
  add_field(lines, "place", article.place);
  add_field(lines, "source", article.source);
  add_field(lines, "section", article.section);
  add_field(lines, "authors", joined(article.authors));
  add_field(lines, "topics", joined(article.topics));
  add_field(lines, "url", article.url);
  add_field(lines, "language", analyzed.language);
  add_field(lines, "encoding", article.encoding);
  add_field(lines, "words", std::to_string(analyzed.outline.words));

  if (!article.sources.empty()) lines += "found in\n";
  for (const article::FieldSource& source : article.sources) {
    add_field(lines, source.field, found_at(source));
  }

  const auto& sentences = analyzed.outline.sentences;
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    const schema::Sentence& sentence = sentences[i];
    if (i == 0 || sentence.paragraph != sentences[i - 1].paragraph) {
      lines += fmt::format("paragraph {}, {}\n", sentence.paragraph + 1,
                           article::to_string(sentence.zone));
    }
    lines += fmt::format("  {:>3}  {}\n", i + 1,
                         visible(sentence.bytes.of(article.text)));
  }

  lines += "terms\n";
  for (const schema::Posting* posting : sorted_postings(analyzed)) {
    lines += fmt::format("  {} ×{}", visible(posting->term), posting->wdf);
    if (!posting->positions.empty()) lines += " at";
    for (const auto position : posting->positions) {
      lines += fmt::format(" {}", position);
    }
    lines += "\n";
  }
  return lines + "\n";
}

std::string show_json(const article::Article& article,
                      const schema::AnalyzedArticle& analyzed) {
  Json paragraphs = Json::array();
  for (const article::Paragraph& paragraph : article.paragraphs) {
    paragraphs.push_back({{"begin", paragraph.bytes.begin},
                          {"end", paragraph.bytes.end},
                          {"zone", article::to_string(paragraph.zone)}});
  }
  Json sentences = Json::array();
  for (const schema::Sentence& sentence : analyzed.outline.sentences) {
    sentences.push_back({{"text", sentence.bytes.of(article.text)},
                         {"begin", sentence.bytes.begin},
                         {"end", sentence.bytes.end},
                         {"paragraph", sentence.paragraph},
                         {"zone", article::to_string(sentence.zone)}});
  }
  Json terms = Json::array();
  for (const schema::Posting* posting : sorted_postings(analyzed)) {
    terms.push_back({{"term", posting->term},
                     {"wdf", posting->wdf},
                     {"positions", posting->positions}});
  }
  Json found = Json::object();
  for (const article::FieldSource& source : article.sources) {
    found[std::string(source.field)] = found_at(source);
  }
  const Json json = {{"path", article.origin.path},
                     {"record", article.origin.record},
                     {"offset", article.origin.offset},
                     {"id", article.id},
                     {"headline", article::headline(article)},
                     {"deck", article.deck},
                     {"date", written(article.published)},
                     {"updated", written(article.updated)},
                     {"place", article.place},
                     {"source", article.source},
                     {"section", article.section},
                     {"authors", article.authors},
                     {"topics", article.topics},
                     {"url", article.url},
                     {"language", analyzed.language},
                     {"encoding", article.encoding},
                     {"found_in", std::move(found)},
                     {"words", analyzed.outline.words},
                     {"text", article.text},
                     {"paragraphs", std::move(paragraphs)},
                     {"sentences", std::move(sentences)},
                     {"terms", std::move(terms)}};
  // A path need not be UTF-8.
  return json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

Tally show_articles(const Options& options, Report& report,
                    const std::function<bool(const std::string&)>& print) {
  const Input input = find_input(options.paths, {}, {options.report_path});
  schema::ArticleAnalyzer analyzer(options.default_language);
  Tally tally;
  const auto note = [&](article::Problem problem) {
    tally.enter(problem.kind);
    report.add(std::move(problem));
  };
  for (const article::Problem& problem : input.problems) note(problem);

  ArticleStream stream(input, options.reading);
  while (std::optional<read::ReadResult> result = stream.next()) {
    if (auto* problem = std::get_if<article::Problem>(&*result)) {
      note(std::move(*problem));
      continue;
    }
    const auto& article = std::get<article::Article>(*result);
    tally.enter(Verdict::kNew);
    const schema::AnalyzedArticle analyzed = analyzer.analyze(article);
    if (!print(options.json ? show_json(article, analyzed)
                            : show_text(article, analyzed))) {
      break;
    }
  }
  tally.bytes = stream.bytes_read();
  return tally;
}

}  // namespace broadsheet::indexer
