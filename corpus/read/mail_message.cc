#include "corpus/read/mail_message.h"

#include <utility>

#include "corpus/read/ascii.h"
#include "corpus/read/charset.h"
#include "corpus/read/field_offers.h"
#include "corpus/read/html_article.h"
#include "corpus/read/html_metadata.h"
#include "corpus/read/http_response.h"
#include "corpus/read/lines.h"
#include "corpus/read/mail_text.h"

namespace broadsheet::read {
namespace {

using enum ArticleField;

constexpr int kDeepestPart = 8;  // Parts within parts.
constexpr std::size_t kMostParts = 200;

// What a text was, before it was decoded.
struct TextOrigin {
  std::string encoding = "UTF-8";
  bool mended = false;
  bool had_nul = false;
};

// The texts of a message, of each kind the first one that says anything.
class TextFinder {
 public:
  void read(std::string_view part, int depth) {
    if (depth > kDeepestPart || ++parts_ > kMostParts) return;
    const HeaderEnd end = header_end(part);
    const HeaderLines head(part.substr(0, end.lines));
    const std::string_view body = part.substr(end.body);
    const std::string_view type = head.value("content-type");
    if (depth > 0 &&
        starts_with_name(head.value("content-disposition"), "attachment")) {
      return;
    }
    if (starts_with_name(type, "multipart/")) {
      const std::string boundary = header_parameter(type, "boundary");
      if (!boundary.empty()) return read_parts(body, boundary, depth);
    }
    const bool is_html = starts_with_name(type, "text/html");
    const bool is_plain = type.empty() || starts_with_name(type, "text/plain");
    if (is_html || is_plain) read_text(head, body, is_html);
  }

  std::string plain;
  TextOrigin plain_origin;
  Prose html;
  TextOrigin html_origin;

 private:
  void read_parts(std::string_view body, const std::string& boundary,
                  int depth) {
    const std::string sign = "--" + boundary;
    std::optional<std::size_t> begin;
    for (std::size_t at = body.find(sign); at != std::string_view::npos;
         at = body.find(sign, at + 1)) {
      if (at > 0 && body[at - 1] != '\n') continue;
      if (begin) read(body.substr(*begin, at - *begin), depth + 1);
      const std::string_view behind = body.substr(at + sign.size());
      if (behind.starts_with("--")) return;
      const std::size_t line = behind.find('\n');
      if (line == std::string_view::npos) return;
      begin = at + sign.size() + line + 1;
    }
    // Without its end, the last part goes to the end of the message.
    if (begin) read(body.substr(*begin), depth + 1);
  }

  void read_text(const HeaderLines& head, std::string_view body, bool is_html) {
    std::string bytes(body);
    const std::string_view coding = head.value("content-transfer-encoding");
    if (same_name(coding, "base64")) bytes = decode_base64(body);
    if (same_name(coding, "quoted-printable")) {
      bytes = decode_quoted_printable(body, false);
    }
    std::string charset =
        header_parameter(head.value("content-type"), "charset");
    if (charset.empty() && is_html) charset = page_charset(bytes, {});
    DecodedText decoded = decode(bytes, charset);
    TextOrigin origin{std::move(decoded.encoding), decoded.mended,
                      decoded.had_nul};
    if (is_html && html.text.empty()) {
      html = html_prose(decoded.text);
      if (!html.text.empty()) html_origin = std::move(origin);
    } else if (!is_html && trimmed(plain).empty()) {
      plain = std::move(decoded.text);
      if (!trimmed(plain).empty()) plain_origin = std::move(origin);
    }
  }

  std::size_t parts_ = 0;
};

}  // namespace

std::variant<ArticleParts, std::string> read_mail(std::string_view message) {
  const HeaderEnd end = header_end(message);
  const HeaderLines head(message.substr(0, end.lines));
  if (head.empty()) return "no header lines, as mail has";
  TextFinder found;
  found.read(message, 0);

  FieldOffers offers;
  const auto offer = [&](ArticleField field, int rank, const char* name) {
    offers.offer(field, rank, decode_header(head.value(name)),
                 std::string("header ") + name);
  };
  offer(kHeadline, 0, "Subject");
  offer(kDate, 0, "Date");
  offer(kLanguage, 0, "Content-Language");
  offer(kUrl, 0, "Archived-At");
  std::string id(head.value("Message-ID"));
  std::erase_if(id, [](char c) { return c == '<' || c == '>'; });
  offers.offer(kId, 0, decode(id, {}).text, "header Message-ID");
  // A list's letters come from a paper, others from a person.
  const bool from_list =
      !head.value("List-Id").empty() || !head.value("List-Unsubscribe").empty();
  offers.offer(from_list ? kSource : kAuthor, 0,
               sender_name(decode_header(head.value("From"))), "header From");

  ArticleParts parts;
  offers.fill(parts);
  std::erase_if(parts.article.url, [](char c) { return c == '<' || c == '>'; });
  const bool plain = trimmed(found.plain).size() * 2 > found.html.text.size();
  if (plain) {
    // Mail ends its lines with both signs.
    std::erase(found.plain, '\r');
    parts.body = std::move(found.plain);
  } else {
    set_prose(parts, std::move(found.html));
  }
  if (parts.headline.empty() && trimmed(parts.body).empty()) {
    return "neither subject nor text in the message";
  }
  TextOrigin& origin = plain ? found.plain_origin : found.html_origin;
  parts.article.encoding = std::move(origin.encoding);
  if (origin.mended) {
    parts.warnings.push_back(mended_warning(parts.article.encoding));
  }
  if (origin.had_nul) parts.warnings.emplace_back(kNulWarning);
  return parts;
}

}  // namespace broadsheet::read
