#include "tenor/terms/memory.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstring>
#include <utility>

namespace tenor {
namespace {

// Sizes on both sides of where memory comes to lie on large pages, up and down.
TEST(Memory, KeepsItsContents) {
  Memory memory;
  std::size_t kept = 0;
  for (const std::size_t bytes :
       {std::size_t{10}, std::size_t{5000}, std::size_t{4} << 20, std::size_t{9} << 20,
        (std::size_t{33} << 20) + 1, std::size_t{5} << 20, std::size_t{100}, std::size_t{12} << 20}) {
    memory.resize(bytes);
    ASSERT_GE(memory.bytes(), bytes);
    auto* const data = static_cast<char*>(memory.data());
    for (std::size_t i = 0; i < std::min(kept, bytes); ++i)
      ASSERT_EQ(data[i], static_cast<char>(i % 251)) << i;
    for (std::size_t i = 0; i < bytes; ++i) data[i] = static_cast<char>(i % 251);
    kept = bytes;
  }
}

TEST(Memory, Moves) {
  Memory first(std::size_t{8} << 20), second(3);
  std::memset(first.data(), 7, first.bytes());
  second = std::move(first);
  EXPECT_EQ(static_cast<char*>(second.data())[(8 << 20) - 1], 7);
  const Memory third(std::move(second));
  EXPECT_EQ(static_cast<char*>(third.data())[0], 7);
  Memory none;
  none.resize(0);
  EXPECT_NE(none.data(), nullptr);
}

}  // namespace
}  // namespace tenor
