#pragma once

#include <cstdint>
#include <cstring>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "tenor/error.h"

namespace tenor {

/// Reads a network's model, as tools/parser_export.py and tools/train_stance.py write it: lines of text (the
/// format's name; notes after "# "; `names NAME ...`; `tensor NAME TYPE ROWS COLUMNS`; `end`), then the
/// tensors in that order, row by row, little-endian.
class NetworkReader {
 public:
  /// Throws Error where the first line is not `format`, naming the line that cannot be read, or the tensor
  /// that is cut short.
  NetworkReader(std::string_view model, std::string_view format);

  /// The notes, each on its line.
  [[nodiscard]] const std::string& notes() const { return notes_; }
  [[nodiscard]] const std::vector<std::string>& names(const std::string& name) const;
  [[nodiscard]] std::size_t rows(const std::string& name) const { return find(name).rows; }
  [[nodiscard]] std::size_t columns(const std::string& name) const { return find(name).columns; }
  /// Throws Error where the tensor is of another size.
  void expect(const std::string& name, std::size_t rows, std::size_t columns) const;
  /// A whole number above 0 and below 100, or Error.
  static std::size_t count(std::string_view text);

  /// A tensor's values; `size` of them where that is given.
  template <class T>
  [[nodiscard]] std::vector<T> numbers(const std::string& name, std::size_t size = 0) const {
    static_assert(sizeof(T) <= 4);
    const Tensor& tensor = find(name);
    const std::size_t values = tensor.rows * tensor.columns;
    if (tensor.type != type_of<T>() || (size != 0 && size != values))
      throw Error("model: " + name + " is not as the network needs it");
    std::vector<T> out(values);
    if (values > 0) std::memcpy(out.data(), tensor.bytes.data(), values * sizeof(T));
    return out;
  }

 private:
  struct Tensor {
    std::string type;
    std::size_t rows = 0, columns = 0;
    std::string_view bytes;
  };
  template <class T>
  static constexpr std::string_view type_of() {
    if constexpr (std::is_same_v<T, std::int8_t>) return "i1";
    if constexpr (std::is_same_v<T, std::int16_t>) return "i2";
    if constexpr (std::is_same_v<T, std::uint32_t>) return "u4";
    if constexpr (std::is_same_v<T, float>) return "f4";
  }
  [[nodiscard]] const Tensor& find(const std::string& name) const;

  std::string notes_;
  std::map<std::string, Tensor> tensors_;
  std::map<std::string, std::vector<std::string>> names_;
};

}  // namespace tenor
