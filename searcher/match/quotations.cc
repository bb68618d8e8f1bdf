#include "searcher/match/quotations.h"

#include <optional>
#include <span>
#include <utility>

#include "searcher/match/attribution.h"
#include "searcher/match/quotation_marks.h"
#include "searcher/match/surname.h"

namespace broadsheet::searcher::match {
namespace {

struct Passages {
  std::vector<Span> all;         ///< Headline and paragraphs.
  std::vector<Span> paragraphs;  ///< Without the headline.
};

Passages passages_of(const schema::Outline& outline) {
  Passages passages;
  std::optional<std::uint32_t> last;
  for (const schema::Sentence& sentence : outline.sentences) {
    const bool is_headline = sentence.zone == article::Zone::kHeadline;
    if (last != sentence.paragraph) {
      passages.all.push_back(sentence.bytes);
      if (!is_headline) passages.paragraphs.push_back(sentence.bytes);
      last = sentence.paragraph;
      continue;
    }
    passages.all.back().end = sentence.bytes.end;
    if (!is_headline) passages.paragraphs.back().end = sentence.bytes.end;
  }
  return passages;
}

class Reader {
 public:
  /// Both must outlive it; `passages` are those that no name crosses.
  Reader(std::string_view text, std::span<const Span> passages)
      : text_(text), passages_(passages) {}

  void read(Span paragraph, Span next) {
    const std::vector<QuotedPiece> pieces =
        quoted_pieces(text_, paragraph, next, is_open_);
    is_open_ = false;
    ++since_speaker_;
    // Within a paragraph, one attribution is for all its quotations.
    std::optional<Attribution> found;
    for (std::size_t i = 0; i < pieces.size() && !found; ++i) {
      found = attribution_of(text_, paragraph, pieces, i);
    }
    std::vector<Span> speakers =
        found ? speakers_of(*found) : std::vector<Span>();
    bool is_new = true;
    for (const QuotedPiece& piece : pieces) {
      if (piece.continues && !quotations_.empty()) {
        is_new = false;
      }
      if (is_new) quotations_.push_back({{}, speakers});
      is_new = false;
      Quotation& quotation = quotations_.back();
      quotation.pieces.push_back(piece.inside);
      // Who is named at the end of a long quotation said all of it.
      if (quotation.speakers.empty()) quotation.speakers = speakers;
      is_open_ = piece.is_open;
    }
  }

  std::vector<Quotation> take() { return std::move(quotations_); }

 private:
  std::vector<Span> speakers_of(const Attribution& attribution) {
    constexpr int kNear = 2;  // Paragraphs that "he said" reaches back.
    if (attribution.is_pronoun) {
      if (since_speaker_ > kNear) return {};
      since_speaker_ = 0;
      return last_speakers_;
    }
    last_speakers_ = {attribution.subject};
    if (const auto name = fuller_name(text_, passages_, attribution.subject)) {
      last_speakers_.push_back(*name);
    }
    since_speaker_ = 0;
    return last_speakers_;
  }

  std::string_view text_;
  std::span<const Span> passages_;
  std::vector<Quotation> quotations_;
  bool is_open_ = false;
  std::vector<Span> last_speakers_;
  int since_speaker_ = 1000;
};

}  // namespace

std::vector<Quotation> find_quotations(std::string_view text,
                                       const schema::Outline& outline) {
  const Passages passages = passages_of(outline);
  const std::vector<Span>& paragraphs = passages.paragraphs;
  Reader reader(text, passages.all);
  for (std::size_t i = 0; i < paragraphs.size(); ++i) {
    const Span next =
        i + 1 < paragraphs.size() ? paragraphs[i + 1] : Span{0, 0};
    reader.read(paragraphs[i], next);
  }
  return reader.take();
}

}  // namespace broadsheet::searcher::match
