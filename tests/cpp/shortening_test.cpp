#include "tenor/voice/shortening.h"

#include <gtest/gtest.h>

#include "told.h"

namespace tenor {
namespace {

using Strings = std::vector<std::string>;

Strings contents(std::string_view text) {
  return parts(text, &Finding::content);
}

TEST(Shortening, EndsAContentBeforeWhatTheSpeakerAdds) {
  EXPECT_EQ(contents("Lima said that the bridge was closed, adding that it was a danger."),
            (Strings{"that the bridge was closed", "that it was a danger"}));
}

TEST(Shortening, KeepsWhatOnlyStandsInTheContent) {
  EXPECT_EQ(contents("Lima criticized Berg for accusing the council of fraud."),
            Strings{"Berg for accusing the council of fraud"});
  EXPECT_EQ(contents("Lima said the bridge was closed and called it a danger."),
            Strings{"the bridge was closed and called it a danger"});
}

TEST(Shortening, GivesAWholeReportToWhoIsNamedAfterIt) {
  EXPECT_EQ(contents("The papers show that the bridge failed, Lima said."),
            (Strings{"that the bridge failed", "The papers show that the bridge failed"}));
}

TEST(Shortening, TellsWhatIsAddedFromWhatIsGoverned) {
  const LaidOut text("Lima left, and also called for calm.");
  const Layout& layout = text.layouts[0];
  EXPECT_TRUE(is_added(layout, 5));
  EXPECT_FALSE(is_added(layout, 1));
}

}  // namespace
}  // namespace tenor
