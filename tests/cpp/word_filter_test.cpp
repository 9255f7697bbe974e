#include "tenor/text/word_filter.h"

#include <gtest/gtest.h>

#include <string>

namespace tenor {
namespace {

TEST(WordFilter, HoldsWhatWasPutInAndLittleElse) {
  constexpr int count = 7000;
  WordFilter filter(count);
  const auto word = [](int i) {
    return "word" + std::to_string(i) + (i % 5 == 0 ? " and a longer one" : "");
  };
  for (int i = 0; i < count; ++i) filter.insert(word(i));
  int others = 0;
  for (int i = 0; i < count; ++i) {
    EXPECT_TRUE(filter.may_hold(WordKey(word(i))));
    const std::string padded = word(i) + std::string(WordKey::padding, '?');
    EXPECT_TRUE(filter.may_hold(WordKey::padded(std::string_view(padded).substr(0, word(i).size()))));
    others += filter.may_hold(WordKey(word(i + count))) ? 1 : 0;
  }
  EXPECT_LT(others, count / 20);
}

TEST(WordFilter, AnEmptyOneHoldsNothing) {
  EXPECT_FALSE(WordFilter(0).may_hold(WordKey("war")));
  EXPECT_FALSE(WordFilter(0).may_hold(WordKey("")));
}

}  // namespace
}  // namespace tenor
