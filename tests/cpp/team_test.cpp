#include "tenor/scaling/team.h"

#include <gtest/gtest.h>

#include <numeric>
#include <stdexcept>

namespace tenor {
namespace {

TEST(Team, EveryPartIsDoneOnce) {
  for (const unsigned threads : {1U, 2U, 7U}) {
    Team team(threads);
    EXPECT_EQ(team.size(), threads);
    for (int round = 0; round < 200; ++round) {
      std::vector<int> done(static_cast<std::size_t>(round));
      team.run(done.size(), [&](std::size_t part) { ++done[part]; });
      EXPECT_EQ(done, std::vector<int>(done.size(), 1));
    }
  }
}

TEST(Team, ThrowsWhatAPartThrowsAndGoesOn) {
  Team team(4);
  for (int round = 0; round < 20; ++round) {
    std::vector<int> done(50);
    const auto work = [&](std::size_t part) {
      done[part] = 1;
      if (part == 30) throw std::runtime_error("part 30");
    };
    EXPECT_THROW(team.run(done.size(), work), std::runtime_error);
    EXPECT_EQ(std::accumulate(done.begin(), done.end(), 0), 50);
    team.run(done.size(), [&](std::size_t part) { done[part] = 2; });
    EXPECT_EQ(done, std::vector<int>(50, 2));
  }
}

TEST(Team, TakesAllCores) {
  EXPECT_GE(Team(0).size(), 1U);
}

}  // namespace
}  // namespace tenor
