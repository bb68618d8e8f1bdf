#include "tests/indexer/segment/segment_parts.h"

#include <doctest/doctest.h>

#include <cstdint>
#include <filesystem>
#include <set>

#include "corpus/base/checksum.h"
#include "corpus/base/file.h"

namespace broadsheet::indexer::segment {

void invert(const schema::AnalyzedArticle& article, schema::TermTable& terms,
            Inverter& inverter) {
  for (const schema::Posting& posting : article.postings) {
    inverter.add({terms.id(posting.term), posting.wdf, posting.positions});
  }
  inverter.end_article(article);
}

Xapian::Document document(const schema::AnalyzedArticle& article) {
  Xapian::Document document;
  for (const schema::Posting& posting : article.postings) {
    document.add_term(posting.term, posting.wdf);
    for (const std::uint32_t position : posting.positions) {
      document.add_posting(posting.term, position, 0);
    }
  }
  for (const auto& [slot, value] : article.values) {
    document.add_value(slot, value);
  }
  document.set_data(article.record);
  return document;
}

std::string tables(const std::string& path) {
  std::set<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(path)) {
    names.insert(entry.path().filename().string());
  }
  CHECK(names.erase("iamglass") == 1);
  std::string all;
  for (const std::string& name : names) {
    all += name + ":" + read_file(path + "/" + name);
  }
  return all;
}

void check_files(const std::string& path,
                 const std::vector<schema::SegmentFile>& files) {
  std::set<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(path)) {
    names.insert(entry.path().filename().string());
  }
  CHECK(files.size() == names.size());
  for (const schema::SegmentFile& file : files) {
    CAPTURE(file.name);
    CHECK(names.erase(file.name) == 1);
    CHECK(file.size == std::filesystem::file_size(path + "/" + file.name));
    CHECK(file.hash == hash128_of_file(path + "/" + file.name));
  }
}

}  // namespace broadsheet::indexer::segment
