#include "tests/indexer/index_contents.h"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <xapian.h>

#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>
#include <utility>

#include "corpus/base/checksum.h"
#include "corpus/schema/published.h"
#include "corpus/schema/record_codec.h"
#include "corpus/schema/slots.h"
#include "indexer/progress.h"

namespace broadsheet::indexer {
namespace {

Xapian::Database open_segment(const std::string& path) {
  return Xapian::Database(path, Xapian::DB_BACKEND_GLASS);
}

std::string language_of(const Xapian::Database& database, Xapian::docid docid) {
  auto term = database.termlist_begin(docid);
  term.skip_to("L");
  return (*term).substr(1);
}

// The stored record is compared unpacked: a fresh index may have learnt another
// dictionary.
std::string description(const Xapian::Database& database, Xapian::docid docid,
                        schema::RecordUnpacker& unpacker) {
  std::string text;
  text += fmt::format("length {}\n", database.get_doclength(docid));
  for (auto term = database.termlist_begin(docid);
       term != database.termlist_end(docid); ++term) {
    text += fmt::format("{} x{}", *term, term.get_wdf());
    for (auto position = term.positionlist_begin();
         position != term.positionlist_end(); ++position) {
      text += fmt::format(" {}", *position);
    }
    text += "\n";
  }
  const Xapian::Document document = database.get_document(docid);
  for (auto value = document.values_begin(); value != document.values_end();
       ++value) {
    text += fmt::format("slot {} {}\n", value.get_valueno(),
                        to_hex(hash128(*value)));
  }
  text += fmt::format("stored {}\n",
                      to_hex(hash128(unpacker.unpack(document.get_data()))));
  return text;
}

}  // namespace

std::map<std::string, std::string> contents_of(
    const std::string& index_directory) {
  const schema::Published published = schema::open_published(index_directory);
  schema::RecordUnpacker unpacker = schema::record_unpacker(published);
  std::map<std::string, std::string> contents;
  std::map<std::string, std::uint64_t> languages;
  for (const schema::Segment& segment : published.manifest.segments) {
    const std::string path = index_directory + "/" + segment.name;
    std::ostringstream faults;
    CHECK_MESSAGE(Xapian::Database::check(path, 0, &faults) == 0, faults.str());
    for (const schema::SegmentFile& file : segment.files) {
      CHECK(hash128_of_file(path + "/" + file.name) == file.hash);
    }
    const Xapian::Database database = open_segment(path);
    CHECK(database.get_doccount() == segment.articles + segment.removed.size());
    for (const std::uint32_t docid : segment.removed) {
      --languages[language_of(database, docid)];
    }
    for (auto article = database.postlist_begin("");
         article != database.postlist_end(""); ++article) {
      if (std::ranges::binary_search(segment.removed, *article)) continue;
      const Xapian::Document document = database.get_document(*article);
      const auto identity =
          schema::parse_identity(document.get_value(schema::kIdentitySlot));
      REQUIRE(identity);
      CHECK(contents
                .emplace(to_hex(identity->id),
                         description(database, *article, unpacker))
                .second);
    }
    for (auto term = database.allterms_begin("L");
         term != database.allterms_end("L"); ++term) {
      languages[(*term).substr(1)] += term.get_termfreq();
    }
  }
  std::erase_if(languages, [](const auto& each) { return each.second == 0; });
  CHECK(contents.size() == published.manifest.articles);
  CHECK(languages == published.manifest.languages);
  return contents;
}

std::map<std::string, std::string> variants_of(
    const std::string& index_directory) {
  const schema::Published published = schema::open_published(index_directory);
  std::map<std::string, std::set<std::string>> forms;
  for (const schema::Segment& segment : published.manifest.segments) {
    const Xapian::Database database =
        open_segment(index_directory + "/" + segment.name);
    for (auto key = database.synonym_keys_begin();
         key != database.synonym_keys_end(); ++key) {
      forms[*key].insert(database.synonyms_begin(*key),
                         database.synonyms_end(*key));
    }
  }
  std::map<std::string, std::string> variants;
  for (const auto& [stem, all] : forms) {
    for (const std::string& form : all) variants[stem] += form + " ";
  }
  return variants;
}

std::vector<std::string> names_in(const std::string& directory) {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(directory)) {
    names.push_back(entry.path().filename().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

Options run_options(const std::string& index_directory,
                    std::vector<std::string> paths) {
  Options options;
  options.index_directory = index_directory;
  options.paths = std::move(paths);
  options.threads = 2;
  return options;
}

Outcome run(const Options& options) {
  Progress progress;
  return index_articles(options, progress);
}

std::string accounts(const Outcome& outcome) {
  const Tally& tally = outcome.tally;
  return fmt::format(
      "indexed {} updated {} unchanged {} duplicate {} skipped {} seen {}",
      tally.indexed, tally.updated, tally.unchanged, tally.duplicate,
      tally.skipped, tally.seen);
}

std::string line(const std::string& id, const std::string& title,
                 const std::string& body) {
  return nlohmann::json{{"id", id}, {"title", title}, {"body", body}}.dump() +
         "\n";
}

std::string flood() {
  return line("flood", "River Arl floods Mostley",
              "The river Arl left its bed on Monday. Mostley's mayor, Ines "
              "Tarrow, asked for boats.");
}

std::string corrected_flood() {
  return line("flood", "River Arl floods Mostley",
              "The river Arl left its bed on Monday. Correction: the mayor is "
              "Inez Tarrow.");
}

}  // namespace broadsheet::indexer
