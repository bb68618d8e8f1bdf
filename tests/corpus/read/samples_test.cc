// Claims about the articles that come with the project, as they are read.
#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "corpus/read/file_walk.h"
#include "corpus/read/reader.h"
#include "tests/corpus/read/reading.h"

namespace broadsheet::read {
namespace {

using article::Zone;

const std::string kSamples = BROADSHEET_SOURCE_DIR "/corpus/samples";

/// All samples but the list of them, by file name and record: "a.jsonl 2".
const std::map<std::string, article::Article>& written_samples() {
  static const std::map<std::string, article::Article> kArticles = [] {
    std::map<std::string, article::Article> articles;
    walk_files({kSamples},
               {[&](const std::string& path) {
                  if (path.ends_with(".md")) return;
                  auto opened = open_file(path, {});
                  auto* reader = std::get_if<std::unique_ptr<Reader>>(&opened);
                  REQUIRE(reader != nullptr);
                  while (std::optional<ReadResult> result = (*reader)->next()) {
                    auto* one = std::get_if<article::Article>(&*result);
                    CAPTURE(path);
                    REQUIRE(one != nullptr);
                    std::string name = path.substr(path.rfind('/') + 1);
                    if (one->origin.record > 0) {
                      name += ' ' + std::to_string(one->origin.record);
                    }
                    articles[name] = std::move(*one);
                  }
                },
                [](const article::Problem& problem) { FAIL(problem.reason); }});
    return articles;
  }();
  return kArticles;
}

std::size_t count(const article::Article& article, Zone zone) {
  return static_cast<std::size_t>(std::count_if(
      article.paragraphs.begin(), article.paragraphs.end(),
      [&](const article::Paragraph& p) { return p.zone == zone; }));
}

/// "DATE, PLACE, SOURCE; headline or not, captions, trailers".
std::string shape(const std::string& name) {
  const auto found = written_samples().find(name);
  if (found == written_samples().end()) return "no such sample";
  const article::Article& article = found->second;
  std::string text =
      article.published ? article::to_iso(*article.published) : "no date";
  text += ", " + article.place + ", " + article.source + "; ";
  text += std::to_string(count(article, Zone::kHeadline)) + " headline, ";
  text += std::to_string(count(article, Zone::kCaption)) + " captions, ";
  text += std::to_string(count(article, Zone::kTrailer)) + " trailers";
  return text;
}

TEST_CASE("every sample is an article, sound and with prose in it") {
  CHECK(written_samples().size() >= 24);
  for (const auto& sample : written_samples()) {
    const auto& [name, article] = sample;
    CAPTURE(sample.first);
    CHECK(tests::fault_of(article) == "");
    CHECK(article.encoding == "UTF-8");
    if (name.find("wire-1987") == 0) continue;  // It holds a headline alone.
    CHECK(count(article, Zone::kBody) >= 4);
  }
}

TEST_CASE("samples of each kind are laid out as they were written") {
  CHECK(
      shape("meridian-elmshaven-talks.txt") ==
      "2023-05-08, ELMSHAVEN, Veskaria, ; 0 headline, 1 captions, 0 trailers");
  CHECK(shape("northwire-elmshaven-talks.txt") ==
        "no date, , Northwire; 0 headline, 1 captions, 4 trailers");
  CHECK(shape("coast-guard-pact.txt") ==
        "no date, , Northwire; 0 headline, 1 captions, 0 trailers");
  CHECK(shape("seven-leaders-tarnholm.txt") ==
        "no date, , ; 1 headline, 0 captions, 0 trailers");
  CHECK(shape("rail-strike-talks.txt") ==
        "no date, TARNHOLM, Veskaria, Northwire; 1 headline, 0 captions, 4 "
        "trailers");
  CHECK(shape("port-ansel-pilots-1956.txt") ==
        "1956-11-03, PORT ANSEL, Kelmar, ; 1 headline, 0 captions, 0 trailers");
  CHECK(shape("shiranagi-bridge.txt") ==
        "2023-05-12, 白凪, あけぼの通信; 1 headline, 0 captions, 1 trailers");
  CHECK(shape("nachtzug-bibliothek.txt") ==
        "2021-11-12, ALTENBRÜCK, nwd; 1 headline, 1 captions, 1 trailers");
  CHECK(shape("archive.jsonl 1") ==
        "2016-04-12, SUNDGATE, Kelmar, Kelmar Courier; 1 headline, 0 captions, "
        "0 trailers");
  CHECK(shape("trec-1994.sgml 1") ==
        "1994-06-11, UPPER GARROW, Northmark, NORTHMARK HERALD; 1 headline, 0 "
        "captions, 0 trailers");
}

}  // namespace
}  // namespace broadsheet::read
