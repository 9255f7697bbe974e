#include "tenor/text/chrome_model.h"

#include <gtest/gtest.h>

#include <numeric>

#include "page_of.h"

namespace tenor {
namespace {

TEST(ChromeModel, KeepsTheArticleOfAPage) {
  const PageText p(harbour_page(30, 30));
  const std::vector<char> body = find_body(p.text, p.found, p.signs);
  ASSERT_EQ(body.size(), p.found.size());
  for (std::size_t i = 32; i < 36; ++i) EXPECT_TRUE(body[i]) << i;
  EXPECT_EQ(std::accumulate(body.begin(), body.begin() + 28, 0), 0);
  EXPECT_EQ(std::accumulate(body.begin() + 40, body.end(), 0), 0);
}

TEST(ChromeModel, ReadsTheSameTextTheSameWay) {
  const PageText p(harbour_page(30, 3));
  EXPECT_EQ(find_body(p.text, p.found, p.signs), find_body(p.text, p.found, p.signs));
  EXPECT_TRUE(find_body("", {}, {}).empty());
}

}  // namespace
}  // namespace tenor
