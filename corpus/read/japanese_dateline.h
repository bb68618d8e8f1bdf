// Datelines of Japanese news, which stand in brackets and need no dash.
#pragma once

#include <optional>
#include <string_view>

#include "corpus/read/dateline.h"

namespace broadsheet::read {

/// The dateline at the start of `paragraph`, if it has one: "【東京共同】",
/// "【東京・共同通信】", "［東京　１７日　ロイター］", or a place alone,
/// "【東京】".
[[nodiscard]] std::optional<Dateline> find_japanese_dateline(
    std::string_view paragraph);

}  // namespace broadsheet::read
