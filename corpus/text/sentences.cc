#include "corpus/text/sentences.h"

#include <optional>

#include "corpus/base/utf8.h"
#include "corpus/text/closing_marks.h"
#include "corpus/text/sentence_ends.h"
#include "corpus/text/sentence_lists.h"
#include "corpus/text/sentence_stops.h"

namespace broadsheet::text {
namespace {

// The part of [begin, end) without outer white space.
Span trimmed(std::string_view text, std::size_t begin, std::size_t end) {
  const std::string_view part = text.substr(0, end);
  begin = after_blanks(part, begin);
  while (end > begin) {
    const CodePoint last = code_point_before(text, end);
    if (sentence_class(last.value) != SentenceClass::kBlank) break;
    end -= last.bytes;
  }
  return {begin, end};
}

}  // namespace

class SentenceSplitter::Rules {
 public:
  explicit Rules(const std::string& language)
      : ends_(language), greek_(language == "el") {}

  // Adds the sentences of the bytes [begin, end) of `text`, in which no list
  // item begins.
  void split(std::string_view text, std::size_t begin, std::size_t end,
             std::vector<Span>& sentences) const {
    const auto add = [&](std::size_t from, std::size_t to) {
      const Span sentence = trimmed(text, from, to);
      if (!sentence.empty()) sentences.push_back(sentence);
    };
    const std::string_view part = text.substr(0, end);
    const StopScanner scanner(part, greek_);
    std::size_t from = after_blanks(part, begin);
    std::optional<Stop> stop = scanner.find(from);
    while (stop) {
      if (const auto ending = ends_.end_at(part, from, *stop)) {
        add(from, *ending);
        from = after_blanks(part, *ending);
      }
      stop = scanner.find(stop->next);
    }
    add(from, end);
  }

 private:
  SentenceEnds ends_;
  bool greek_;
};

SentenceSplitter::SentenceSplitter(const std::string& language)
    : rules_(std::make_unique<Rules>(language)) {}
SentenceSplitter::~SentenceSplitter() = default;
SentenceSplitter::SentenceSplitter(SentenceSplitter&&) noexcept = default;
SentenceSplitter& SentenceSplitter::operator=(SentenceSplitter&&) noexcept =
    default;

std::vector<Span> SentenceSplitter::split(std::string_view text) const {
  std::vector<Span> sentences;
  std::size_t begin = 0;
  for (const std::size_t item : item_begins(text)) {
    rules_->split(text, begin, item, sentences);
    begin = item;
  }
  rules_->split(text, begin, text.size(), sentences);
  return sentences;
}

}  // namespace broadsheet::text
