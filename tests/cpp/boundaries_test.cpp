#include "tenor/text/boundaries.h"

#include <gtest/gtest.h>
#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <random>
#include <string>

#include "tenor/text/properties.h"
#include "tenor/text/unicode.h"

namespace tenor {
namespace {

// ICU's own iterator, the witness.
class Witness {
 public:
  explicit Witness(bool words) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Locale locale("en");
    iterator_.reset(words ? icu::BreakIterator::createWordInstance(locale, status)
                          : icu::BreakIterator::createSentenceInstance(locale, status));
    EXPECT_TRUE(U_SUCCESS(status));
  }
  std::vector<std::size_t> operator()(std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    UText input = UTEXT_INITIALIZER;
    utext_openUTF8(&input, text.data(), static_cast<int64_t>(text.size()), &status);
    iterator_->setText(&input, status);
    EXPECT_TRUE(U_SUCCESS(status));
    std::vector<std::size_t> out;
    iterator_->first();
    for (int32_t at = iterator_->next(); at != icu::BreakIterator::DONE; at = iterator_->next())
      out.push_back(static_cast<std::size_t>(at));
    utext_close(&input);
    return out;
  }

 private:
  std::unique_ptr<icu::BreakIterator> iterator_;
};

// Han, kana and the scripts of South-East Asia are left out: ICU cuts them by dictionary.
bool by_dictionary(char32_t c) {
  return (c >= 0x0E00 && c < 0x0F00) || (c >= 0x1000 && c < 0x10A0) || (c >= 0x1780 && c < 0x1800) ||
         (c >= 0x1950 && c < 0x1A00) || (c >= 0x1A20 && c < 0x1AB0) || (c >= 0x2E80 && c < 0x3400) ||
         (c >= 0x3400 && c < 0xA000) || (c >= 0xA9E0 && c < 0xAA00) || (c >= 0xAA60 && c < 0xAAE0) ||
         (c >= 0xAC00 && c < 0xD7B0) || (c >= 0xF900 && c < 0xFB00) || (c >= 0xFF65 && c < 0xFFA0) ||
         (c >= 0x11700 && c < 0x11750) || c >= 0x16FE0;
}

std::string random_text(std::mt19937& random) {
  static const char32_t common[] = {
      U'a',      U'b',      U'A',      U'B',      U'1',          U'2',          U'.',          U'.',
      U'?',      U'!',      U' ',      U' ',      U'\n',         U'\r',         U'\t',         U'"',
      U'\'',     U'(',      U')',      U',',      U':',          U';',          U'-',          U'_',
      U'@',      U'#',      U'/',      U'$',      U'%',          U'\u00e9',     U'\u00a0',     U'\u2019',
      U'\u201c', U'\u201d', U'\u2026', U'\u2014', U'\u0301',     U'\u200d',     U'\u00ad',     U'\u2029',
      U'\u0085', U'\u05d0', U'\u2764', U'\u30a2', U'\U0001F1FA', U'\U0001F1F8', U'\U0001F600', U'\U0001F3FD',
      U'\u3002', U'\u24c2'};
  std::string text;
  const auto length = random() % 24;
  for (unsigned i = 0; i < length; ++i) {
    char32_t c = common[random() % std::size(common)];
    if (random() % 8 == 0) c = static_cast<char32_t>(random() % 0x1AFF0);
    if (by_dictionary(c) && c != U'\u3002' && c != U'\U0001F1FA' && c != U'\U0001F1F8' &&
        c != U'\U0001F600' && c != U'\U0001F3FD')
      c = U'x';
    if (c >= 0xD800 && c < 0xE000) c = U'y';
    append_utf8(text, c);
  }
  return text;
}

// Text as people write it: the article that ships and, where they are, the development data (JSON is text
// too). What ICU cuts by dictionary is left out.
std::string real_text() {
  const std::filesystem::path data(TENOR_DATA), shared = data / "../../../../shared";
  std::string out;
  for (const auto& path :
       {data / "demo.txt", shared / "articles/talks.txt", shared / "data/sentences/gum_news.json",
        shared / "data/sentences/masc_news.json", shared / "data/sentences/ewt_devtest_all.json"}) {
    std::ifstream in(path, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(in), {}};
    for (std::size_t at = 0; at < bytes.size();) {
      const char32_t c = decode(bytes, at);
      append_utf8(out, by_dictionary(c) && c < 0x16FE0 ? U'x' : c);
    }
  }
  return out;
}

std::string show(std::string_view text) {
  std::string out;
  char buffer[16];
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = decode(text, at);
    std::snprintf(buffer, sizeof buffer, c > 32 && c < 127 ? "%c" : "<%X>", static_cast<unsigned>(c));
    out += buffer;
  }
  return out;
}

TEST(Boundaries, SentencesAgreeWithIcuOnRandomText) {
  std::mt19937 random(7);
  Witness witness(false);
  for (int round = 0; round < 40000; ++round) {
    const std::string text = random_text(random);
    ASSERT_EQ(sentence_boundaries(text), witness(text)) << show(text);
  }
}

TEST(Boundaries, WordsAgreeWithIcuOnRandomText) {
  std::mt19937 random(8);
  Witness witness(true);
  for (int round = 0; round < 40000; ++round) {
    const std::string text = random_text(random);
    ASSERT_EQ(word_boundaries(text), witness(text)) << show(text);
  }
}

TEST(Boundaries, AgreeWithIcuOnRealText) {
  const std::string text = real_text();
  ASSERT_GT(text.size(), 1000U);
  for (const bool words : {false, true}) {
    const auto ours = words ? word_boundaries(text) : sentence_boundaries(text),
               theirs = Witness(words)(text);
    const auto [a, b] = std::mismatch(ours.begin(), ours.end(), theirs.begin(), theirs.end());
    ASSERT_TRUE(a == ours.end() && b == theirs.end())
        << "after " << show(std::string_view(text).substr(a == ours.begin() ? 0 : *(a - 1), 80));
  }
}

// find_stop looks at many bytes at a time; this looks at one.
TEST(Boundaries, FindsTheStopsThatAreThere) {
  std::mt19937 random(9);
  for (int round = 0; round < 5000; ++round) {
    std::string text = "padding to move the text";
    text.resize(random() % text.size());
    for (int i = 0; i < 6; ++i) text += random_text(random);
    std::size_t found = find_stop(text, 0);
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t begin = at;
      const char32_t c = decode(text, at);
      const SentenceBreak s = properties(c).sentence();
      const bool stop = c == U'\u2026' || s == SentenceBreak::full_stop || s == SentenceBreak::stop ||
                        s == SentenceBreak::sep || s == SentenceBreak::cr || s == SentenceBreak::lf;
      if (!stop) continue;
      ASSERT_EQ(found, begin) << show(text);
      found = find_stop(text, at);
    }
    ASSERT_EQ(found, text.size());
  }
}

}  // namespace
}  // namespace tenor
