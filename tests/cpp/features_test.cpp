#include "tenor/stance/features.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "tenor/stance/batch.h"

namespace tenor {
namespace {

const WordClasses& classes() {
  static const WordClasses out("blame: blame criticize\nsay: say said\n", "brave\t2.4\n");
  return out;
}

std::vector<std::string> names(std::string_view sentence, std::string_view target) {
  const std::size_t at = sentence.find(target);
  std::vector<Feature> features;
  std::vector<std::string> out;
  FeatureExtractor(classes()).extract(read_sentence(sentence, Segmenter()), 0, {at, at + target.size()},
                                      features, &out);
  EXPECT_EQ(features.size(), out.size());
  return out;
}

bool has(const std::vector<std::string>& all, std::string_view name) {
  return std::find(all.begin(), all.end(), name) != all.end();
}

TEST(Features, TellSubjectFromObject) {
  const auto subject = names("Smith criticized Jones.", "Smith"),
             object = names("Smith criticized Jones.", "Jones");
  EXPECT_TRUE(has(subject, "target: subject"));
  EXPECT_TRUE(has(object, "target: object"));
  EXPECT_TRUE(has(object, "governor: class, blame"));
  EXPECT_TRUE(has(names("Smith was criticized by Jones.", "Smith"), "target: passive subject, passive"));
  EXPECT_TRUE(has(names("Smith was criticized by Jones.", "Jones"), "target: link, by"));
  EXPECT_TRUE(has(names("They met Smith’s lawyer.", "Smith"), "target: owner"));
}

TEST(Features, NegationTurnsValence) {
  EXPECT_TRUE(has(names("Jones is brave.", "Jones"), "valence: positive, after, 2"));
  EXPECT_TRUE(has(names("Jones is not brave.", "Jones"), "valence: negative, after, 3"));
}

TEST(Features, DoNotGrowWithTheSentence) {
  std::string text = "Jones";
  for (int i = 0; i < 5000; ++i) text += " said nothing";
  std::vector<Feature> features;
  FeatureExtractor(classes()).extract(read_sentence(text, Segmenter()), 0, {0, 5}, features);
  EXPECT_LT(features.size(), 5000U);
}

}  // namespace
}  // namespace tenor
