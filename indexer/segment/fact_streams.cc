#include "indexer/segment/fact_streams.h"

#include <algorithm>
#include <map>

#include "corpus/base/error.h"
#include "corpus/glass/integers.h"
#include "corpus/glass/synonyms.h"
#include "corpus/glass/term_key.h"
#include "corpus/schema/terms.h"
#include "indexer/segment/byte_buffer.h"

namespace broadsheet::indexer::segment {

using glass::kMaxVarintBytes;
using glass::put_varint;

void FactStreams::add(const schema::ArticleFacts& facts) {
  first_value_.push_back(static_cast<std::uint32_t>(values_.size()));
  values_.insert(values_.end(), facts.values.begin(), facts.values.end());
  variants_.insert(variants_.end(), facts.new_variants.begin(),
                   facts.new_variants.end());
}

std::span<const FactStreams::Value> FactStreams::values(
    std::size_t article) const {
  const std::size_t begin = first_value_[article];
  const std::size_t end = article + 1 < first_value_.size()
                              ? first_value_[article + 1]
                              : values_.size();
  return std::span(values_).subspan(begin, end - begin);
}

void FactStreams::write_to(Run& run) {
  write_values(run);
  write_synonyms(run);
}

void FactStreams::clear() {
  values_.clear();
  first_value_.clear();
  variants_.clear();
}

void FactStreams::write_values(Run& run) const {
  struct Slot {
    ByteBuffer list;
    std::uint32_t next = 0;
  };
  std::map<std::string, Slot> slots;  // By the prefix of their keys.
  for (std::uint32_t article = 0; article < first_value_.size(); ++article) {
    const std::uint32_t docid = run.first_docid + article;
    for (const auto& [number, value] : values(article)) {
      run.value_statistics[number].add(std::string_view(value));
      Slot& slot = slots[glass::value_chunk_prefix(number)];
      char* out = slot.list.room(2 * kMaxVarintBytes);
      out = put_varint(out, docid - slot.next);
      slot.list.written_to(put_varint(out, value.size()));
      slot.list.append(value);
      slot.next = docid + 1;
    }
  }
  EntryWriter writer;
  for (const auto& [prefix, slot] : slots) writer.add(prefix, slot.list.view());
  run.values = EntryStream(writer.take());
}

void FactStreams::write_synonyms(Run& run) {
  std::sort(variants_.begin(), variants_.end());
  variants_.erase(std::unique(variants_.begin(), variants_.end()),
                  variants_.end());
  EntryWriter writer;
  ByteBuffer forms;
  for (std::size_t i = 0; i < variants_.size(); ++i) {
    const auto& [stem, form] = variants_[i];
    const std::string term = schema::stem_term(schema::Field::kText, stem);
    if (form.size() > glass::kMaxSynonymBytes ||
        term.size() > glass::kMaxTermBytes) {
      throw Error(ErrorKind::kInputOutput, "a form of " +
                                               std::to_string(form.size()) +
                                               " bytes can't be indexed");
    }
    forms.written_to(put_varint(forms.room(kMaxVarintBytes), form.size()));
    forms.append(form);
    if (i + 1 < variants_.size() && variants_[i + 1].first == stem) continue;
    writer.add(term, forms.view());
    forms.clear();
  }
  run.synonyms = EntryStream(writer.take());
}

}  // namespace broadsheet::indexer::segment
