#pragma once

#include <string_view>
#include <vector>

#include "tenor/text/word_table.h"

namespace tenor {

/// A value for each of a fixed set of words; built once, then only read.
template <class T>
class WordMap {
 public:
  /// The word's value, which is made where there is none.
  T& operator[](std::string_view word) {
    const std::uint32_t number = words_.insert(word);
    if (number > values_.size()) values_.emplace_back();
    return values_[number - 1];
  }
  /// Gives a value to a word that has none yet.
  void try_emplace(std::string_view word, const T& value) {
    if (words_.insert(word) > values_.size()) values_.push_back(value);
  }
  /// Null for a word that is not there.
  [[nodiscard]] const T* find(std::string_view word) const { return value(words_.find(word)); }
  /// As `find`, quicker, for a word with WordTable::padding readable bytes from its first one on.
  [[nodiscard]] const T* find_padded(std::string_view word) const { return value(words_.find_padded(word)); }
  [[nodiscard]] std::vector<T>& values() { return values_; }

 private:
  [[nodiscard]] const T* value(std::uint32_t number) const {
    return number == 0 ? nullptr : &values_[number - 1];
  }

  WordTable words_;
  std::vector<T> values_;  // by number - 1
};

}  // namespace tenor
