#include "tenor/stance/word_classes.h"

#include <gtest/gtest.h>

#include "tenor/error.h"

namespace tenor {
namespace {

TEST(WordClasses, FindsInflections) {
  const WordClasses words("# comment\nblame: blame deny rob critic\npraise: praise, noble\n",
                          "noble\t2\nkilled\t-3.5\tx\n");
  const std::uint64_t blame = words.bit("blame");
  for (const char* form :
       {"blame", "blames", "blamed", "blaming", "denied", "denies", "robbed", "robber", "critic's"})
    EXPECT_EQ(words.find(form).classes, blame) << form;
  EXPECT_EQ(words.find("nobly").classes, words.bit("praise"));
  EXPECT_FLOAT_EQ(words.find("nobly").valence, 0.5F);
  EXPECT_FLOAT_EQ(words.find("killed").valence, -0.875F);
  EXPECT_EQ(words.find("flame").classes, 0U);
  EXPECT_EQ(words.bit("none"), 0U);
}

TEST(WordClasses, NamesTheLineThatCannotBeRead) {
  try {
    WordClasses("", "good\t2\nbad\n");
    FAIL();
  } catch (const Error& e) {
    EXPECT_NE(std::string(e.what()).find("line 2"), std::string::npos) << e.what();
  }
  EXPECT_THROW(WordClasses("no colon", ""), Error);
}

}  // namespace
}  // namespace tenor
