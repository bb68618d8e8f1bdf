#include "corpus/schema/record_codec.h"

#define ZDICT_STATIC_LINKING_ONLY  // For the trainer that is told its numbers.
#include <zdict.h>
#define ZSTD_STATIC_LINKING_ONLY  // To use a dictionary without a copy of it.
#include <zstd.h>

#include <algorithm>
#include <string_view>
#include <utility>
#include <variant>

#include "corpus/base/error.h"

namespace broadsheet::schema {
namespace {

// Measured on the records of Reuters-21578 (20.4 MB in 21,578 articles):
// dictionaries of 64, 128 and 256 KB give 8.80, 8.65 and 8.27 MB at level 3,
// which takes 0.29 to 0.32 s; the last at level 6 7.77 MB in 2.6 s.
constexpr std::size_t kMostDictionaryBytes = std::size_t{256} << 10;
constexpr int kLevel = 3;

// Training that is told how long its segments shall be takes a fifth of the
// time of zstd's default, which tries five lengths. 100, 200, 400 and 1,000
// bytes give 8.62, 8.22, 8.21 and 8.23 MB on Reuters-21578, and 8 hashed bytes
// 0.06 MB more.
constexpr unsigned kSegmentBytes = 400;
constexpr unsigned kHashedBytes = 6;
constexpr unsigned kFrequencyLog = 20;

// Below this much to learn from, a dictionary costs more than it saves.
constexpr std::size_t kLeastSampleBytes = std::size_t{512} << 10;
constexpr std::size_t kSamplesPerDictionary = 4;

// What every frame begins with (RFC 8878, 3.1.1), least significant byte first.
// It is not stored: four bytes of some 400.
constexpr std::string_view kMagic = "\x28\xB5\x2F\xFD";

constexpr std::uint64_t kMostBytes = std::uint64_t{256} << 20;

[[noreturn]] void throw_damaged_record() {
  throw Error(ErrorKind::kIndex,
              "a stored article is damaged; rebuild the index");
}

struct FreeZstd {
  void operator()(ZSTD_CCtx* context) const { ZSTD_freeCCtx(context); }
  void operator()(ZSTD_DCtx* context) const { ZSTD_freeDCtx(context); }
};

}  // namespace

std::string train_dictionary(const std::vector<std::string>& records) {
  std::string samples;
  std::vector<std::size_t> sizes;
  for (const std::string& record : records) {
    samples += record;
    sizes.push_back(record.size());
  }
  if (samples.size() < kLeastSampleBytes) return {};
  std::string dictionary(
      std::min(kMostDictionaryBytes, samples.size() / kSamplesPerDictionary),
      '\0');
  ZDICT_fastCover_params_t parameters{};
  parameters.k = kSegmentBytes;
  parameters.d = kHashedBytes;
  parameters.f = kFrequencyLog;
  parameters.accel = 1;
  parameters.zParams.compressionLevel = kLevel;
  const std::size_t size = ZDICT_trainFromBuffer_fastCover(
      dictionary.data(), dictionary.size(), samples.data(), sizes.data(),
      static_cast<unsigned>(sizes.size()), parameters);
  // Samples that are all alike, or too few, teach nothing; that is no fault.
  if (ZDICT_isError(size) != 0) return {};
  dictionary.resize(size);
  return dictionary;
}

struct RecordPacker::State {
  std::unique_ptr<ZSTD_CCtx, FreeZstd> context{ZSTD_createCCtx()};
};

RecordPacker::RecordPacker(std::string_view dictionary)
    : state_(std::make_unique<State>()) {
  ZSTD_CCtx* const context = state_->context.get();
  const bool ready = context != nullptr &&
                     ZSTD_isError(ZSTD_CCtx_setParameter(
                         context, ZSTD_c_compressionLevel, kLevel)) == 0 &&
                     ZSTD_isError(ZSTD_CCtx_setParameter(
                         context, ZSTD_c_dictIDFlag, 0)) == 0 &&
                     ZSTD_isError(ZSTD_CCtx_loadDictionary(
                         context, dictionary.data(), dictionary.size())) == 0;
  if (!ready) {
    throw Error(ErrorKind::kInputOutput, "zstd takes no dictionary");
  }
}

RecordPacker::~RecordPacker() = default;
RecordPacker::RecordPacker(RecordPacker&&) noexcept = default;
RecordPacker& RecordPacker::operator=(RecordPacker&&) noexcept = default;

std::string RecordPacker::pack(std::string_view record) {
  std::string packed(ZSTD_compressBound(record.size()), '\0');
  const std::size_t size =
      ZSTD_compress2(state_->context.get(), packed.data(), packed.size(),
                     record.data(), record.size());
  if (ZSTD_isError(size) != 0) {
    throw Error(ErrorKind::kInputOutput,
                std::string("zstd: ") + ZSTD_getErrorName(size));
  }
  return packed.substr(kMagic.size(), size - kMagic.size());
}

struct RecordUnpacker::State {
  explicit State(std::variant<std::string, MappedFile> kept)
      : dictionary(std::move(kept)) {}

  const std::variant<std::string, MappedFile> dictionary;  // Of `context`.
  std::unique_ptr<ZSTD_DCtx, FreeZstd> context{ZSTD_createDCtx()};
};

RecordUnpacker::RecordUnpacker(std::string dictionary)
    : state_(std::make_unique<State>(std::move(dictionary))) {
  refer_to(std::get<std::string>(state_->dictionary));
}

RecordUnpacker::RecordUnpacker(MappedFile dictionary)
    : state_(std::make_unique<State>(std::move(dictionary))) {
  refer_to(std::get<MappedFile>(state_->dictionary).bytes());
}

void RecordUnpacker::refer_to(std::string_view dictionary) {
  ZSTD_DCtx* const context = state_->context.get();
  if (context == nullptr ||
      ZSTD_isError(ZSTD_DCtx_loadDictionary_byReference(
          context, dictionary.data(), dictionary.size())) != 0) {
    throw Error(ErrorKind::kIndex,
                "the index's dictionary is damaged; rebuild the index");
  }
}

RecordUnpacker::~RecordUnpacker() = default;
RecordUnpacker::RecordUnpacker(RecordUnpacker&&) noexcept = default;
RecordUnpacker& RecordUnpacker::operator=(RecordUnpacker&&) noexcept = default;

std::string RecordUnpacker::unpack(std::string_view packed) {
  std::string frame(kMagic);
  frame += packed;
  const unsigned long long size =
      ZSTD_getFrameContentSize(frame.data(), frame.size());
  // Both error values are above the limit too.
  if (size > kMostBytes) throw_damaged_record();
  std::string record(size, '\0');
  const std::size_t got =
      ZSTD_decompressDCtx(state_->context.get(), record.data(), record.size(),
                          frame.data(), frame.size());
  if (ZSTD_isError(got) != 0 || got != size) throw_damaged_record();
  return record;
}

}  // namespace broadsheet::schema
