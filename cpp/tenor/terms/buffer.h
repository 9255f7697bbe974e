#pragma once

#include <cstddef>
#include <type_traits>
#include <utility>

#include "tenor/terms/memory.h"

namespace tenor {

/// A growing array of plain values: it grows without copying where the system can move pages, and its new
/// elements are not written twice.
template <class T>
class Buffer {
  static_assert(std::is_trivially_copyable_v<T>);

 public:
  Buffer() = default;
  explicit Buffer(std::size_t size) { resize(size); }
  /// Values that were written into memory, as many as `size`.
  Buffer(Memory&& memory, std::size_t size) : memory_(std::move(memory)), size_(size) {}
  Buffer(Buffer&& other) noexcept : memory_(std::move(other.memory_)), size_(std::exchange(other.size_, 0)) {}
  Buffer& operator=(Buffer&& other) noexcept {
    memory_ = std::move(other.memory_), size_ = std::exchange(other.size_, 0);
    return *this;
  }
  Buffer(const Buffer&) = delete;
  Buffer& operator=(const Buffer&) = delete;
  ~Buffer() = default;

  void push_back(T value) {
    if (size_ == room()) expect(1);
    data()[size_++] = value;
  }
  /// Room for so many more.
  void expect(std::size_t more) {
    if (size_ + more <= room()) return;
    const std::size_t grown = room() < 1024 ? 1024 : room() + room() / 2;
    memory_.resize((size_ + more > grown ? size_ + more : grown) * sizeof(T));
  }
  /// New elements hold anything.
  void resize(std::size_t size) {
    if (size > room()) memory_.resize(size * sizeof(T));
    size_ = size;
  }
  void clear() { size_ = 0; }
  /// Gives back what is beyond its size.
  void shrink() { memory_.resize(size_ * sizeof(T)); }
  /// Its memory, for other values than these.
  Memory release() {
    size_ = 0;
    return std::move(memory_);
  }
  [[nodiscard]] T* data() { return static_cast<T*>(memory_.data()); }
  [[nodiscard]] const T* data() const { return static_cast<const T*>(memory_.data()); }
  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] std::size_t room() const { return memory_.bytes() / sizeof(T); }
  T& operator[](std::size_t i) { return data()[i]; }
  const T& operator[](std::size_t i) const { return data()[i]; }

 private:
  Memory memory_;
  std::size_t size_ = 0;
};

}  // namespace tenor
