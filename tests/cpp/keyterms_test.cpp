#include "tenor/terms/keyterms.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace tenor {
namespace {

std::vector<std::string> english() {
  return {english_stop_words().begin(), english_stop_words().end()};
}

std::vector<std::string> texts(const std::vector<std::string>& sentences, std::size_t n = 10) {
  std::vector<std::string> out;
  for (const KeyTerm& term : keyterms(sentences, n, english())) out.push_back(term.text);
  return out;
}

bool holds(const std::vector<std::string>& list, const std::string& text) {
  return std::find(list.begin(), list.end(), text) != list.end();
}

TEST(Keyterms, ScoresAWordByCountAndSentences) {
  const auto found =
      keyterms(std::vector<std::string>{"the tariff and a tariff", "tariff", "wheat", "it"}, 1, english());
  ASSERT_EQ(found.size(), 1);
  EXPECT_EQ(found[0].text, "tariff");
  EXPECT_DOUBLE_EQ(found[0].score, 3 * (std::log(5.0 / 3.0) + 1));
}

TEST(Keyterms, GivesTheFullNameForASurname) {
  const auto found = texts({"Ana Ruiz spoke.", "Then Ruiz left, and Ruiz's aide with her."});
  EXPECT_EQ(found.front(), "Ana Ruiz");
  EXPECT_FALSE(holds(found, "Ruiz"));
}

TEST(Keyterms, PhrasesCrossNoMarkAndEndInNoStopWord) {
  const auto found =
      texts({"The peace plan, a draft of it, is a peace plan.", "The Bank of England said 2026 was fine."});
  EXPECT_EQ(found.front(), "peace plan");
  EXPECT_TRUE(holds(found, "Bank of England"));
  for (const char* bad : {"plan draft", "2026", "said", "Bank of", "The Bank of England", "peace"}) {
    EXPECT_FALSE(holds(found, bad)) << bad;
  }
}

TEST(Keyterms, KeepsAbbreviationsAndAcronymsThatLookLikeStopWords) {
  const auto found = texts({"Talks with the US and the U.S. and us."});
  EXPECT_TRUE(holds(found, "US"));
  EXPECT_TRUE(holds(found, "U.S."));
  EXPECT_FALSE(holds(found, "us"));
}

TEST(Keyterms, AnyBytesEnd) {
  std::mt19937 random(7);
  const std::string pieces[] = {"a",    "B",  "'s", "\xE2\x80\x99s",      " ", ".", "\xFF",
                                "\xE2", "of", "1",  std::string(1, '\0'), "-"};
  for (int round = 0; round < 2000; ++round) {
    std::vector<std::string> sentences(random() % 3);
    for (std::string& sentence : sentences) {
      for (auto left = random() % 12; left > 0; --left) sentence += pieces[random() % std::size(pieces)];
    }
    for (const KeyTerm& term : keyterms(sentences, 5, english())) EXPECT_FALSE(term.text.empty());
  }
}

}  // namespace
}  // namespace tenor
