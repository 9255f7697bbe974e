#include "tenor/text/chrome_features.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "page_of.h"
#include "tenor/text/chrome_weights.h"

namespace tenor {
namespace {

float value(const Page& page, std::size_t line, std::string_view name) {
  const auto& names = line_feature_names();
  std::vector<float> values(names.size());
  describe_line(page, line, values.data());
  const auto at = std::find(names.begin(), names.end(), name);
  EXPECT_NE(at, names.end()) << name;
  return values[static_cast<std::size_t>(at - names.begin())];
}

TEST(ChromeFeatures, EachHasANameOfItsOwnAndItsWeights) {
  const auto& names = line_feature_names();
  EXPECT_EQ(names.size(), std::size(chrome_weights::line));
  EXPECT_EQ(std::set<std::string_view>(names.begin(), names.end()).size(), names.size());
}

TEST(ChromeFeatures, SayWhatALineIs) {
  const PageText p(harbour_page(5, 6));
  const Page page(p.text, p.found, p.signs);
  EXPECT_EQ(value(page, 0, "2-3 words"), 1.0F);
  EXPECT_EQ(value(page, 0, "before the main block"), 1.0F);
  EXPECT_EQ(value(page, 8, "in the main block"), 1.0F);
  EXPECT_EQ(value(page, 8, "prose"), 1.0F);
  EXPECT_EQ(value(page, 9, "opens quotation"), 1.0F);
  EXPECT_EQ(value(page, 11, "share"), 1.0F);
  EXPECT_EQ(value(page, 12, "end mark since the main block"), 1.0F);
  EXPECT_EQ(value(page, 12, "no stem of the main block"), 1.0F);
  EXPECT_GT(value(page, 5, "stems of the main block"), 0.5F);
}

TEST(ChromeFeatures, StayNearZeroToOneOnAnyPage) {
  for (const std::string& text :
       {harbour_page(0, 0), harbour_page(400, 400), std::string("x"), std::string(3000, 'A'),
        std::string("\u3053\u308c\u306f\u6587\u3067\u3059\u3002\n\n\xff\xfe\n\n...")}) {
    const PageText p(text);
    const Page page(p.text, p.found, p.signs);
    std::vector<float> values(line_feature_names().size());
    for (std::size_t i = 0; i < page.size(); ++i) {
      describe_line(page, i, values.data());
      for (std::size_t f = 0; f < values.size(); ++f)
        ASSERT_TRUE(std::isfinite(values[f]) && values[f] >= 0 && values[f] <= 2) << line_feature_names()[f];
    }
  }
}

}  // namespace
}  // namespace tenor
