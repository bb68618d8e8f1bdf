// libyaml's events are taken as they come: no tree is built and no alias is
// followed, so that no small file can become a large one.
#include "corpus/read/front_matter.h"

#include <fmt/format.h>
#include <yaml.h>

#include <utility>

namespace broadsheet::read {
namespace {

// Where the line at `at` ends, and behind its line break.
std::pair<std::size_t, std::size_t> line_at(std::string_view text,
                                            std::size_t at) {
  const std::size_t end = text.find('\n', at);
  if (end == std::string_view::npos) return {text.size(), text.size()};
  const bool carriage = end > at && text[end - 1] == '\r';
  return {carriage ? end - 1 : end, end + 1};
}

class Parser {
 public:
  explicit Parser(std::string_view yaml) {
    if (yaml_parser_initialize(&parser_) == 0) throw std::bad_alloc();
    yaml_parser_set_encoding(&parser_, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(
        &parser_, reinterpret_cast<const unsigned char*>(yaml.data()),
        yaml.size());
  }
  Parser(const Parser&) = delete;
  Parser& operator=(const Parser&) = delete;
  ~Parser() {
    yaml_event_delete(&event_);
    yaml_parser_delete(&parser_);
  }

  /// The next event; nothing at a fault.
  const yaml_event_t* next() {
    yaml_event_delete(&event_);
    if (yaml_parser_parse(&parser_, &event_) == 0) return nullptr;
    return &event_;
  }

  [[nodiscard]] std::string fault() const {
    return fmt::format(
        "{} in line {} of the front matter",
        parser_.problem == nullptr ? "unreadable" : parser_.problem,
        parser_.problem_mark.line + 2);
  }

 private:
  yaml_parser_t parser_ = {};
  yaml_event_t event_ = {};
};

// A mapping or list that is open.
struct Level {
  bool mapping = false;
  bool key_next = true;
  std::string key;  // The last one of a mapping.
};

class FieldTaker {
 public:
  FieldTaker(const FieldMap& fields, FieldOffers& offers)
      : fields_(fields), offers_(offers) {}

  void open(bool mapping) { levels_.push_back({mapping, true, {}}); }

  void close() {
    if (!levels_.empty()) levels_.pop_back();
    value_done();
  }

  void value_done() {
    if (!levels_.empty()) levels_.back().key_next = true;
  }

  void scalar(std::string_view value) {
    if (levels_.empty()) return;
    Level& level = levels_.back();
    if (level.mapping && level.key_next) {
      level.key = value;
      level.key_next = false;
      return;
    }
    take(value);
    value_done();
  }

 private:
  // A value below the key of the outermost mapping.
  void take(std::string_view value) {
    constexpr std::size_t kDeepest = 3;
    const Level& level = levels_.back();
    if (levels_.size() > kDeepest || !levels_.front().mapping) return;
    if (levels_.size() > 1 && level.mapping && level.key != "name" &&
        level.key != "title") {
      return;
    }
    const auto field = fields_.find(levels_.front().key);
    if (!field || value == "null" || value == "~") return;
    offers_.offer(field->first, field->second, value,
                  "front matter " + levels_.front().key);
  }

  const FieldMap& fields_;
  FieldOffers& offers_;
  std::vector<Level> levels_;
};

}  // namespace

std::optional<Span> front_matter(std::string_view text) {
  if (!text.starts_with("---\n") && !text.starts_with("---\r\n")) {
    return std::nullopt;
  }
  const std::size_t begin = line_at(text, 0).second;
  for (std::size_t at = begin; at < text.size();) {
    const auto [end, next] = line_at(text, at);
    const std::string_view line = text.substr(at, end - at);
    if (line == "---" || line == "...") return Span{begin, at};
    at = next;
  }
  return std::nullopt;
}

std::size_t behind_front_matter(std::string_view text, Span yaml) {
  return line_at(text, yaml.end).second;
}

std::string offer_front_matter(std::string_view yaml, const FieldMap& fields,
                               FieldOffers& offers) {
  Parser parser(yaml);
  FieldTaker taker(fields, offers);
  for (;;) {
    const yaml_event_t* event = parser.next();
    if (event == nullptr) return parser.fault();
    switch (event->type) {
      case YAML_STREAM_END_EVENT:
        return {};
      case YAML_MAPPING_START_EVENT:
        taker.open(true);
        break;
      case YAML_SEQUENCE_START_EVENT:
        taker.open(false);
        break;
      case YAML_MAPPING_END_EVENT:
      case YAML_SEQUENCE_END_EVENT:
        taker.close();
        break;
      case YAML_SCALAR_EVENT:
        taker.scalar({reinterpret_cast<const char*>(event->data.scalar.value),
                      event->data.scalar.length});
        break;
      case YAML_ALIAS_EVENT:
        taker.scalar({});
        break;
      default:
        break;
    }
  }
}

}  // namespace broadsheet::read
