// Abbreviations of news prose, by language: the words whose full stop need not
// end a sentence, and what must follow for it to end one all the same.
#pragma once

#include <tsl/robin_map.h>

#include <cstddef>
#include <string>
#include <string_view>

namespace broadsheet::text {

/// What the full stop after a word says. "Opening word" is one that opens
/// sentences (opening_words.h): The, He, But.
enum class Abbreviation : unsigned char {
  kNone,        ///< An ordinary word: its full stop ends the sentence.
  kNeverLast,   ///< Mr., Gov., vs., e.g.: never ends a sentence.
  kMaybeLast,   ///< Inc., Jr., Nov., U.S., p.m.: ends one before an opening
                ///< word only.
  kInitial,     ///< A single letter, J. or z.: like kMaybeLast.
  kNumbered,    ///< No., p., Fig.: an abbreviation before a number only.
  kUnit,        ///< pct., mln., etc.: ends a sentence before any capital.
  kAfterComma,  ///< Mass., Ill., Wash.: kMaybeLast after a comma or hyphen
                ///< ("Boston, Mass."), an ordinary word elsewhere.
};

/// The abbreviations of one language.
class Abbreviations {
 public:
  /// `language` is an ISO 639-1 code; others get what is international.
  explicit Abbreviations(std::string_view language);

  /// What `word`, without its last full stop ("Mr", "U.S", "D-Mass"), is.
  /// Letter case counts ("Sat." but not "sat."), except that a word all in
  /// capitals is also looked up as a title-case one where `in_capitals` says
  /// that its neighbours are in capitals too.
  [[nodiscard]] Abbreviation kind(std::string_view word,
                                  bool in_capitals) const;

 private:
  void add(std::string_view words, Abbreviation kind);
  [[nodiscard]] Abbreviation listed(std::string_view word) const;

  tsl::robin_map<std::string_view, Abbreviation> kinds_;
};

/// Whether `word` is single letters with full stops or hyphens between them:
/// "U.S", "p.m", "J.-C", "А.С".
[[nodiscard]] bool is_dotted_letters(std::string_view word);

}  // namespace broadsheet::text
