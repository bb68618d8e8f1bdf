// Markdown, with or without YAML front matter: a file is an article.
#include <md4c.h>

#include <utility>

#include "corpus/base/utf8.h"
#include "corpus/read/charset.h"
#include "corpus/read/field_offers.h"
#include "corpus/read/formats.h"
#include "corpus/read/front_matter.h"
#include "corpus/read/lines.h"
#include "corpus/read/prose_builder.h"
#include "corpus/read/sgml.h"
#include "corpus/read/whole_file_reader.h"

namespace broadsheet::read {
namespace {

// Takes md4c's events. Its first heading of level one is kept apart.
class MarkdownProse {
 public:
  /// Whether `markdown` could be read.
  bool read(std::string_view markdown) {
    MD_PARSER parser = {};
    parser.flags =
        MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_PERMISSIVEAUTOLINKS;
    parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* self) {
      static_cast<MarkdownProse*>(self)->enter(type, detail);
      return 0;
    };
    parser.leave_block = [](MD_BLOCKTYPE type, void* /*detail*/, void* self) {
      static_cast<MarkdownProse*>(self)->leave(type);
      return 0;
    };
    parser.enter_span = [](MD_SPANTYPE type, void* /*detail*/, void* self) {
      // What stands for a picture is its caption in words for those who do
      // not see it.
      static_cast<MarkdownProse*>(self)->in_picture_ += type == MD_SPAN_IMG;
      return 0;
    };
    parser.leave_span = [](MD_SPANTYPE type, void* /*detail*/, void* self) {
      static_cast<MarkdownProse*>(self)->in_picture_ -= type == MD_SPAN_IMG;
      return 0;
    };
    parser.text = [](MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size,
                     void* self) {
      static_cast<MarkdownProse*>(self)->text(type, {text, size});
      return 0;
    };
    return md_parse(markdown.data(), static_cast<MD_SIZE>(markdown.size()),
                    &parser, this) == 0;
  }

  [[nodiscard]] const std::string& heading() const { return heading_; }
  Prose take() { return prose_.take(); }

 private:
  void enter(MD_BLOCKTYPE type, void* detail) {
    if (type == MD_BLOCK_TD || type == MD_BLOCK_TH) {
      prose_.add(" ");
      return;
    }
    prose_.paragraph_break();
    if (type != MD_BLOCK_H) return;
    const unsigned level = static_cast<MD_BLOCK_H_DETAIL*>(detail)->level;
    in_heading_ = level == 1 && heading_.empty();
  }

  void leave(MD_BLOCKTYPE type) {
    if (type == MD_BLOCK_TD || type == MD_BLOCK_TH) return;
    prose_.paragraph_break();
    in_heading_ = false;
  }

  void text(MD_TEXTTYPE type, std::string_view text) {
    if (in_picture_ > 0 || type == MD_TEXT_HTML) return;
    if (type == MD_TEXT_BR || type == MD_TEXT_SOFTBR) {
      if (in_heading_) heading_ += ' ';
      if (type == MD_TEXT_BR) prose_.line_break();
      prose_.add(" ");
      return;
    }
    std::string decoded;
    if (type == MD_TEXT_ENTITY) {
      decoded = decode_references(text);
      text = decoded;
    }
    if (in_heading_) {
      heading_ += text;
    } else {
      prose_.add(text);
    }
  }

  ProseBuilder prose_;
  std::string heading_;
  bool in_heading_ = false;
  int in_picture_ = 0;
};

class MarkdownReader final : public WholeFileReader {
 public:
  using WholeFileReader::WholeFileReader;

 private:
  void read_file(FormatInput input) override {
    const std::size_t limit = input.options.max_article_bytes;
    std::string bytes = read_up_to(*input.source, limit + 4);
    if (bytes.size() == limit + 4) {
      bytes.resize(utf8_floor(bytes, limit));
      warn(cut_warning(limit));
    }
    DecodedText decoded = decode(bytes, input.charset);
    warn_of(decoded);
    read(decoded.text, input.options, std::move(decoded.encoding));
  }

  void read(std::string_view text, const ReadOptions& options,
            std::string encoding) {
    FieldOffers offers;
    std::string_view markdown = text;
    if (const std::optional<Span> yaml = front_matter(text)) {
      const std::string fault =
          offer_front_matter(yaml->of(text), options.fields, offers);
      if (!fault.empty()) warn("its front matter is no YAML: " + fault);
      markdown.remove_prefix(behind_front_matter(text, *yaml));
    }
    MarkdownProse prose;
    if (!prose.read(markdown)) return skip("no Markdown that can be read");
    ArticleParts parts;
    constexpr int kBehindFrontMatter = 100;
    offers.offer(ArticleField::kHeadline, kBehindFrontMatter, prose.heading(),
                 "heading");
    offers.fill(parts);
    Prose body = prose.take();
    // A heading beside the title of the front matter is text.
    if (!prose.heading().empty() &&
        !same_words(prose.heading(), parts.headline)) {
      const std::string heading = one_line(prose.heading()) + "\n\n";
      body.text.insert(0, heading);
    }
    parts.body = std::move(body.text);
    parts.article.encoding = std::move(encoding);
    give(std::move(parts), options.max_article_bytes);
  }
};

}  // namespace

std::unique_ptr<Reader> markdown_reader(FormatInput input) {
  return std::make_unique<MarkdownReader>(std::move(input));
}

}  // namespace broadsheet::read
