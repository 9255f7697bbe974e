// Writes the tables of properties.h from the ICU that this program is linked to. Run by CMake.
#include <unicode/uchar.h>
#include <unicode/uvernum.h>

#include <cstdint>
#include <cstdio>
#include <map>
#include <vector>

#include "tenor/text/properties.h"

namespace {

using namespace tenor;

SentenceBreak sentence_break(UChar32 c) {
  switch (static_cast<USentenceBreak>(u_getIntPropertyValue(c, UCHAR_SENTENCE_BREAK))) {
    case U_SB_CR:
      return SentenceBreak::cr;
    case U_SB_LF:
      return SentenceBreak::lf;
    case U_SB_EXTEND:
      return SentenceBreak::extend;
    case U_SB_SEP:
      return SentenceBreak::sep;
    case U_SB_FORMAT:
      return SentenceBreak::format;
    case U_SB_SP:
      return SentenceBreak::space;
    case U_SB_LOWER:
      return SentenceBreak::lower;
    case U_SB_UPPER:
      return SentenceBreak::upper;
    case U_SB_OLETTER:
      return SentenceBreak::letter;
    case U_SB_NUMERIC:
      return SentenceBreak::numeric;
    case U_SB_ATERM:
      return SentenceBreak::full_stop;
    case U_SB_SCONTINUE:
      return SentenceBreak::continues;
    case U_SB_STERM:
      return SentenceBreak::stop;
    case U_SB_CLOSE:
      return SentenceBreak::close;
    default:
      return SentenceBreak::other;
  }
}

// Thai, Lao, Khmer, Burmese and their kin: what ICU hands to a dictionary, or leaves whole without one.
bool by_dictionary(UChar32 c) {
  return u_getIntPropertyValue(c, UCHAR_LINE_BREAK) == U_LB_COMPLEX_CONTEXT;
}

WordBreak word_break(UChar32 c) {
  const auto value = static_cast<UWordBreakValues>(u_getIntPropertyValue(c, UCHAR_WORD_BREAK));
  if (by_dictionary(c) && (value == U_WB_OTHER || value == U_WB_ALETTER)) return WordBreak::dictionary;
  switch (value) {
    case U_WB_CR:
      return WordBreak::cr;
    case U_WB_LF:
      return WordBreak::lf;
    case U_WB_NEWLINE:
      return WordBreak::newline;
    case U_WB_EXTEND:
      return WordBreak::extend;
    case U_WB_ZWJ:
      return WordBreak::zwj;
    case U_WB_FORMAT:
      return WordBreak::format;
    case U_WB_REGIONAL_INDICATOR:
      return WordBreak::regional;
    case U_WB_KATAKANA:
      return WordBreak::katakana;
    case U_WB_HEBREW_LETTER:
      return WordBreak::hebrew;
    case U_WB_ALETTER:
      return WordBreak::letter;
    case U_WB_SINGLE_QUOTE:
      return WordBreak::single_quote;
    case U_WB_DOUBLE_QUOTE:
      return WordBreak::double_quote;
    case U_WB_MIDNUMLET:
      return WordBreak::mid_both;
    case U_WB_MIDLETTER:
      return WordBreak::mid_letter;
    case U_WB_MIDNUM:
      return WordBreak::mid_number;
    case U_WB_NUMERIC:
      return WordBreak::numeric;
    case U_WB_EXTENDNUMLET:
      return WordBreak::extend_number;
    case U_WB_WSEGSPACE:
      return WordBreak::space;
    default:
      return WordBreak::other;
  }
}

std::uint16_t record(UChar32 c) {
  unsigned bits = static_cast<unsigned>(sentence_break(c)) | static_cast<unsigned>(word_break(c)) << 4;
  if (u_hasBinaryProperty(c, UCHAR_EXTENDED_PICTOGRAPHIC)) bits |= Properties::pictographic;
  if (u_isalpha(c)) bits |= Properties::letter;
  if (u_isUUppercase(c)) bits |= Properties::upper;
  if (u_isULowercase(c)) bits |= Properties::lower;
  if (u_isdigit(c)) bits |= Properties::digit;
  if (u_isUWhiteSpace(c)) bits |= Properties::space;
  return static_cast<std::uint16_t>(bits);
}

}  // namespace

int main(int argc, char** argv) {
  std::FILE* out = argc == 2 ? std::fopen(argv[1], "w") : nullptr;
  if (out == nullptr) return 1;
  constexpr UChar32 size = 1 << tables::block_bits;
  std::map<std::vector<std::uint16_t>, unsigned> numbers;
  std::vector<std::vector<std::uint16_t>> blocks;
  std::vector<unsigned> block_of;
  for (UChar32 first = 0; first < 0x110000; first += size) {
    std::vector<std::uint16_t> block;
    for (UChar32 c = first; c < first + size; ++c) block.push_back(record(c));
    const auto [at, fresh] = numbers.emplace(block, static_cast<unsigned>(blocks.size()));
    if (fresh) blocks.push_back(block);
    block_of.push_back(at->second);
  }
  if (blocks.size() > 256) return 2;  // block_of would need more than a byte
  std::fprintf(out, "#include \"tenor/text/properties.h\"\n\nnamespace tenor::tables {\n");
  std::fprintf(out, "const char* const icu_version = \"%s\";\nconst char* const unicode_version = \"%s\";\n",
               U_ICU_VERSION, U_UNICODE_VERSION);
  std::fprintf(out, "const std::uint8_t block_of[] = {");
  for (const unsigned b : block_of) std::fprintf(out, "%u,", b);
  std::fprintf(out, "};\nconst std::uint16_t blocks[] = {\n");
  for (const auto& block : blocks) {
    for (const unsigned bits : block) std::fprintf(out, "%u,", bits);
    std::fprintf(out, "\n");
  }
  std::fprintf(out, "};\n}  // namespace tenor::tables\n");
  return std::fclose(out) == 0 ? 0 : 3;
}
