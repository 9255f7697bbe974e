#include "tenor/text/roles.h"

#include <gtest/gtest.h>

#include "page_of.h"

namespace tenor {
namespace {

std::string of(const std::vector<Part>& parts, Role role, std::string_view text) {
  const std::size_t at = first_of(parts, role);
  return at == parts.size() ? "(none)" : std::string(parts[at].line.span.of(text));
}

TEST(Roles, OfAPage) {
  const std::string text = "The Harbour Post\n\nBy\n\nAnn Lee\n\n" + harbour_page(0, 0);
  const auto parts = label_page(text);
  EXPECT_EQ(of(parts, Role::title, text), "Ministers leave harbour talks without a deal");
  EXPECT_EQ(of(parts, Role::dateline, text), "Monday, 2 March 2020");
  EXPECT_EQ(of(parts, Role::byline, text), "Ann Lee");
  EXPECT_EQ(parts.back().role, Role::chrome);
  EXPECT_EQ(parts.back().reason, "share");
}

TEST(Roles, AShortTextIsReadByParagraphs) {
  const std::string text =
      "First paragraph of the text.\n\nA heading\n\nSecond paragraph of the text.\n\nAnn Lee";
  const auto parts = label_page(text);
  EXPECT_EQ(parts[1].role, Role::body);
  EXPECT_EQ(parts[3].role, Role::open);
  EXPECT_EQ(label_page("no stop").front().role, Role::body);
  EXPECT_TRUE(label_page("").empty());
}

TEST(Roles, OfAnExtractAllIsBodyButWhatGivesItselfAway) {
  const std::string text =
      "By Ann Lee\n\nA heading\n\nSome text that goes on.\n\nBy Ann Lee\n\nSubscribe now";
  const auto parts = label_extract(text);
  EXPECT_EQ(parts[0].role, Role::byline);
  EXPECT_EQ(parts[1].role, Role::body);
  EXPECT_EQ(parts[3].role, Role::body);
  EXPECT_EQ(parts[4].role, Role::chrome);
}

TEST(Roles, AShortNameIsANameAndNothingElse) {
  auto named = [](std::string_view t) { return is_short_name(measure(t, {0, t.size()})); };
  EXPECT_TRUE(named("Ann Lee"));
  EXPECT_FALSE(named("Ann Lee, London"));
  EXPECT_FALSE(named("Ann left"));
  EXPECT_FALSE(named("Ann Lee."));
}

}  // namespace
}  // namespace tenor
