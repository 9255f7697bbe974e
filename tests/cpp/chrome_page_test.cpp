#include "tenor/text/chrome_page.h"

#include <gtest/gtest.h>

#include "page_of.h"

namespace tenor {
namespace {

TEST(ChromePage, FindsTheBlocksOfProse) {
  const PageText p(harbour_page(5, 6));
  const Page page(p.text, p.found, p.signs);
  ASSERT_EQ(page.size(), 18U);
  EXPECT_EQ(page.main_begin, 7U);
  EXPECT_EQ(page.main_end, 11U);
  EXPECT_FLOAT_EQ(page.main_share, 1.0F);
  EXPECT_TRUE(page.places[8].in_block);
  EXPECT_FLOAT_EQ(page.places[8].block, 1.0F);
  EXPECT_FALSE(page.places[12].in_block);
  EXPECT_EQ(page.places[12].run, 7U);
  EXPECT_FLOAT_EQ(page.places[12].above, 1.0F);
  EXPECT_FLOAT_EQ(page.places[12].below, 0.0F);
}

TEST(ChromePage, CountsWhatStandsBetweenALineAndTheMainBlock) {
  const PageText p(harbour_page(5, 6));
  const Page page(p.text, p.found, p.signs);
  EXPECT_EQ(page.places[11].ends_from_main, 0U);  // "Share this article" itself
  EXPECT_EQ(page.places[12].ends_from_main, 1U);
  EXPECT_EQ(page.places[17].ends_from_main, 1U);
  EXPECT_EQ(page.places[8].ends_from_main, 0U);
  EXPECT_EQ(page.places[0].marks_from_main, 0U);
  EXPECT_EQ(page.places[7].since_label, 0U + 0U);
  EXPECT_EQ(page.places[0].since_label, Page::far);
}

TEST(ChromePage, HasNoBlockWithoutProse) {
  const PageText p("Home\n\nNews\n\nSport");
  const Page page(p.text, p.found, p.signs);
  EXPECT_EQ(page.main_begin, 0U);
  EXPECT_EQ(page.main_end, 0U);
  const PageText none("");
  EXPECT_EQ(Page(none.text, none.found, none.signs).size(), 0U);
}

}  // namespace
}  // namespace tenor
