#pragma once

#include <cstddef>

namespace tenor {

/// Bytes that keep their contents when their number changes. Where the system has large pages (Linux), many
/// bytes lie on them and grow by moving pages, not by copying: filling small pages costs as much as counting.
class Memory {
 public:
  Memory() = default;
  explicit Memory(std::size_t bytes) { resize(bytes); }
  Memory(Memory&& other) noexcept;
  Memory& operator=(Memory&& other) noexcept;
  Memory(const Memory&) = delete;
  Memory& operator=(const Memory&) = delete;
  ~Memory();

  /// New bytes hold anything. There may be more than asked for.
  void resize(std::size_t bytes);
  [[nodiscard]] void* data() const { return data_; }
  [[nodiscard]] std::size_t bytes() const { return bytes_; }

 private:
  void map(std::size_t bytes);

  void* data_ = nullptr;
  std::size_t bytes_ = 0;
  bool mapped_ = false;
};

}  // namespace tenor
