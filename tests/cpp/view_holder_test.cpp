#include "tenor/stance/view_holder.h"

#include <gtest/gtest.h>

#include "laid_out.h"

namespace tenor {
namespace {

bool first_may_hold(std::string_view text) {
  const LaidOut laid(text);
  const Layout& l = laid.layouts.front();
  const Phrase* p = l.phrase_at(0);
  return p && may_hold(l, {p->first, p->end});
}

TEST(ViewHolder, OnlyPersonsAndBodiesHoldViews) {
  EXPECT_TRUE(first_may_hold("Ana Lima left."));
  EXPECT_TRUE(first_may_hold("The protesters left."));
  EXPECT_TRUE(first_may_hold("The authorities left."));
  EXPECT_TRUE(first_may_hold("They left."));
  EXPECT_FALSE(first_may_hold("The documents left."));
  EXPECT_FALSE(first_may_hold("The weather changed."));
  EXPECT_FALSE(first_may_hold("The Clean Water Act changed."));
}

TEST(ViewHolder, KnowsWordsForTheSpeaker) {
  for (const std::string_view word : {"i", "we", "us", "we're"}) EXPECT_TRUE(is_first_person(word));
  for (const std::string_view word : {"my", "our"}) {
    EXPECT_FALSE(is_first_person(word));
    EXPECT_TRUE(is_first_person_owner(word));
  }
  EXPECT_FALSE(is_first_person("they"));
}

}  // namespace
}  // namespace tenor
