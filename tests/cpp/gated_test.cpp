#include "tenor/stance/gated.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>
#include <thread>

#include "models.h"
#include "tenor/error.h"
#include "tenor/stance/batch.h"

namespace tenor {
namespace {

const TargetModel& model() {
  static const TargetModel out(shipped("stance_gated.bin"));
  return out;
}

/// The polarity of the first mention of `target`.
Probabilities of(std::string_view sentence, std::string_view target) {
  const std::size_t at = sentence.find(target);
  return model().polarity(read_sentence(sentence, Segmenter()), 0, {at, at + target.size()});
}

TEST(TargetModel, TellsForFromAgainst) {
  EXPECT_GT(of("Critics condemned Jones as a corrupt liar.", "Jones")[0], 0.6);
  EXPECT_GT(of("Colleagues praised Jones as a brave and honest leader.", "Jones")[2], 0.6);
  EXPECT_GT(of("Jones said on Tuesday that the meeting will be held in June.", "Jones")[1], 0.6);
}

TEST(TargetModel, SharesAddUpToLogOdds) {
  const std::string text = "“They lied,” said Ms. Lee, who was not praised by the mayor’s furious critics.";
  const Reading reading = read_sentence(text, Segmenter());
  const std::size_t at = text.find("Lee");
  const TargetReasons reasons = model().explain(reading, 0, {at, at + 3});
  EXPECT_EQ(reasons.probabilities, model().polarity(reading, 0, {at, at + 3}));
  Probabilities logits = reasons.bias;
  for (const WordShare& share : reasons.shares) {
    EXPECT_GE(share.gate, 0);
    EXPECT_LE(share.gate, 1);
    EXPECT_LE(share.word.end, text.size());
    for (std::size_t k = 0; k < 3; ++k) logits[k] += share.shares[k];
  }
  for (const std::size_t k : {1U, 2U})
    EXPECT_NEAR(std::log(reasons.probabilities[k] / reasons.probabilities[0]), logits[k] - logits[0], 1e-9);
}

TEST(TargetModel, EveryWordNearTheTargetHasAShare) {
  std::string text = "Lee";
  for (std::size_t i = 0; i < 100; ++i) text += " lied";
  const Reading reading = read_sentence(text, Segmenter());
  EXPECT_EQ(model().explain(reading, 0, {0, 3}).shares.size(), 1 + TargetModel::reach);
  const TargetReasons whole = model().explain(reading, 0, {0, text.size()});
  EXPECT_EQ(whole.shares.size(), TargetModel::longest);
}

TEST(TargetModel, DoesNotReadTheNamesOfItsTarget) {
  for (const std::string_view text :
       {"{} met the ministers on Friday.", "Critics called {} a corrupt liar."}) {
    const auto named = [&](const std::string& name) {
      std::string out(text);
      out.replace(out.find("{}"), 2, name);
      return of(out, name);
    };
    EXPECT_EQ(named("Putin"), named("Merkel"));
    EXPECT_EQ(named("Al Jorden"), named("Ana Lima"));
  }
}

TEST(TargetReader, SharesTheWordsOfASentenceAndKeepsNothingOfTheLast) {
  const Segmenter segmenter;
  std::vector<std::string> texts{
      "Lee praised Jones, but Jones called the corrupt Berlin deal a disgrace to Ana Lima.", "No.",
      "Berlin thanked Lee."};
  for (int i = 0; i < 60; ++i) texts[0] += " Ana Lima lied to Jones and Berlin.";  // wider than a window
  std::vector<Reading> readings;
  for (const std::string& text : texts) readings.push_back(read_sentence(text, segmenter));
  TargetReader reader(model());
  for (const std::size_t i : {0U, 1U, 2U, 0U}) {
    const Reading& reading = readings[i];
    reader.open(reading, 0);
    for (std::size_t first = 0; first < reading.words.size(); first += 3)
      for (const std::size_t last : {first, std::min(first + 2, reading.words.size() - 1)}) {
        const Span target{reading.words[first].begin, reading.words[last].end};
        EXPECT_EQ(reader.polarity(target), model().polarity(reading, 0, target));
        EXPECT_EQ(reader.explain(target).probabilities, model().explain(reading, 0, target).probabilities);
      }
  }
  EXPECT_THROW(reader.open(readings[0], 1), Error);
  EXPECT_THROW((void)reader.polarity({3, 3}), Error);
}

TEST(TargetModel, RefusesTargetsOutsideAndForeignBytes) {
  const Reading reading = read_sentence("It rains.", Segmenter());
  EXPECT_THROW((void)model().polarity(reading, 0, {3, 3}), Error);
  EXPECT_THROW((void)model().polarity(reading, 0, {3, 10}), Error);
  EXPECT_THROW((void)model().polarity(reading, 1, {0, 2}), Error);
  const std::string bytes = shipped("stance_gated.bin");
  EXPECT_THROW(TargetModel("no model"), Error);
  for (const std::size_t n : {std::size_t{15}, std::size_t{300}, bytes.size() / 2, bytes.size() - 1})
    EXPECT_THROW(TargetModel(std::string_view(bytes).substr(0, n)), Error);
}

TEST(TargetModel, ReadsAnyBytesOnAnyThread) {
  std::mt19937 random(7);
  const std::string_view alphabet = "a .,\"'\xe2\x80\x9cT not said\xff\n(";
  std::vector<std::string> texts(200);
  for (std::string& text : texts) {
    for (std::size_t i = 1 + random() % 60; i > 0; --i) text += alphabet[random() % alphabet.size()];
  }
  const auto all = [&] {
    std::vector<Probabilities> out;
    for (const std::string& text : texts)
      out.push_back(
          model().polarity(read_sentence(text, Segmenter()), 0, {text.size() / 2, text.size() / 2 + 1}));
    return out;
  };
  const std::vector<Probabilities> here = all();
  std::vector<Probabilities> there;
  std::thread other([&] { there = all(); });
  EXPECT_EQ(all(), here);
  other.join();
  EXPECT_EQ(there, here);
  for (const Probabilities& p : here) EXPECT_NEAR(p[0] + p[1] + p[2], 1, 1e-12);
}

}  // namespace
}  // namespace tenor
