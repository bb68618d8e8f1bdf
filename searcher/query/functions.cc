#include "searcher/query/functions.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <utility>

namespace broadsheet::searcher::query {
namespace {

using Kind = Function::Kind;

constexpr std::array kFunctions{
    std::pair{std::string_view("caps"),
              Function{.kind = Kind::kCapitals, .capitals = Capitals::kSome}},
    std::pair{
        std::string_view("allcaps"),
        Function{.kind = Kind::kCapitals, .capitals = Capitals::kAllOfThem}},
    std::pair{std::string_view("nocaps"),
              Function{.kind = Kind::kCapitals, .capitals = Capitals::kNone}},
    std::pair{std::string_view("singular"),
              Function{.kind = Kind::kNumber, .number = Number::kSingular}},
    std::pair{std::string_view("plural"),
              Function{.kind = Kind::kNumber, .number = Number::kPlural}},
    std::pair{std::string_view("exact"), Function{.kind = Kind::kExact}},
    std::pair{std::string_view("s"), Function{.kind = Kind::kTogether}},
    std::pair{
        std::string_view("p"),
        Function{.kind = Kind::kTogether, .unit = Together::Unit::kParagraph}},
};

}  // namespace

std::optional<Function> find_function(std::string_view name) {
  std::string lowered(name.substr(0, 32));
  std::ranges::transform(lowered, lowered.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  for (const auto& [known, function] : kFunctions) {
    if (lowered == known) return function;
  }
  constexpr std::string_view kAtLeast = "atleast";
  constexpr std::uint32_t kMost = 9'999;
  if (!lowered.starts_with(kAtLeast)) return std::nullopt;
  const std::string digits = lowered.substr(kAtLeast.size());
  if (digits.empty() || !std::ranges::all_of(digits, [](char c) {
        return c >= '0' && c <= '9';
      })) {
    return std::nullopt;
  }
  Function function{.kind = Kind::kAtLeast};
  const auto [end, error] = std::from_chars(
      digits.data(), digits.data() + digits.size(), function.count);
  if (error != std::errc() || function.count > kMost) function.count = 0;
  return function;
}

}  // namespace broadsheet::searcher::query
