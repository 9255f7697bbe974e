#include "tenor/text/wire_dateline.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

namespace tenor {
namespace {

TEST(WireDateline, FindsTheAgencysDateline) {
  struct Case {
    std::string text, span, place, agency;
    std::size_t begin;
  };
  const Case cases[] = {
      {"MOSCOW, Dec 3 (Reuters) - Talks ended.", "MOSCOW, Dec 3 (Reuters)", "MOSCOW", "Reuters", 26},
      {"Washington (CNN) -- Talks ended.", "Washington (CNN)", "Washington", "CNN", 20},
      {"ST. PETERSBURG, Fla. (AP) \u2014 Talks ended.", "ST. PETERSBURG, Fla. (AP)", "ST. PETERSBURG, Fla",
       "AP", 30},
      {"MOSCOW, December 3. /TASS/. Talks ended.", "MOSCOW, December 3. /TASS/.", "MOSCOW", "TASS", 28},
      {"(CNN)The talks ended.", "(CNN)", "", "CNN", 5},
      {"PHILADELPHIA \u2014 Talks ended.", "PHILADELPHIA", "PHILADELPHIA", "", 17},
  };
  for (const Case& c : cases) {
    const auto found = find_wire_dateline(c.text);
    ASSERT_TRUE(found) << c.text;
    EXPECT_EQ(found->span.of(c.text), c.span);
    EXPECT_EQ(found->place ? found->place->of(c.text) : "", c.place);
    EXPECT_EQ(found->agency ? found->agency->of(c.text) : "", c.agency);
    EXPECT_EQ(found->text_begin, c.begin) << c.text;
  }
  for (const std::string text : {"The talks - long ones - ended.", "Talks (and more) - ended.",
                                 "(Laughter) He went on.", "Smith - a minister - resigned.", "", "-", "("})
    EXPECT_FALSE(find_wire_dateline(text)) << text;
}

TEST(WireDateline, AnyBytesEnd) {
  std::mt19937 random(3);
  for (int round = 0; round < 5000; ++round) {
    std::string text;
    for (std::size_t n = random() % 60; n-- > 0;)
      text.push_back("0123:/-., MayTue(AP)pm\xff\xe2"[random() % 25]);
    if (const auto found = find_wire_dateline(text)) {
      EXPECT_LT(found->text_begin, text.size());
      EXPECT_LE(found->span.end, found->text_begin);
    }
  }
}

}  // namespace
}  // namespace tenor
