#include "corpus/schema/manifest.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>

#include "corpus/base/error.h"
#include "corpus/schema/damaged_index.h"
#include "corpus/schema/index_names.h"

namespace broadsheet::schema {
namespace {

using Json = nlohmann::json;

constexpr const char* kRemoved = "removed";
constexpr std::uint64_t kMostDocid = 0xFFFFFFFF;

// "iamglass", or lower-case letters and ".glass": nothing that leaves the
// directory, and nothing that Xapian would take for a stub.
bool is_file_name(std::string_view name) {
  constexpr std::string_view kEnding = ".glass";
  if (name == "iamglass") return true;
  if (!name.ends_with(kEnding) || name.size() == kEnding.size()) return false;
  name.remove_suffix(kEnding.size());
  return std::all_of(name.begin(), name.end(),
                     [](char c) { return c >= 'a' && c <= 'z'; });
}

// Typed access to what a manifest claims to hold.
class ManifestReader {
 public:
  explicit ManifestReader(const std::string& path) : path_(path) {}

  [[nodiscard]] const Json& member(const Json& object, const char* key) const {
    const auto found = object.find(key);
    if (found == object.end()) fail(key);
    return *found;
  }

  [[nodiscard]] std::uint64_t number(const Json& object,
                                     const char* key) const {
    const Json& value = member(object, key);
    if (!value.is_number_unsigned()) fail(key);
    return value.get<std::uint64_t>();
  }

  [[nodiscard]] int version(const Json& object, const char* key) const {
    const std::uint64_t value = number(object, key);
    if (value > 1'000'000) fail(key);
    return static_cast<int>(value);
  }

  [[nodiscard]] std::string string(const Json& object, const char* key) const {
    const Json& value = member(object, key);
    if (!value.is_string()) fail(key);
    return value.get<std::string>();
  }

  [[nodiscard]] const Json& array(const Json& object, const char* key) const {
    const Json& value = member(object, key);
    if (!value.is_array()) fail(key);
    return value;
  }

  [[noreturn]] void fail(const std::string& what) const {
    throw_damaged_index(path_, "has no valid \"" + what + "\"");
  }

 private:
  const std::string& path_;
};

SegmentFile parse_file(const Json& json, const ManifestReader& reader) {
  SegmentFile file;
  file.name = reader.string(json, "name");
  if (!is_file_name(file.name) && !is_beside_segments(file.name)) {
    reader.fail("name");
  }
  file.size = reader.number(json, "size");
  const std::optional<Hash128> hash =
      hash_from_hex(reader.string(json, "xxh3_128"));
  if (!hash) reader.fail("xxh3_128");
  file.hash = *hash;
  return file;
}

std::vector<std::uint32_t> parse_removed(const Json& json,
                                         const ManifestReader& reader) {
  std::vector<std::uint32_t> docids;
  if (!json.contains(kRemoved)) return docids;
  for (const Json& docid : reader.array(json, kRemoved)) {
    if (!docid.is_number_unsigned()) reader.fail(kRemoved);
    const auto number = docid.get<std::uint64_t>();
    const std::uint64_t least = docids.empty() ? 1 : docids.back() + 1ULL;
    if (number < least || number > kMostDocid) reader.fail(kRemoved);
    docids.push_back(static_cast<std::uint32_t>(number));
  }
  return docids;
}

Segment parse_segment(const Json& json, const ManifestReader& reader) {
  Segment segment;
  segment.name = reader.string(json, "name");
  if (!is_segment_name(segment.name)) reader.fail("name");
  segment.articles = reader.number(json, "articles");
  std::set<std::string> names;
  for (const Json& file : reader.array(json, "files")) {
    segment.files.push_back(parse_file(file, reader));
    if (is_beside_segments(segment.files.back().name)) reader.fail("files");
    if (!names.insert(segment.files.back().name).second) reader.fail("files");
  }
  if (!names.contains("iamglass") || !names.contains("postlist.glass")) {
    reader.fail("files");
  }
  segment.removed = parse_removed(json, reader);
  return segment;
}

// The file `key` of the index itself, if the manifest names one; `is_name` says
// whether a name is of its kind.
std::optional<SegmentFile> parse_index_file(const Json& root, const char* key,
                                            bool (*is_name)(std::string_view),
                                            const ManifestReader& reader) {
  const auto found = root.find(key);
  if (found == root.end()) return std::nullopt;
  if (!found->is_object()) reader.fail(key);
  SegmentFile file = parse_file(*found, reader);
  if (!is_name(file.name)) reader.fail(key);
  return file;
}

Json json_of(const SegmentFile& file) {
  return {{"name", file.name},
          {"size", file.size},
          {"xxh3_128", to_hex(file.hash)}};
}

}  // namespace

std::vector<SegmentFile> files_beside(const Manifest& manifest) {
  std::vector<SegmentFile> files;
  for (const auto& file :
       {manifest.dictionary, manifest.stories, manifest.stamps}) {
    if (file) files.push_back(*file);
  }
  return files;
}

std::string to_json(const Manifest& manifest) {
  Json segments = Json::array();
  for (const Segment& segment : manifest.segments) {
    Json files = Json::array();
    for (const SegmentFile& file : segment.files) {
      files.push_back(json_of(file));
    }
    segments.push_back({{"name", segment.name},
                        {"articles", segment.articles},
                        {"files", std::move(files)}});
    if (!segment.removed.empty()) {
      segments.back()[kRemoved] = segment.removed;
    }
  }
  Json json = {
      {"format", manifest.format},         {"analysis", manifest.analysis},
      {"generation", manifest.generation}, {"articles", manifest.articles},
      {"created", manifest.created},       {"program", manifest.program},
      {"index_id", manifest.index_id},     {"languages", manifest.languages},
      {"segments", std::move(segments)}};
  if (manifest.dictionary) json["dictionary"] = json_of(*manifest.dictionary);
  if (manifest.stories) json["stories"] = json_of(*manifest.stories);
  if (manifest.stamps) json["stamps"] = json_of(*manifest.stamps);
  return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

Manifest parse_manifest(std::string_view json, const std::string& path) {
  const Json root = Json::parse(json, nullptr, false);
  if (!root.is_object()) throw_damaged_index(path, "is not a manifest");
  const ManifestReader reader(path);
  Manifest manifest;
  manifest.format = reader.version(root, "format");
  // Checked first: of another format nothing else can be taken for known.
  if (manifest.format != kFormatVersion) {
    throw Error(
        ErrorKind::kIndex,
        fmt::format("{}: the index has format {}, this program reads format "
                    "{}; index the articles again into a new directory",
                    path, manifest.format, kFormatVersion));
  }
  manifest.analysis = reader.version(root, "analysis");
  manifest.generation = reader.number(root, "generation");
  manifest.articles = reader.number(root, "articles");
  const Json& created = reader.member(root, "created");
  if (!created.is_number_integer()) reader.fail("created");
  manifest.created = created.get<std::int64_t>();
  manifest.program = reader.string(root, "program");
  manifest.index_id = reader.string(root, "index_id");
  if (!hash_from_hex(manifest.index_id)) reader.fail("index_id");

  const Json& languages = reader.member(root, "languages");
  if (!languages.is_object()) reader.fail("languages");
  for (const auto& [language, count] : languages.items()) {
    if (!count.is_number_unsigned()) reader.fail("languages");
    manifest.languages[language] = count.get<std::uint64_t>();
  }

  std::set<std::string> names;
  std::uint64_t articles = 0;
  for (const Json& segment : reader.array(root, "segments")) {
    manifest.segments.push_back(parse_segment(segment, reader));
    articles += manifest.segments.back().articles;
    if (!names.insert(manifest.segments.back().name).second) {
      reader.fail("segments");
    }
  }
  if (articles != manifest.articles) reader.fail("articles");
  manifest.dictionary =
      parse_index_file(root, "dictionary", is_dictionary_name, reader);
  manifest.stories = parse_index_file(root, "stories", is_stories_name, reader);
  manifest.stamps = parse_index_file(root, "stamps", is_stamps_name, reader);
  return manifest;
}

}  // namespace broadsheet::schema
