// The agency ends what stands in the brackets; it is known by its name, or by a
// sign before it.
#include "corpus/read/japanese_dateline.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "corpus/read/lines.h"

namespace broadsheet::read {
namespace {

constexpr std::size_t kLongestJapaneseDateline = 120;  // In bytes.
constexpr std::size_t kLongestPlace = 24;              // Eight characters.

struct Brackets {
  std::string_view open, close;
};
constexpr std::array kBrackets = {Brackets{"【", "】"}, Brackets{"［", "］"}};

constexpr std::array<std::string_view, 9> kAgencies = {
    "共同通信", "共同", "時事通信", "AFP時事", "時事",
    "ロイター", "AFP",  "AP",       "新華社"};

// What stands in such brackets and is no place.
constexpr std::array<std::string_view, 12> kJapaneseLabels = {
    "速報", "独自", "解説", "写真", "動画", "訂正",
    "社説", "特集", "連載", "訃報", "号外", "図解"};

// The first part of `text` before white space or a sign that parts.
std::string_view first_part(std::string_view text) {
  std::size_t end = text.size();
  for (const std::string_view sign : {"　", " ", "＝", "="}) {
    end = std::min(end, text.find(sign));
  }
  return trimmed(text.substr(0, end));
}

// Takes the agency off the end of `inside`.
std::string_view take_japanese_agency(std::string_view& inside) {
  constexpr std::string_view kDot = "・";
  const std::size_t dot = inside.rfind(kDot);
  if (dot != std::string_view::npos) {
    const std::string_view agency = inside.substr(dot + kDot.size());
    inside = inside.substr(0, dot);
    return agency;
  }
  for (const std::string_view agency : kAgencies) {
    if (inside.ends_with(agency)) {
      inside = trimmed(inside.substr(0, inside.size() - agency.size()));
      return agency;
    }
  }
  return {};
}

}  // namespace

std::optional<Dateline> find_japanese_dateline(std::string_view paragraph) {
  for (const auto& [open, close] : kBrackets) {
    if (!paragraph.starts_with(open)) continue;
    const std::size_t end =
        paragraph.substr(0, kLongestJapaneseDateline).find(close);
    if (end == std::string_view::npos) continue;
    std::string_view inside =
        trimmed(paragraph.substr(open.size(), end - open.size()));
    Dateline dateline;
    dateline.agency = take_japanese_agency(inside);
    const std::string_view place = first_part(inside);
    const bool label = std::any_of(
        kJapaneseLabels.begin(), kJapaneseLabels.end(),
        [&](std::string_view word) { return place.starts_with(word); });
    if (place.empty() || place.size() > kLongestPlace || label) continue;
    dateline.place = place;
    dateline.end = end + close.size();
    return dateline;
  }
  return std::nullopt;
}

}  // namespace broadsheet::read
