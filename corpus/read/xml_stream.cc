// libxml2's push parser, with callbacks of our own only: its default ones would
// build a tree. An entity declaration stops it before anything can use it.
#include "corpus/read/xml_stream.h"

#include <fmt/format.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <new>

#include "corpus/base/utf8.h"
#include "corpus/read/sgml.h"

namespace broadsheet::read {
namespace {

constexpr std::size_t kXmlPiece = std::size_t{1} << 14;

std::string_view view(const xmlChar* text) {
  return text == nullptr ? std::string_view()
                         : reinterpret_cast<const char*>(text);
}

}  // namespace

struct XmlStream::State {
  State(ByteSource& from, XmlVisitor& to) : source(from), visitor(to) {}

  ByteSource& source;
  XmlVisitor& visitor;
  xmlParserCtxtPtr parser = nullptr;
  std::string fault;
  bool refused = false;
  bool ended = false;
  xmlEntity named = {};  // The last one asked for.
  std::string entity_text;

  static State& of(void* context) {
    return *static_cast<State*>(
        static_cast<xmlParserCtxtPtr>(context)->_private);
  }

  static void start(void* context, const xmlChar* local, const xmlChar* prefix,
                    const xmlChar* space, int /*namespaces*/,
                    const xmlChar** /*bound*/, int count, int /*defaulted*/,
                    const xmlChar** attributes) {
    XmlAttributes values;
    // Five pointers each: local name, prefix, space, and the value's ends.
    for (int i = 0; i < count; ++i) {
      const xmlChar** one = attributes + std::ptrdiff_t{5} * i;
      const std::string_view raw(reinterpret_cast<const char*>(one[3]),
                                 static_cast<std::size_t>(one[4] - one[3]));
      // libxml2 keeps but the first byte of a reference to a named character.
      values.add(view(one[0]), valid_utf8(raw));
    }
    of(context).visitor.start({view(local), view(space), view(prefix)}, values);
  }

  static void end(void* context, const xmlChar* local, const xmlChar* prefix,
                  const xmlChar* space) {
    of(context).visitor.end({view(local), view(space), view(prefix)});
  }

  static void text(void* context, const xmlChar* text, int size) {
    of(context).visitor.text(
        {reinterpret_cast<const char*>(text), static_cast<std::size_t>(size)});
  }

  // "&nbsp;" and the like, which no DTD declares here.
  static xmlEntityPtr entity(void* context, const xmlChar* name) {
    State& state = of(context);
    const std::string whole = fmt::format("&{};", view(name));
    std::string value = decode_references(whole);
    if (value == whole) return nullptr;
    state.entity_text = std::move(value);
    state.named = xmlEntity{};
    state.named.type = XML_ENTITY_DECL;
    state.named.etype = XML_INTERNAL_PREDEFINED_ENTITY;
    state.named.name = name;
    state.named.content = reinterpret_cast<xmlChar*>(state.entity_text.data());
    state.named.length = static_cast<int>(state.entity_text.size());
    return &state.named;
  }

  static void declare_entity(void* context, const xmlChar* /*name*/,
                             int /*type*/, const xmlChar* /*public_id*/,
                             const xmlChar* /*system_id*/,
                             xmlChar* /*content*/) {
    State& state = of(context);
    state.refused = true;
    state.fault = "it declares entities, which are not expanded";
    xmlStopParser(state.parser);
  }

  static void note(void* context, xmlErrorPtr error) {
    State& state = *static_cast<State*>(context);
    if (!state.fault.empty() || error == nullptr ||
        error->level < XML_ERR_ERROR) {
      return;
    }
    std::string_view message =
        error->message == nullptr ? "not well-formed" : error->message;
    while (message.ends_with('\n')) message.remove_suffix(1);
    state.fault = fmt::format("line {}: {}", error->line, message);
  }
};

std::string_view XmlAttributes::value(std::string_view name) const {
  for (const auto& [known, value] : values_) {
    if (known == name) return value;
  }
  return {};
}

XmlStream::XmlStream(ByteSource& source, XmlVisitor& visitor)
    : state_(std::make_unique<State>(source, visitor)) {
  xmlSAXHandler handler = {};
  handler.initialized = XML_SAX2_MAGIC;
  handler.startElementNs = State::start;
  handler.endElementNs = State::end;
  handler.characters = State::text;
  handler.ignorableWhitespace = State::text;
  handler.cdataBlock = State::text;
  handler.getEntity = State::entity;
  handler.entityDecl = State::declare_entity;
  xmlParserCtxtPtr parser =
      xmlCreatePushParserCtxt(&handler, nullptr, nullptr, 0, nullptr);
  if (parser == nullptr) throw std::bad_alloc();
  state_->parser = parser;
  parser->_private = state_.get();
  // What is told goes to this context and nowhere else.
  xmlCtxtUseOptions(parser, XML_PARSE_NONET | XML_PARSE_RECOVER |
                                XML_PARSE_NOERROR | XML_PARSE_NOWARNING |
                                XML_PARSE_IGNORE_ENC);
  parser->sax->serror = nullptr;
}

XmlStream::~XmlStream() {
  if (state_->parser == nullptr) return;
  if (state_->parser->myDoc != nullptr) xmlFreeDoc(state_->parser->myDoc);
  xmlFreeParserCtxt(state_->parser);
}

bool XmlStream::advance() {
  State& state = *state_;
  if (state.ended) return false;
  std::array<char, kXmlPiece> piece{};
  const std::size_t got = state.source.read(piece.data(), piece.size());
  state.ended = got == 0;
  // Faults of encodings would go to stderr otherwise.
  const xmlStructuredErrorFunc before = xmlStructuredError;
  void* const context = xmlStructuredErrorContext;
  xmlSetStructuredErrorFunc(nullptr, [](void*, xmlErrorPtr) {});
  xmlParseChunk(state.parser, piece.data(), static_cast<int>(got),
                got == 0 ? 1 : 0);
  xmlSetStructuredErrorFunc(context, before);
  if (const xmlError* error = xmlCtxtGetLastError(state.parser);
      error != nullptr) {
    State::note(&state, const_cast<xmlErrorPtr>(error));
  }
  if (state.refused || state.parser->disableSAX == 1) state.ended = true;
  return !state.ended;
}

const std::string& XmlStream::fault() const { return state_->fault; }

bool XmlStream::was_refused() const { return state_->refused; }

std::uint64_t XmlStream::tag_offset() const {
  const long consumed = xmlByteConsumed(state_->parser);
  const xmlParserInputPtr input = state_->parser->input;
  if (consumed < 0 || input == nullptr) return 0;
  const xmlChar* at = input->cur;
  while (at > input->base && *at != '<') --at;
  const auto back = static_cast<std::uint64_t>(input->cur - at);
  const auto reached = static_cast<std::uint64_t>(consumed);
  return reached - std::min(back, reached);
}

}  // namespace broadsheet::read
