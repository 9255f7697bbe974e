#include "tenor/text/arrow_strings.h"

#include <gtest/gtest.h>

#include <array>
#include <cstring>
#include <string>

#include "tenor/error.h"

namespace tenor {
namespace {

using Strings = std::vector<std::optional<std::string_view>>;

// Arrays as the interface lays them out; what they point to is the test's.
struct Made {
  std::vector<const void*> buffers;
  ArrowSchema schema{};
  ArrowArray array{};

  Made(const char* format, std::vector<const void*> lying, std::int64_t length, std::int64_t offset = 0)
      : buffers(std::move(lying)) {
    schema.format = format;
    array.length = length;
    array.offset = offset;
    array.n_buffers = static_cast<std::int64_t>(buffers.size());
    array.buffers = buffers.data();
  }
  [[nodiscard]] Strings strings() const { return arrow_strings(schema, array); }
};

const std::string bytes = "onetwothree";
const std::array<std::int32_t, 5> offsets{0, 3, 6, 6, 11};
const std::array<std::int64_t, 5> large_offsets{0, 3, 6, 6, 11};
const std::uint8_t not_the_second = 0b1101;

TEST(ArrowStrings, Utf8) {
  const Made made("u", {nullptr, offsets.data(), bytes.data()}, 4);
  EXPECT_EQ(made.strings(), (Strings{"one", "two", "", "three"}));
  EXPECT_EQ(made.strings()[3]->data(), bytes.data() + 6) << "read where it lies";
}

TEST(ArrowStrings, LargeUtf8WithNulls) {
  const Made made("U", {&not_the_second, large_offsets.data(), bytes.data()}, 4);
  EXPECT_EQ(made.strings(), (Strings{"one", std::nullopt, "", "three"}));
}

TEST(ArrowStrings, SliceCountsNullsFromTheBeginningOfItsBuffer) {
  const Made made("u", {&not_the_second, offsets.data(), bytes.data()}, 2, 1);
  EXPECT_EQ(made.strings(), (Strings{std::nullopt, ""}));
}

TEST(ArrowStrings, Views) {
  const std::string far = "ahead a string of more than twelve bytes";
  std::array<char, 48> views{};
  const auto put = [&](std::size_t at, std::int32_t v) { std::memcpy(views.data() + at, &v, 4); };
  put(0, 12);  // the longest that lies in the view itself
  std::memcpy(views.data() + 4, "twelve bytes", 12);
  put(16, 34);
  std::memcpy(views.data() + 20, "a st", 4);
  put(24, 0);
  put(28, 6);
  const std::int64_t size = static_cast<std::int64_t>(far.size());
  const std::uint8_t two_there = 0b011;
  const Made made("vu", {&two_there, views.data(), far.data(), &size}, 3);
  EXPECT_EQ(made.strings(), (Strings{"twelve bytes", "a string of more than twelve bytes", std::nullopt}));
  EXPECT_EQ(made.strings()[1]->data(), far.data() + 6);
  EXPECT_EQ(made.strings()[0]->data(), views.data() + 4);
}

template <class Index>
void expect_looked_up(const char* format) {
  const std::array<Index, 5> indices{2, 0, 1, 0, 3};
  const std::uint8_t not_the_last = 0b01111;
  Made entries("u", {&not_the_second, offsets.data(), bytes.data()}, 4);
  Made made(format, {&not_the_last, indices.data()}, 4, 1);
  made.schema.dictionary = &entries.schema;
  made.array.dictionary = &entries.array;
  EXPECT_EQ(made.strings(), (Strings{"one", std::nullopt, "one", std::nullopt})) << format;
  EXPECT_EQ(made.strings()[0]->data(), bytes.data());
}

TEST(ArrowStrings, DictionariesWithIndicesOfAnyWidth) {
  expect_looked_up<std::int8_t>("c");
  expect_looked_up<std::uint8_t>("C");
  expect_looked_up<std::int16_t>("s");
  expect_looked_up<std::uint16_t>("S");
  expect_looked_up<std::int32_t>("i");
  expect_looked_up<std::uint32_t>("I");
  expect_looked_up<std::int64_t>("l");
  expect_looked_up<std::uint64_t>("L");
}

TEST(ArrowStrings, NothingAndNulls) {
  EXPECT_EQ(Made("n", {}, 2).strings(), (Strings{std::nullopt, std::nullopt}));
  EXPECT_EQ(Made("u", {nullptr, nullptr, nullptr}, 0).strings(), Strings{});
}

TEST(ArrowStrings, OtherTypesAreNamed) {
  for (const char* format : {"l", "z", "+l", "f"}) EXPECT_THROW(Made(format, {}, 0).strings(), Error);
  Made entries("l", {}, 0), made("i", {}, 0);
  made.schema.dictionary = &entries.schema;
  made.array.dictionary = &entries.array;
  EXPECT_THROW(made.strings(), Error);
}

}  // namespace
}  // namespace tenor
