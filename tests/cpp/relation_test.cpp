#include "tenor/syntax/relation.h"

#include <gtest/gtest.h>

#include "tenor/error.h"

namespace tenor {
namespace {

TEST(Relation, HasTheTreebanksNames) {
  EXPECT_EQ(name(Relation::acl_relcl), "acl:relcl");
  EXPECT_EQ(name(Relation::case_), "case");
  EXPECT_EQ(name(Relation::xcomp), "xcomp");
  EXPECT_EQ(name(Upos::PROPN), "PROPN");
  for (std::size_t i = 0; i < relation_count; ++i) {
    const auto relation = static_cast<Relation>(i);
    EXPECT_EQ(relation_named(name(relation)), relation);
  }
  for (std::size_t i = 0; i < upos_count; ++i) {
    const auto upos = static_cast<Upos>(i);
    EXPECT_EQ(upos_named(name(upos)), upos);
  }
  EXPECT_THROW(relation_named("subject"), Error);
  EXPECT_THROW(upos_named("NN"), Error);
}

TEST(Relation, LosesItsSubtype) {
  EXPECT_EQ(universal(Relation::nsubj_pass), Relation::nsubj);
  EXPECT_EQ(universal(Relation::obl_unmarked), Relation::obl);
  EXPECT_EQ(universal(Relation::root), Relation::root);
}

}  // namespace
}  // namespace tenor
