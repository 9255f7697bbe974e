#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "fuzz_text.h"

namespace tenor {
namespace {

// What news and the rules for it are made of; the last are malformed.
const std::vector<std::string> pieces = {"He left the U.S. Senate. ",
                                         "\"Why?\" asked Ms. Poe. ",
                                         "At 5 p.m. ",
                                         "Acme Inc. said ",
                                         "1) one 2) two ",
                                         "\n\n",
                                         "\n",
                                         "\r\n",
                                         " ",
                                         ". . . ",
                                         "... ",
                                         "\u2026 ",
                                         "[...] ",
                                         " \" ",
                                         " ) ",
                                         "(",
                                         ")",
                                         "[12]",
                                         "\u201c",
                                         "\u201d",
                                         "\u2019s ",
                                         "28-point ",
                                         "$1.5 ",
                                         "https://a.org/b?c=d. ",
                                         "a.b@c.org ",
                                         "@poe #tag ",
                                         "AT&T ",
                                         ":) ",
                                         "\u2022 ",
                                         "KYIV, Dec 3 (Reuters) - ",
                                         "Wednesday, 03 December 2025 8:24 AM\n",
                                         "Image: AP.\n",
                                         "\u3002",
                                         "\u05d0\u05d1 ",
                                         "\u0e01\u0e02",
                                         "\U0001F1FA\U0001F1E6",
                                         "\U0001F469\u200d\U0001F467 ",
                                         "e\u0301",
                                         "\u00ad",
                                         "\u2029",
                                         std::string("\0", 1),
                                         "\xff",
                                         "\xe2\x80",
                                         "\xf0\x9f",
                                         "\x80",
                                         "\xed\xa0\x80",
                                         "\xc0\xaf"};

std::string mutate(std::string text, std::mt19937& random) {
  for (auto changes = random() % 4; changes > 0 && !text.empty(); --changes) {
    const std::size_t at = random() % text.size();
    switch (random() % 4) {
      case 0:
        text[at] = static_cast<char>(random());
        break;
      case 1:
        text.erase(at, random() % 9);
        break;
      case 2:
        text.insert(at, pieces[random() % pieces.size()]);
        break;
      default:
        text.insert(at, text.substr(random() % text.size(), random() % 20));
    }
  }
  return text;
}

TEST(TextFuzz, EveryPublicFunctionHoldsOnMutatedNews) {
  std::mt19937 random(21);
  for (int round = 0; round < 4000; ++round) {
    std::string text;
    for (auto n = random() % 30; n > 0; --n) text += pieces[random() % pieces.size()];
    text = mutate(std::move(text), random);
    ASSERT_NO_THROW(check_text(text)) << round << ": " << ::testing::PrintToString(text);
  }
}

TEST(TextFuzz, EveryPublicFunctionHoldsOnRandomBytes) {
  std::mt19937 random(22);
  for (int round = 0; round < 4000; ++round) {
    std::string text(random() % 200, '\0');
    for (char& c : text) c = static_cast<char>(random());
    ASSERT_NO_THROW(check_text(text)) << round << ": " << ::testing::PrintToString(text);
  }
  ASSERT_NO_THROW(check_text({}));
}

}  // namespace
}  // namespace tenor
