#include "tests/indexer/segment/random_articles.h"

#include <algorithm>
#include <set>

namespace broadsheet::indexer::segment {

RandomArticles::RandomArticles(std::uint64_t seed) : random_(seed) {
  const std::uint32_t words = number(1, 400);
  for (std::uint32_t i = 0; i < words; ++i) vocabulary_.push_back(term());
}

std::vector<schema::AnalyzedArticle> RandomArticles::corpus() {
  std::vector<schema::AnalyzedArticle> articles(
      one_in(20) ? 0 : number(1, one_in(10) ? 300 : 30));
  for (schema::AnalyzedArticle& each : articles) each = article();
  return articles;
}

schema::AnalyzedArticle RandomArticles::article() {
  schema::AnalyzedArticle article;
  if (one_in(12)) return article;
  add_postings(article);
  add_values(article);
  if (!one_in(10)) article.record = stored();
  for (std::uint32_t i = number(0, 4); i > 0; --i) {
    article.new_variants.emplace_back(bytes(number(1, 60)),
                                      bytes(number(1, 128)));
  }
  return article;
}

std::uint32_t RandomArticles::number(std::uint32_t least, std::uint32_t most) {
  return std::uniform_int_distribution<std::uint32_t>(least, most)(random_);
}

bool RandomArticles::one_in(std::uint32_t count) {
  return number(1, count) == 1;
}

std::string RandomArticles::bytes(std::size_t size) {
  std::string text(size, '\0');
  // Few letters give long common prefixes; some of them are NUL and FF.
  static constexpr char kLetters[] = {'a', 'b', 'c', 'A', '\0', '\xff', '\x01'};
  const bool plain = !one_in(4);
  for (char& c : text) {
    c = plain ? kLetters[number(0, 2)] : kLetters[number(0, 6)];
  }
  return text;
}

std::string RandomArticles::term() {
  return bytes(one_in(15) ? number(60, 120) : number(1, 9));
}

std::string RandomArticles::stored() {
  const std::uint32_t size = one_in(6) ? number(5000, 60000) : number(1, 3000);
  if (one_in(3)) return std::string(size, static_cast<char>(number(0, 255)));
  std::string text(size, '\0');
  const std::uint32_t letters = one_in(2) ? 255 : number(1, 30);
  for (char& c : text) c = static_cast<char>(number(0, letters));
  return text;
}

std::vector<std::uint32_t> RandomArticles::positions() {
  std::set<std::uint32_t> found;
  const std::uint32_t most = one_in(10) ? 0xFFFFFFFE : number(1, 20000);
  const std::uint32_t count = one_in(40) ? number(100, 5000) : number(1, 9);
  for (std::uint32_t i = 0; i < count; ++i) found.insert(number(0, most));
  return {found.begin(), found.end()};
}

void RandomArticles::add_postings(schema::AnalyzedArticle& article) {
  std::set<std::string> terms;
  const std::uint32_t count = one_in(10) ? 300 : number(0, 60);
  for (std::uint32_t i = 0; i < count; ++i) {
    terms.insert(one_in(10)
                     ? term()
                     : vocabulary_[number(0, static_cast<std::uint32_t>(
                                                 vocabulary_.size() - 1))]);
  }
  for (const std::string& each : terms) {
    schema::Posting posting{
        each, one_in(20) ? number(0, 100000) : number(0, 3), {}};
    // xapian-check takes an article of length zero for one without terms and
    // complains about its positions, through whatever it was written.
    if (posting.wdf > 0 && !one_in(3)) posting.positions = positions();
    article.postings.push_back(std::move(posting));
  }
  std::shuffle(article.postings.begin(), article.postings.end(), random_);
}

void RandomArticles::add_values(schema::AnalyzedArticle& article) {
  static constexpr unsigned kSlots[] = {0, 1, 2, 127, 128, 255, 256, 300};
  for (const unsigned slot : kSlots) {
    if (one_in(2)) continue;
    article.values.emplace_back(
        slot, bytes(one_in(8) ? number(1, 3000) : number(1, 12)));
  }
}

}  // namespace broadsheet::indexer::segment
