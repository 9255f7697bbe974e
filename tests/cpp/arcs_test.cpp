#include "tenor/syntax/arcs.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "models.h"

namespace tenor {
namespace {

std::vector<Dependent> words(const std::vector<std::pair<std::uint32_t, Relation>>& arcs) {
  std::vector<Dependent> out;
  for (const auto& [head, relation] : arcs) out.push_back({{0, 1}, Upos::NOUN, relation, head});
  return out;
}

// "Ana of Oslo said no": Ana <- said, of <- Oslo, Oslo <- Ana, no <- said.
const std::vector<Dependent> said = words({{3, Relation::nsubj},
                                           {2, Relation::case_},
                                           {0, Relation::nmod},
                                           {Dependent::none, Relation::root},
                                           {3, Relation::obj}});

TEST(Arcs, KnowsWhatHangsOnAWord) {
  const Arcs arcs(said);
  EXPECT_EQ(arcs.head(3), Arcs::none);
  EXPECT_EQ(arcs.subtree(0).end, 3U);
  EXPECT_EQ(arcs.subtree(3).first, 0U);
  EXPECT_EQ(arcs.subtree(3).end, 5U);
  EXPECT_EQ(arcs.child(3, Relation::obj), 4U);
  EXPECT_EQ(arcs.child(3, Relation::iobj), std::nullopt);
  EXPECT_TRUE(arcs.is_under(1, 3));
  EXPECT_FALSE(arcs.is_under(3, 1));
}

TEST(Arcs, FindsARelationBySubtypeToo) {
  EXPECT_EQ(
      Arcs(words({{1, Relation::nsubj_pass}, {Dependent::none, Relation::root}})).child(1, Relation::nsubj),
      0U);
}

TEST(Arcs, HasNothingBeyondItsWords) {
  const Arcs none;
  EXPECT_TRUE(none.empty());
  EXPECT_EQ(none.head(4), Arcs::none);
  EXPECT_EQ(none.subtree(4).end, 5U);
  EXPECT_EQ(none.child(0, Relation::obj), std::nullopt);
  EXPECT_FALSE(none.is_under(0, 1));
}

// A subtree is what climbing from each word shows.
TEST(Arcs, CoversWhatClimbsToAWord) {
  std::mt19937 generator(11);
  auto random = [&] { return static_cast<std::uint32_t>(generator()); };
  for (int round = 0; round < 300; ++round) {
    const std::uint32_t n = 1 + random() % 12;
    std::vector<std::pair<std::uint32_t, Relation>> made{{Dependent::none, Relation::root}};
    for (std::uint32_t i = 1; i < n; ++i) made.emplace_back(random() % i, Relation::dep);
    std::vector<std::uint32_t> place(n);
    for (std::uint32_t i = 0; i < n; ++i) place[i] = i;
    std::shuffle(place.begin(), place.end(), generator);
    std::vector<std::pair<std::uint32_t, Relation>> shuffled(n);
    for (std::uint32_t i = 0; i < n; ++i)
      shuffled[place[i]] = {i == 0 ? Dependent::none : place[made[i].first], made[i].second};
    const Arcs arcs(words(shuffled));
    for (std::size_t a = 0; a < n; ++a) {
      Range all{a, a + 1};
      for (std::size_t i = 0; i < n; ++i)
        if (arcs.is_under(i, a)) all = {std::min(all.first, i), std::max(all.end, i + 1)};
      EXPECT_EQ(arcs.subtree(a).first, all.first);
      EXPECT_EQ(arcs.subtree(a).end, all.end);
    }
  }
}

TEST(Arcs, ParsesOnlyTheSentencesAskedFor) {
  const Reading reading = read("Ana slept. Berg said that Ana slept. Nobody came.", Segmenter());
  ASSERT_EQ(reading.sentences.size(), 3U);
  const auto found = parse_sentences(shipped_parser(), reading, {1});
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].size(), 6U);  // the stop is a word too
  EXPECT_EQ(found[0].relation(3), Relation::nsubj);
}

}  // namespace
}  // namespace tenor
