#include "tenor/sentiment/respelling.h"

#include <gtest/gtest.h>

namespace tenor {
namespace {

const EmojiTable emoji({{"\U0001F600", "good face"}, {"1\uFE0F\u20E3", "keycap: 1"}});

TEST(Respelling, LeavesATextThatHasNothingToReplace) {
  Respelling respelling;
  const std::string_view text = "caf\u00e9 \u201cnot\u201d";
  EXPECT_EQ(respelling.read(text, emoji, false, false).data(), text.data());
  EXPECT_EQ(respelling.source({1, 4}), (Span{1, 4}));
}

TEST(Respelling, NamesEmojiAndStraightensMarks) {
  Respelling respelling;
  EXPECT_EQ(respelling.read("so\U0001F600bad", emoji, false, false), "so good facebad");
  EXPECT_EQ(respelling.read("so\U0001F600bad", emoji, false, true), "so good face bad");
  EXPECT_EQ(respelling.read("\u201cit\u2019s\u201d\u2014\U0001F600", emoji, true, true),
            "\"it's\" good face");
  EXPECT_EQ(respelling.read("1\uFE0F\u20E3", emoji, true, false), "1\uFE0F\u20E3");
  EXPECT_EQ(respelling.read("1\uFE0F\u20E3", emoji, true, true), "keycap: 1");
}

TEST(Respelling, KnowsWhereAStretchComesFrom) {
  Respelling respelling;
  const std::string_view text = "\u201cso\u201d \U0001F600 bad";
  const std::string read(respelling.read(text, emoji, true, true));
  const auto source = [&](std::string_view word) {
    const std::size_t at = read.find(word);
    return respelling.source({at, at + word.size()}).of(text);
  };
  EXPECT_EQ(source("so"), "so");
  EXPECT_EQ(source("good"), "\U0001F600");
  EXPECT_EQ(source("face"), "\U0001F600");
  EXPECT_EQ(source("bad"), "bad");
}

}  // namespace
}  // namespace tenor
