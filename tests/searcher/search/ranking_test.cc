#include "searcher/search/ranking.h"

#include <doctest/doctest.h>

#include <chrono>
#include <string>
#include <thread>
#include <vector>

#include "corpus/schema/slots.h"
#include "searcher/search/exact_ranking.h"

namespace broadsheet::searcher::search {
namespace {

/// Articles 1, 2, … with these words; a number after '@' is the date in
/// seconds, and an article without one is undated.
Xapian::WritableDatabase articles(const std::vector<std::string>& texts) {
  Xapian::WritableDatabase database(std::string(), Xapian::DB_BACKEND_INMEMORY);
  for (const std::string& text : texts) {
    Xapian::Document document;
    std::size_t begin = 0;
    Xapian::termpos position = 512;
    while (begin < text.size()) {
      const std::size_t end = std::min(text.find(' ', begin), text.size());
      const std::string word = text.substr(begin, end - begin);
      if (word[0] == '@') {
        document.add_value(schema::kPublishedSlot,
                           schema::published_value(std::stoll(word.substr(1))));
      } else {
        document.add_posting(word, position++);
      }
      begin = end + 1;
    }
    database.add_document(document);
  }
  return database;
}

const Xapian::WritableDatabase& five() {
  static const Xapian::WritableDatabase database = articles(
      {"oil price @300", "oil oil oil @100", "gas price @200", "oil", "rain"});
  return database;
}

query::CompiledQuery exactly(const Xapian::Query& query) {
  return {query, query, true};
}

/// To be checked unless `certain` finds it.
query::CompiledQuery perhaps(const Xapian::Query& query,
                             const Xapian::Query& certain = {}) {
  return {query, certain, false};
}

Xapian::Query any_of(const std::string& a, const std::string& b) {
  return {Xapian::Query::OP_OR, Xapian::Query(a), Xapian::Query(b)};
}

query::CompiledQuery either(const std::string& a, const std::string& b) {
  return exactly(any_of(a, b));
}

std::string ranked(const query::CompiledQuery& query, const Request& request,
                   const Check& check = {}) {
  const Ranking ranking = rank(PostingLists(five()), query, request, check);
  std::string text = std::to_string(ranking.total);
  text += ranking.total_is_exact ? ":" : "~:";
  for (const RankedArticle& article : ranking.articles) {
    text += " " + std::to_string(article.document);
  }
  return text;
}

Request asked(std::uint64_t offset, std::uint64_t limit,
              Sort sort = Sort::kRelevance) {
  Request request;
  request.offset = offset;
  request.limit = limit;
  request.sort = sort;
  return request;
}

TEST_CASE("the best come first, and the total is exact whatever the page") {
  CHECK(ranked(either("oil", "price"), asked(0, 10)) == "4: 1 3 2 4");
  CHECK(ranked(either("oil", "price"), asked(0, 1)) == "4: 1");
  CHECK(ranked(either("oil", "price"), asked(1, 2)) == "4: 3 2");
  CHECK(ranked(either("oil", "price"), asked(9, 2)) == "4:");
  CHECK(ranked(either("oil", "price"), asked(0, 0)) == "4: 1 3 2 4");
  CHECK(ranked(exactly(Xapian::Query("oil")), asked(0, 1)) == "3: 2");
  CHECK(ranked(exactly(Xapian::Query("snow")), asked(0, 1)) == "0:");
  CHECK(ranked(exactly(Xapian::Query()), asked(0, 10)) == "0:");
  CHECK(ranked(exactly(Xapian::Query::MatchAll), asked(3, 10)) == "5: 4 5");
}

TEST_CASE("numbers beyond any index are no fault") {
  CHECK(ranked(either("oil", "price"), asked(0, UINT64_MAX)) == "4: 1 3 2 4");
  CHECK(ranked(either("oil", "price"), asked(UINT64_MAX, 1)) == "4:");
  CHECK(ranked(either("oil", "price"), asked(UINT64_MAX, UINT64_MAX)) == "4:");
}

TEST_CASE("by date, undated articles come last both ways, then by entry") {
  const query::CompiledQuery all = exactly(Xapian::Query::MatchAll);
  CHECK(ranked(all, asked(0, 10, Sort::kNewest)) == "5: 1 3 2 4 5");
  CHECK(ranked(all, asked(0, 10, Sort::kOldest)) == "5: 2 3 1 4 5");
  CHECK(ranked(all, asked(3, 1, Sort::kOldest)) == "5: 4");
  CHECK(ranked(either("oil", "gas"), asked(0, 2, Sort::kNewest)) == "4: 1 3");
}

TEST_CASE("a count needs no hits") {
  Request request;
  request.detail = Detail::kCount;
  CHECK(ranked(either("oil", "price"), request) == "4:");
  CHECK(ranked(exactly(Xapian::Query("oil")), request) == "3:");
}

TEST_CASE("candidates of an inexact query are checked before they count") {
  const Check odd = [](Xapian::docid document) { return document % 2 == 1; };
  const query::CompiledQuery query = perhaps(any_of("oil", "price"));
  CHECK(ranked(query, asked(0, 10), odd) == "2: 1 3");
  CHECK(ranked(query, asked(1, 10), odd) == "2: 3");
  CHECK(ranked(query, asked(0, 1), odd) == "2: 1");
  CHECK(ranked(query, asked(0, 0, Sort::kOldest), odd) == "2: 3 1");
  Request request;
  request.detail = Detail::kCount;
  CHECK(ranked(query, request, odd) == "2:");
}

TEST_CASE("what certainly matches is not checked") {
  std::string checked;
  const Check none = [&](Xapian::docid document) {
    checked += " " + std::to_string(document);
    return false;
  };
  const query::CompiledQuery query =
      perhaps(any_of("oil", "price"), Xapian::Query("oil"));
  CHECK(ranked(query, asked(0, 10), none) == "3: 1 2 4");
  CHECK(checked == " 3");
}

TEST_CASE("a total that was not counted is said to be a bound") {
  Xapian::WritableDatabase many(std::string(), Xapian::DB_BACKEND_INMEMORY);
  for (std::size_t i = 0; i < kMostChecked + 50; ++i) {
    Xapian::Document document;
    document.add_term("oil");
    many.add_document(document);
  }
  const query::CompiledQuery query = perhaps(Xapian::Query("oil"));
  const Check all = [](Xapian::docid) { return true; };
  const Ranking page = rank(PostingLists(many), query, asked(0, 10), all);
  CHECK_FALSE(page.total_is_exact);
  CHECK(page.total == kMostChecked + 50);
  CHECK(page.articles.size() == 10);
  const Ranking every = rank(PostingLists(many), query, asked(0, 0), all);
  CHECK(every.total_is_exact);
  CHECK(every.articles.size() == kMostChecked + 50);
}

/// More articles than are looked at for where their words stand, all with "of"
/// and "the": side by side in all but every seventh, which has them apart.
/// "rain" stands before "the" in every `rarely`-th. Of several lengths and
/// dates.
Xapian::WritableDatabase many_articles(std::size_t rarely) {
  std::vector<std::string> texts;
  for (std::size_t i = 0; i < kMostPlaced + 100; ++i) {
    std::string text = i % 7 == 0 ? "of a the" : "of the";
    text += i % rarely == 0 ? " rain the" : " rain a the";
    for (std::size_t more = i * 31 % 11; more > 0; --more) text += " of";
    texts.push_back(text + " @" + std::to_string(i * 7919 % 1000));
  }
  return articles(texts);
}

Xapian::Query side_by_side(const std::string& a, const std::string& b) {
  const std::vector<std::string> words{a, b};
  return {Xapian::Query::OP_PHRASE, words.begin(), words.end(), 2};
}

TEST_CASE("of very many articles, where words stand is looked at in the best") {
  const Xapian::WritableDatabase many = many_articles(3);
  const query::CompiledQuery query = exactly(side_by_side("of", "the"));
  for (const Sort sort : {Sort::kRelevance, Sort::kNewest, Sort::kOldest}) {
    const Ranking all = rank(PostingLists(many), query, asked(0, 0, sort), {});
    CHECK(all.total_is_exact);
    CHECK(all.total < kMostPlaced);
    for (const unsigned offset : {0U, 1U, 20U, 1000U}) {
      CAPTURE(offset);
      const Ranking page =
          rank(PostingLists(many), query, asked(offset, 10, sort), {});
      CHECK_FALSE(page.total_is_exact);
      CHECK(page.total >= all.total);
      CHECK(page.total <= many.get_doccount());
      CHECK(page.has_more);
      REQUIRE(page.articles.size() == 10);
      for (std::size_t i = 0; i < 10; ++i) {
        const RankedArticle& same = all.articles[offset + i];
        CHECK(page.articles[i].document == same.document);
        CHECK(page.articles[i].score == same.score);
      }
    }
  }
  Request count;
  count.detail = Detail::kCount;
  CHECK(rank(PostingLists(many), query, count, {}).total ==
        rank(PostingLists(many), query, asked(0, 0), {}).total);
}

TEST_CASE("words that seldom stand so are looked for everywhere, and counted") {
  const Xapian::WritableDatabase many = many_articles(2000);
  const query::CompiledQuery query = exactly(side_by_side("rain", "the"));
  const Ranking page = rank(PostingLists(many), query, asked(0, 4), {});
  CHECK(page.total_is_exact);
  CHECK(page.total == 6);
  CHECK(page.articles.size() == 4);
}

TEST_CASE("candidates beyond the page are checked if that can count them") {
  std::size_t checked = 0;
  const Check odd = [&](Xapian::docid document) {
    ++checked;
    return document % 2 == 1;
  };
  const auto oil = [](std::size_t count) {
    return articles(std::vector<std::string>(count, "oil"));
  };
  const query::CompiledQuery query = perhaps(Xapian::Query("oil"));
  const Ranking few =
      rank(PostingLists(oil(kMostChecked + 19)), query, asked(0, 10), odd);
  CHECK(few.total_is_exact);
  CHECK(few.total == (kMostChecked + 20) / 2);
  CHECK(checked == kMostChecked + 19);
  checked = 0;
  const Ranking more =
      rank(PostingLists(oil(kMostChecked + 20)), query, asked(0, 10), odd);
  CHECK_FALSE(more.total_is_exact);
  CHECK(more.total == 10 + kMostChecked + 1);
  CHECK(checked == 19);
}

TEST_CASE("what certainly matches is found among the best, then the rest") {
  // Of 1,000, the certain ones are those with gas; of the others none is true.
  std::vector<std::string> texts;
  for (std::size_t i = 0; i < 1000; ++i) {
    std::string text = i % 10 == 0 ? "oil gas" : "oil";
    for (std::size_t more = i * 31 % 11; more > 0; --more) text += " oil";
    texts.push_back(text);
  }
  const Xapian::WritableDatabase many = articles(texts);
  const query::CompiledQuery query =
      perhaps(Xapian::Query("oil"), Xapian::Query("gas"));
  const Check none = [](Xapian::docid) { return false; };
  const Ranking all = rank(PostingLists(many), query, asked(0, 0), none);
  CHECK(all.total_is_exact);
  REQUIRE(all.total == 100);
  const Ranking page = rank(PostingLists(many), query, asked(5, 20), none);
  CHECK_FALSE(page.total_is_exact);
  CHECK(page.total >= 100);
  REQUIRE(page.articles.size() == 20);
  for (std::size_t i = 0; i < 20; ++i) {
    CHECK(page.articles[i].document == all.articles[i + 5].document);
  }
}

TEST_CASE(
    "when the time is up, the answer is what has been found, and says so") {
  std::size_t checked = 0;
  const Check slow = [&](Xapian::docid) {
    if (++checked == 2) std::this_thread::sleep_for(std::chrono::seconds(1));
    return true;
  };
  Request request = asked(0, 10);
  request.timeout = 1;
  const query::CompiledQuery query = perhaps(any_of("oil", "price"));
  const Ranking cut_short = rank(PostingLists(five()), query, request, slow);
  CHECK_FALSE(cut_short.is_complete);
  CHECK_FALSE(cut_short.total_is_exact);
  CHECK(cut_short.total == 4);  // What there can be.
  CHECK(cut_short.articles.size() == 2);
  CHECK(checked == 2);

  checked = 0;
  request.timeout = 0;
  const Ranking whole = rank(PostingLists(five()), query, request, slow);
  CHECK(whole.is_complete);
  CHECK(whole.articles.size() == 4);
}

}  // namespace
}  // namespace broadsheet::searcher::search
