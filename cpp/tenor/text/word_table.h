#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tenor {

/// Numbers words 1, 2, 3 ... in the order of their insertion; 0 is "unknown". Open addressing at half load,
/// with 32 bits of the hash beside each number, so that an unknown word costs one cache line.
class WordTable {
 public:
  WordTable();
  /// The word's number, new or old.
  std::uint32_t insert(std::string_view word);
  [[nodiscard]] std::uint32_t find(std::string_view word) const;
  [[nodiscard]] std::size_t size() const { return words_.size(); }
  /// The word of a number from 1 to size().
  [[nodiscard]] std::string_view word(std::uint32_t number) const;

 private:
  struct Slot {
    std::uint32_t tag = 0;
    std::uint32_t number = 0;
  };
  struct Word {
    std::uint32_t begin, size;
  };
  void grow();

  std::vector<Slot> slots_;
  std::vector<Word> words_;
  std::string arena_;
  std::size_t longest_ = 0;
};

}  // namespace tenor
