// Credits: who took a picture or sent a report, as agencies write it behind a
// caption or under a text: "(Pool photo)(Kyodo)", "EPA-EFE/JAPAN POOL",
// "==Kyodo", "(Reporting by Jane Doe)".
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace broadsheet::read {

struct Credit {
  std::size_t begin = 0;  ///< Where in the paragraph it starts, in bytes.
  bool picture = false;   ///< It speaks of a picture, not only of an agency.
  std::string agency;     ///< "Kyodo"; empty if it names none for sure.
};

/// The credit that `paragraph` ends with, if any: bracketed groups, "==Agency",
/// or "AGENCY/Name" behind a full stop.
[[nodiscard]] std::optional<Credit> find_credit(std::string_view paragraph);

/// Whether `paragraph` with its `credit` is the caption of a picture: a bare
/// "(Kyodo)" is one only behind words that show a picture; else it signs the
/// report.
[[nodiscard]] bool is_caption(std::string_view paragraph, const Credit& credit);

/// Whether `paragraph` opens as a caption does: "File photo:", "Pictured:".
[[nodiscard]] bool opens_caption(std::string_view paragraph);

/// Whether `paragraph` is nothing but a signature or a closing sign of a
/// report: "==Kyodo", "(END)", "###", "(Reporting by …)", a copyright notice.
[[nodiscard]] bool is_signature(std::string_view paragraph);

/// Whether `paragraph` opens what is not the article: "Related coverage:",
/// "Read more: …", in English, German or Japanese.
[[nodiscard]] bool opens_trailer(std::string_view paragraph);

}  // namespace broadsheet::read
