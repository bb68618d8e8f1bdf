#include "indexer/segment/merged_synonyms.h"

#include <algorithm>
#include <memory>
#include <set>
#include <string>
#include <string_view>

#include "corpus/glass/synonyms.h"
#include "corpus/glass/table_reader.h"
#include "corpus/glass/tag_compressor.h"

namespace broadsheet::indexer::segment {
namespace {

using Tables = std::vector<std::unique_ptr<glass::TableReader>>;

// Adds the synonyms in the entry at which `table` stands.
void add_synonyms(const glass::TableReader& table,
                  std::set<std::string>& synonyms) {
  const std::string plain = table.plain_tag();
  std::string_view tag = plain;
  while (!tag.empty()) {
    const std::size_t size = glass::synonym_bytes(tag.front());
    tag.remove_prefix(1);
    if (size == 0 || size > tag.size()) table.throw_damaged();
    synonyms.emplace(tag.substr(0, size));
    tag.remove_prefix(size);
  }
}

void put(glass::TableWriter& table, glass::TagCompressor& compressor,
         std::string_view key, const std::set<std::string>& synonyms) {
  std::string tag;
  for (const std::string& synonym : synonyms) {
    glass::append_synonym(tag, synonym);
  }
  table.add(key, tag, compressor);
}

}  // namespace

void merge_synonyms(glass::TableWriter& table,
                    const std::vector<PlacedSource>& sources) {
  Tables tables;
  for (const PlacedSource& placed : sources) {
    const glass::FoundRoot& root = placed.segment->version().synonym;
    if (!placed.segment->has(root)) continue;
    auto reader = std::make_unique<glass::TableReader>(
        placed.segment->table("synonym", root));
    if (reader->next()) tables.push_back(std::move(reader));
  }
  glass::TagCompressor compressor;
  std::string key;
  std::set<std::string> synonyms;
  while (!tables.empty()) {
    key = (*std::ranges::min_element(tables, {}, [](const auto& each) {
            return each->key();
          }))->key();
    synonyms.clear();
    for (auto& each : tables) {
      if (each->key() != key) continue;
      add_synonyms(*each, synonyms);
      if (!each->next()) each.reset();
    }
    std::erase(tables, nullptr);
    put(table, compressor, key, synonyms);
  }
}

}  // namespace broadsheet::indexer::segment
